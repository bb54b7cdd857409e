using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Orchestration.LocalRuntime.Functions.Http;

/// <summary>The key that functions above <c>Anonymous</c> ask for.</summary>
internal static class HostKey
{
    /// <summary>Looks at header <c>x-functions-key</c>, then at query <c>code</c>; takes the same time whatever they hold.</summary>
    public static bool IsShown(HttpRequest request, string key)
    {
        var shown = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
        return CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(key));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
