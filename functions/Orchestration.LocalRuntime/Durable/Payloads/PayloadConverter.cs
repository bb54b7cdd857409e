using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orchestration.LocalRuntime.Durable.Payloads;

/// <summary>
/// Writes a payload as the JSON that it is, so that a stored history reads like one document; indented when the document is.
/// </summary>
internal sealed class PayloadConverter : JsonConverter<Payload>
{
    /// <summary>The only property of the object that stands for a payload in a file.</summary>
    public const string FileProperty = "$payloadFile";

    public override Payload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var value = document.RootElement;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(FileProperty, out var file)
            ? new Payload(null, file.GetString())
            : new Payload(value.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, Payload value, JsonSerializerOptions options)
    {
        if (value.File is not null)
        {
            writer.WriteStartObject();
            writer.WriteString(FileProperty, value.File);
            writer.WriteEndObject();
        }
        else if (options.WriteIndented)
        {
            using var document = JsonDocument.Parse(value.Json ?? "null");
            document.RootElement.WriteTo(writer);
        }
        else
        {
            writer.WriteRawValue(value.Json ?? "null", skipInputValidation: true);
        }
    }
}
