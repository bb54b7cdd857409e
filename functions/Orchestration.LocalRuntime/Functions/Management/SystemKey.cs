using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Http;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>
/// The key of the management API, Azure's system key of the extension. The first start makes one, shows it once and keeps its hash, so that
/// a restart needs no new one; deleting the file makes the next start do so again. A key from the settings goes before it and is not kept:
/// that is for tools and tests that must know the key beforehand.
/// </summary>
internal sealed class SystemKey
{
    public const string FileName = "durabletask-system-key.sha256";

    private const int Bytes = 32;

    private readonly byte[] _hash;

    private SystemKey(byte[] hash) => _hash = hash;

    /// <exception cref="InvalidDataException">The file does not hold a hash.</exception>
    public static SystemKey Open(LocalRuntimeOptions options, ILogger logger)
    {
        if (options.SystemKey is { Length: > 0 } given)
            return new SystemKey(HostKey.Hash(given));
        var path = Path.Combine(options.DataFolder, FileName);
        return new SystemKey(File.Exists(path) ? Read(path) : Create(path, logger));
    }

    public bool IsShown(HttpRequest request) => HostKey.IsShown(request, _hash);

    private static byte[] Read(string path)
    {
        var text = File.ReadAllText(path).Trim();
        return text.Length == SHA256.HashSizeInBytes * 2 && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new InvalidDataException($"{path} does not hold the hash of a key: delete it, and the next start makes a new key.");
    }

    private static byte[] Create(string path, ILogger logger)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var hash = HostKey.Hash(key);
        var fresh = path + ".new";
        File.WriteAllText(fresh, Convert.ToHexStringLower(hash));
        File.Move(fresh, path, overwrite: true);
        logger.LogInformation(
            "Key of {Root}, shown this once (header x-functions-key or query code): {Key}", ManagementEndpoints.Root, key);
        return hash;
    }
}
