using System.Security.Cryptography;
using System.Text.Json;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.Local;

/// <summary>Secrets of one machine, drawn at the first start and kept beside its data: on Azure they are settings.</summary>
internal sealed record LocalSecrets(string LinkKey, string SuppressionKey, string Worker)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Of several processes that start at once, one draws and all read; one that is killed meanwhile leaves nothing half written.</summary>
    public static LocalSecrets Of(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, "secrets.json");
        using (FileLock.AcquireAsync(path + ".lock", TimeProvider.System, onWait: null, CancellationToken.None).GetAwaiter().GetResult())
        {
            if (!File.Exists(path))
                Draw(path);
        }

        return JsonSerializer.Deserialize<LocalSecrets>(File.ReadAllBytes(path), Format) ?? throw new InvalidDataException($"{path} is empty.");
    }

    private static void Draw(string path)
    {
        var drawn = new LocalSecrets(Key(), Key(), new Guid(RandomNumberGenerator.GetBytes(16)).ToString());
        using (var file = new FileStream(path + ".tmp", Options()))
            JsonSerializer.Serialize(file, drawn, Format);
        File.Move(path + ".tmp", path);
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Readable by its owner only.</summary>
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
