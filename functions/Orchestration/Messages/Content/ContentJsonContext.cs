using System.Text.Json.Serialization;

namespace Orchestration.Messages.Content;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(ChannelConverter)])]
[JsonSerializable(typeof(ContentBundle))]
internal sealed partial class ContentJsonContext : JsonSerializerContext;
