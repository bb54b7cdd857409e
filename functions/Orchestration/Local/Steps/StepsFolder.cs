using System.Globalization;

namespace Orchestration.Local.Steps;

/// <summary>How a running app and the verb <c>time</c> talk about a folder whose time moves in steps: two small files.</summary>
internal sealed class StepsFolder(string folder)
{
    private const string Form = "O";

    private string Now => Path.Combine(folder, "steps", "now");

    private string Until => Path.Combine(folder, "steps", "until");

    /// <summary>Whether the app of this folder was started in steps; a folder never changes from one to the other.</summary>
    public bool IsOne => Directory.Exists(Path.Combine(folder, "steps"));

    /// <exception cref="LocalRuntime.Storage.LocalToolException">The folder has run in real time.</exception>
    public void Begin()
    {
        if (!IsOne && Directory.Exists(Path.Combine(folder, "data")))
            throw new LocalRuntime.Storage.LocalToolException($"{folder} runs in real time. Give time in steps a folder of its own: --folder.");
        Directory.CreateDirectory(Path.Combine(folder, "steps"));
    }

    /// <returns>Null as long as the app has not started.</returns>
    public DateTimeOffset? ReadNow() => Read(Now);

    /// <summary>Tells others what time it is.</summary>
    public void WriteNow(DateTimeOffset now) => Write(Now, now);

    /// <returns>The moment to go on to; null when nobody asked.</returns>
    public DateTimeOffset? ReadUntil() => Read(Until);

    /// <summary>Asks the app to go on to a moment.</summary>
    public void WriteUntil(DateTimeOffset moment) => Write(Until, moment);

    private static DateTimeOffset? Read(string file) =>
        File.Exists(file) && DateTimeOffset.TryParseExact(File.ReadAllText(file), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;

    // Moved into place: nobody reads half a moment.
    private static void Write(string file, DateTimeOffset moment)
    {
        File.WriteAllText(file + ".tmp", moment.ToString(Form, CultureInfo.InvariantCulture));
        File.Move(file + ".tmp", file, overwrite: true);
    }
}
