using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Orchestration.Campaigns;

namespace Orchestration.Calendars.Report;

/// <summary>Writes a report for programs; <see cref="CalendarReportDocument"/> is its shape.</summary>
public static class CalendarReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new SendKeyConverter() },
    };

    /// <returns>UTF-8, the same bytes for the same report.</returns>
    public static byte[] Write(CalendarReport report) =>
        JsonSerializer.SerializeToUtf8Bytes(CalendarReportDocument.Of(report), Options);

    private sealed class SendKeyConverter : JsonConverter<SendKey>
    {
        public override SendKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Reports are only written.");

        public override void Write(Utf8JsonWriter writer, SendKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
