using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Orchestration.Security;

namespace Orchestration.Http;

/// <summary>Which request it is, in hashes: neither keys nor bodies are kept.</summary>
/// <param name="Path">Blob of its record: of the caller, whichever of their keys they use, the method, the path and the idempotency key.</param>
/// <param name="Fingerprint">Of body and query: another one under the same key is another request.</param>
public sealed record RequestIdentity(string Path, string Fingerprint)
{
    internal static RequestIdentity Of(HttpRequest request, Caller caller, string key, byte[] body)
    {
        // Not the key: a request whose answer was lost may be repeated after its rotation.
        var path = Hash(Encoding.UTF8.GetBytes($"{caller.Id}\n{caller.Caisse}\n{caller.IsTest}\n{request.Method}\n{request.Path}\n{key}"));
        return new RequestIdentity($"{path}.json", Hash([.. Encoding.UTF8.GetBytes($"{request.QueryString}\n"), .. body]));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
