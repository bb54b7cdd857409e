using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>How values are written in columns.</summary>
internal static class StoredText
{
    private const string FilePrefix = "file:";

    /// <summary>JSON never begins with the letters of the prefix.</summary>
    public static string? Of(Payload payload) => payload.File is { } file ? FilePrefix + file : payload.Json;

    public static Payload ToPayload(string? text) => text is not null && text.StartsWith(FilePrefix, StringComparison.Ordinal)
        ? new Payload(null, text[FilePrefix.Length..])
        : new Payload(text);

    public static string Of(Failure failure) => JsonSerializer.Serialize(failure, HistoryJson.Compact.Failure);

    public static Failure ToFailure(string text) => JsonSerializer.Deserialize(text, HistoryJson.Compact.Failure)!;

    public static byte[] Of(Turn turn) => JsonSerializer.SerializeToUtf8Bytes(turn, HistoryJson.Compact.Turn);

    public static Turn ToTurn(byte[] bytes) => JsonSerializer.Deserialize(bytes, HistoryJson.Compact.Turn)!;

    public static byte[] Of(Arrival arrival) => JsonSerializer.SerializeToUtf8Bytes(arrival, HistoryJson.Compact.Arrival);

    public static Arrival ToArrival(byte[] bytes) => JsonSerializer.Deserialize(bytes, HistoryJson.Compact.Arrival)!;

    public static DateTimeOffset ToMoment(long ticks) => new(ticks, TimeSpan.Zero);

    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static byte[] Bytes(this SqliteDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);
}
