using System.Text.Json;

namespace Orchestration.LocalRuntime.Durable.Payloads;

/// <summary>A payload is not what the code that reads it expects; the message names the payload, the type and the JSON path.</summary>
internal sealed class PayloadException(string what, Type expected, JsonException cause)
    : JsonException($"{what} is not a {expected}: at {cause.Path ?? "$"}: {cause.Message}", cause.Path, cause.LineNumber, cause.BytePositionInLine, cause);
