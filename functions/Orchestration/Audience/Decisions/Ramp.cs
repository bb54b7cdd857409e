using System.IO.Hashing;
using System.Text;
using Orchestration.Campaigns;

namespace Orchestration.Audience.Decisions;

/// <summary>Spreads an audience over days: evenly, and always the same day for the same person and send.</summary>
public static class Ramp
{
    /// <returns>Index of the day, from 0.</returns>
    public static int Day(SendKey send, string person, int days)
    {
        if (days == 1)
            return 0;
        Span<byte> bytes = stackalloc byte[512];
        return Encoding.UTF8.TryGetBytes($"{send}|{person}", bytes, out var length)
            ? (int)(XxHash3.HashToUInt64(bytes[..length]) % (uint)days)
            : throw new ArgumentException("The id of a person is too long.", nameof(person));
    }
}
