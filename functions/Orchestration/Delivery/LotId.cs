using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Orchestration.Campaigns;

namespace Orchestration.Delivery;

/// <summary>Names a lot: <c>{sendKey}:{caisse}:{n}</c>.</summary>
[JsonConverter(typeof(Converter))]
public sealed record LotId(SendKey Send, string Caisse, int Number)
{
    /// <summary>The orchestration that looks after the lot.</summary>
    public string Owner => $"{Send}:{Caisse}";

    /// <summary>In the container of the lots.</summary>
    public string MessagesPath => $"{Send}/{Caisse}/{Number:0000}.ndjson.gz";

    /// <summary>In the container of the progress.</summary>
    public string ProgressPath => $"{Send}/{Caisse}/{Number:0000}.ndjson";

    /// <summary>In the container of the progress.</summary>
    public string ReceiptsPath => $"{Send}/{Caisse}/{Number:0000}.receipts";

    /// <exception cref="FormatException">Not the id of a lot.</exception>
    public static LotId Parse(string text) =>
        text.Split(':') is [var send, { Length: > 0 } caisse, var number]
        && caisse.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && SendKey.TryParse(send, out var key)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new LotId(key, caisse, n)
            : throw new FormatException($"'{text}' is not the id of a lot: sendKey:caisse:number.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Send}:{Caisse}:{Number}");

    private sealed class Converter : JsonConverter<LotId>
    {
        public override LotId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return Parse(reader.GetString() ?? "");
            }
            catch (FormatException error)
            {
                throw new JsonException(error.Message);
            }
        }

        public override void Write(Utf8JsonWriter writer, LotId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
