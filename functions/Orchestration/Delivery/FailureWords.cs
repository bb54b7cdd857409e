using System.Globalization;
using System.Text.Json;
using Azure;

namespace Orchestration.Delivery;

/// <summary>
/// What may be kept and shown of an exception: its type, codes, and the text of our own exceptions, which name ids only. A message of anybody else's can
/// quote what it choked on.
/// </summary>
internal static class FailureWords
{
    public static string Of(Exception error) => error switch
    {
        JsonException json => Of(json, json.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}") : null),
        RequestFailedException storage => Of(storage, string.Create(CultureInfo.InvariantCulture, $"{storage.Status} {storage.ErrorCode}").TrimEnd()),
        _ when error.GetType().Assembly == typeof(FailureWords).Assembly => Of(error, error.Message),
        { InnerException: { } inner } => $"{error.GetType().Name} ({Of(inner)})",
        _ => Of(error, null),
    };

    private static string Of(Exception error, string? detail) => detail is null ? error.GetType().Name : $"{error.GetType().Name}: {detail}";
}
