using System.Security.Cryptography;
using System.Text;
using Orchestration.Security;

namespace Orchestration.Tests.Support;

internal static class SomeLinks
{
    public static LinkOptions Options(string current = "a", params string[] names)
    {
        var options = new LinkOptions { PublicBaseUrl = "https://messages.exemple.fr", CurrentKey = current };
        foreach (var name in names.Length == 0 ? [current] : names)
            options.Keys[name] = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("link key " + name)));
        return options;
    }

    public static LinkSigner Signer(LinkOptions? options = null) => new(Microsoft.Extensions.Options.Options.Create(options ?? Options()));
}
