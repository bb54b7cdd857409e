using System.Text.Json;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Planning.Views.Feeds;

/// <summary>What a calendar program that is not ours reads in a feed.</summary>
internal static class CalendarProgram
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static async Task<Read> ReadAsync(byte[] feed)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "feed.ics");
            await File.WriteAllBytesAsync(file, feed);
            return JsonSerializer.Deserialize<Read>(await NodeTools.RunAsync("calendar.mjs", file), Format)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public sealed record Read(string Name, string Version, string Method, Entry[] Events)
    {
        public Entry this[string id] => Assert.Single(Events, entry => entry.Uid == $"{id}@orchestration");
    }

    public sealed record Entry(
        string Uid, string Summary, string? Description, string Start, string End, bool IsDay, string Stamp, int Sequence, string Status);
}
