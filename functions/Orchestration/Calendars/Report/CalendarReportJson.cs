using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Orchestration.Calendars.Report;

/// <summary>Writes a report for programs; <see cref="CalendarReportDocument"/> is its shape.</summary>
public static class CalendarReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <returns>UTF-8, the same bytes for the same report.</returns>
    public static byte[] Write(CalendarReport report) =>
        JsonSerializer.SerializeToUtf8Bytes(CalendarReportDocument.Of(report), Options);
}
