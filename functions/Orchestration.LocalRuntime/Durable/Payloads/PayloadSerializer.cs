using System.Text;
using System.Text.Json;

namespace Orchestration.LocalRuntime.Durable.Payloads;

/// <summary>Turns values into payloads and back, with the application's one JSON configuration; large ones go to files.</summary>
internal sealed class PayloadSerializer(JsonSerializerOptions options, PayloadFiles files, int largeBytes)
{
    private const int MaxBytesPerChar = 3;

    public Payload Serialize(object? value) => FromJson(ToJson(value));

    public string? ToJson(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), options);

    public Payload FromJson(string? json) =>
        json is not null && (IsLarge(json) || LooksLikeAFile(json)) ? files.Write(json) : new Payload(json);

    public string? ReadJson(Payload payload) => payload.File is { } file ? files.Read(file) : payload.Json;

    /// <param name="payload">What to read.</param>
    /// <param name="what">Names the payload in an error: "The input of activity 'X'".</param>
    /// <exception cref="PayloadException">The JSON does not fit the type.</exception>
    public T? Deserialize<T>(Payload payload, string what) => (T?)(Deserialize(payload, typeof(T), what) ?? default(T));

    /// <inheritdoc cref="Deserialize{T}"/>
    public object? Deserialize(Payload payload, Type type, string what)
    {
        if (ReadJson(payload) is not { } json)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, type, options);
        }
        catch (JsonException exception)
        {
            throw new PayloadException(what, type, exception);
        }
    }

    /// <summary>A payload in a file belongs to one instance; another instance gets its own copy.</summary>
    public Payload Copy(Payload payload) => payload.File is { } file ? files.Copy(file) : payload;

    private static bool LooksLikeAFile(string json) => json.Contains(PayloadConverter.FileProperty, StringComparison.Ordinal);

    private bool IsLarge(string json) =>
        json.Length > largeBytes / MaxBytesPerChar && Encoding.UTF8.GetByteCount(json) > largeBytes;
}
