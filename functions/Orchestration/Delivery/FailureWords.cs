using System.Globalization;
using System.Text.Json;
using Azure;
using Microsoft.DurableTask;
using Orchestration.Wording;

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

    /// <summary>Of a durable task or instance that fell: the types alone, for the text may be anybody's.</summary>
    public static string Of(TaskFailureDetails? failure) => failure switch
    {
        null => French.Text($"erreur sans détail"),
        { InnerFailure: { } inner } => $"{ShortName(failure.ErrorType)} ({Of(inner)})",
        _ => ShortName(failure.ErrorType),
    };

    private static string ShortName(string type) => type[(type.LastIndexOf('.') + 1)..];

    private static string Of(Exception error, string? detail) => detail is null ? error.GetType().Name : $"{error.GetType().Name}: {detail}";
}
