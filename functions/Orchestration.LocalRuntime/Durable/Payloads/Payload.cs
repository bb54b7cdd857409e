using System.Text.Json.Serialization;

namespace Orchestration.LocalRuntime.Durable.Payloads;

/// <summary>A serialized value: none, JSON in place, or the name of the file that holds its JSON.</summary>
[JsonConverter(typeof(PayloadConverter))]
internal readonly record struct Payload(string? Json, string? File = null)
{
    public bool IsNone => Json is null && File is null;

    public bool IsFile => File is not null;
}
