using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orchestration.Messages;

/// <summary>The stable JSON of a lot line. HTML and accents are written as they are: lots are files, never embedded in a page.</summary>
public static class OutgoingMessageJson
{
    private static readonly OutgoingMessageJsonContext Context = new(new JsonSerializerOptions(OutgoingMessageJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes one line, without its line end; the writer's own settings do not change it.</summary>
    public static void Write(Utf8JsonWriter writer, OutgoingMessage message) => writer.WriteRawValue(Write(message), skipInputValidation: true);

    /// <summary>One line, without its line end.</summary>
    public static byte[] Write(OutgoingMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, Context.OutgoingMessage);

    /// <exception cref="JsonException">The line is not a message: it names the path.</exception>
    public static OutgoingMessage Read(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, Context.OutgoingMessage) ?? throw new JsonException("A lot line is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(ChannelConverter), typeof(PurposeConverter)])]
[JsonSerializable(typeof(OutgoingMessage))]
internal sealed partial class OutgoingMessageJsonContext : JsonSerializerContext;

internal sealed class ChannelConverter() : JsonStringEnumConverter<Channel>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class PurposeConverter() : JsonStringEnumConverter<Purpose>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
