using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Orchestration.Campaigns;

namespace Orchestration.Storage;

/// <summary>The one serializer configuration: blobs, queue messages, durable payloads and HTTP bodies, in both flavours.</summary>
public static class Json
{
    /// <summary>camelCase names, kebab-case enums, nulls left out, accents as they are.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    /// <summary>The same, for people: indented.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true };

    /// <summary>Brings options that a framework keeps to <see cref="Options"/>.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = true;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new SendKeyConverter());
        return options;
    }

    private sealed class SendKeyConverter : JsonConverter<SendKey>
    {
        public override SendKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            SendKey.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("Not a send key.");

        public override void Write(Utf8JsonWriter writer, SendKey value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);

        public override SendKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, SendKey value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value);
    }
}
