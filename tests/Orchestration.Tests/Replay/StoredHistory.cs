using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Orchestration.Tests.Calendars;

namespace Orchestration.Tests.Replay;

/// <summary>A file of <c>Histories</c>: what happened to one instance of an orchestrator, and what it showed in the end.</summary>
/// <param name="CustomStatus">As it stood when the history was taken.</param>
/// <param name="History">What the engine exports.</param>
public sealed record StoredHistory(JsonElement? CustomStatus, JsonElement History)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    [JsonIgnore]
    public string Orchestrator => History.GetProperty("orchestrator").GetString()!;

    /// <summary>What the instance returned; null while it goes on.</summary>
    [JsonIgnore]
    public string? Output => Last.GetProperty("kind").GetString() == "completed" ? Last.GetProperty("output").GetRawText() : null;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Replay", "Histories");

    private JsonElement Last => History.GetProperty("turns").EnumerateArray().Last(turn => turn.GetProperty("decisions").GetArrayLength() > 0)
        .GetProperty("decisions").EnumerateArray().Last();

    public static string ReadText(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    public static StoredHistory Read(string name) => JsonSerializer.Deserialize<StoredHistory>(ReadText(name), Format)!;

    /// <summary>Into the folder under version control.</summary>
    public static void Write(string name, string? customStatus, string history)
    {
        var stored = new StoredHistory(customStatus is null ? null : Element(customStatus), Element(history));
        var path = Path.Combine(CalendarFiles.Root, "tests", "Orchestration.Tests", "Replay", "Histories", name + ".json");
        File.WriteAllText(path, JsonSerializer.Serialize(stored, Format) + "\n");
    }

    private static JsonElement Element(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
