using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Orchestration.LocalRuntime.Functions.Http;

/// <summary>The keys that requests show: that of functions above <c>Anonymous</c>, and that of the management API.</summary>
internal static class HostKey
{
    /// <inheritdoc cref="IsShown(HttpRequest, ReadOnlySpan{byte})"/>
    public static bool IsShown(HttpRequest request, string key) => IsShown(request, Hash(key));

    /// <summary>Looks at header <c>x-functions-key</c>, then at query <c>code</c>; takes the same time whatever they hold.</summary>
    public static bool IsShown(HttpRequest request, ReadOnlySpan<byte> hash)
    {
        var shown = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
        return CryptographicOperations.FixedTimeEquals(Hash(shown), hash);
    }

    /// <summary>What is kept of a key: SHA-256. A key is random, so that nothing slower is needed.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
