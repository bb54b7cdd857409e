using System.Security.Cryptography;
using System.Text.Json;

namespace Orchestration.Local;

/// <summary>Secrets of one machine, drawn at the first start and kept beside its data: on Azure they are settings.</summary>
internal sealed record LocalSecrets(string LinkKey, string SuppressionKey, string Worker)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static LocalSecrets Of(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, "secrets.json");
        if (File.Exists(path))
            return JsonSerializer.Deserialize<LocalSecrets>(File.ReadAllBytes(path), Format) ?? throw new InvalidDataException($"{path} is empty.");

        var drawn = new LocalSecrets(Key(), Key(), new Guid(RandomNumberGenerator.GetBytes(16)).ToString());
        using (var file = new FileStream(path, Options()))
            JsonSerializer.Serialize(file, drawn, Format);
        return drawn;
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Readable by its owner only.</summary>
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
