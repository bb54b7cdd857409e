using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Functions.Timers;

/// <summary>
/// Keeps what a timer's next start must know, in the JSON that Azure keeps in blob <c>azure-webjobs-hosts/timers/…/status</c>.
/// </summary>
internal sealed class TimerStatusFile(string dataFolder, string function, ILogger logger)
{
    private readonly string _path = Path.Combine(dataFolder, "timers", $"{function}.json");

    /// <returns>Null when the timer never started, or when the file is damaged, which is logged.</returns>
    public ScheduleStatus? Read()
    {
        if (!File.Exists(_path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<ScheduleStatus>(File.ReadAllBytes(_path));
        }
        catch (JsonException error)
        {
            logger.LogWarning(error, "{Path} is damaged: the timer starts as for the first time, and a missed run is not made up for", _path);
            return null;
        }
    }

    public void Write(ScheduleStatus status)
    {
        // A process killed in between leaves the old file or the new one.
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllBytes(_path + ".new", JsonSerializer.SerializeToUtf8Bytes(status));
        File.Move(_path + ".new", _path, overwrite: true);
    }
}
