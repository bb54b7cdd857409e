using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Orchestration.Security;

namespace Orchestration.Http;

/// <summary>Which request it is, in hashes: neither keys nor bodies are kept.</summary>
/// <param name="Path">Blob of its record: of the caller's key, or the caller where there is none, the method, the path and the idempotency key.</param>
/// <param name="Fingerprint">Of body and query: another one under the same key is another request.</param>
public sealed record RequestIdentity(string Path, string Fingerprint)
{
    internal static RequestIdentity Of(HttpRequest request, Caller caller, string key, byte[] body)
    {
        var who = caller.Key is { } id ? $"key {id}" : $"caller {caller.Id}";
        var path = Hash(Encoding.UTF8.GetBytes($"{who}\n{request.Method}\n{request.Path}\n{key}"));
        return new RequestIdentity($"{path}.json", Hash([.. Encoding.UTF8.GetBytes($"{request.QueryString}\n"), .. body]));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
