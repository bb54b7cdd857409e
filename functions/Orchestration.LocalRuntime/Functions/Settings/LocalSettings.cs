using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace Orchestration.LocalRuntime.Functions.Settings;

/// <summary>
/// <c>local.settings.json</c>, the file of the Core Tools: its <c>Values</c> are settings as environment variables are, and give way to
/// them; <c>Host.LocalHttpPort</c> is the port.
/// </summary>
internal static class LocalSettings
{
    public const string FileName = "local.settings.json";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The file beside the project or the binaries; null when there is none.</summary>
    public static string? Find(string contentRoot) =>
        new[] { contentRoot, AppContext.BaseDirectory }.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);

    /// <summary>Adds the file in front of all other sources, so that each of them wins.</summary>
    /// <exception cref="InvalidDataException">The file is not as the Core Tools write it.</exception>
    public static void Add(IConfigurationBuilder configuration, string path) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Read(path) });

    internal static Dictionary<string, string?> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            var root = json.RootElement;
            if (root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.GetBoolean())
                throw new InvalidDataException($"{path} is encrypted: decrypt it with 'func settings decrypt'.");
            var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            if (root.TryGetProperty("Host", out var host) && host.TryGetProperty("LocalHttpPort", out var port))
                values["LocalRuntime:Port"] = port.ToString();
            if (root.TryGetProperty("Values", out var settings))
            {
                // Two underscores separate sections, as in environment variables.
                foreach (var setting in settings.EnumerateObject())
                    values[setting.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = setting.Value.ToString();
            }

            return values;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} cannot be read: {error.Message}", error);
        }
    }
}
