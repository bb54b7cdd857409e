using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orchestration.LocalRuntime.Durable.History;

/// <summary>The JSON of turns, in the store and in exported histories.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Turn))]
[JsonSerializable(typeof(Arrival))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(ExportedHistory))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    /// <summary>For the store: compact, letters as they are.</summary>
    public static HistoryJson Compact { get; } = new(Configure(indented: false));

    /// <summary>For people and for files under version control.</summary>
    public static HistoryJson Readable { get; } = new(Configure(indented: true));

    private static JsonSerializerOptions Configure(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
