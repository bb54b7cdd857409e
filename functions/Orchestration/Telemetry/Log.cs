using Microsoft.Extensions.Logging;
using Orchestration.Calendars.Report;
using Orchestration.Campaigns.Waves;
using Orchestration.Delivery;
using Orchestration.Messages;

namespace Orchestration.Telemetry;

/// <summary>Every log message of the pipeline. No name, no address, no NIR: only ids, codes and figures.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Message {MessageId} was refused by the {Channel} provider: {Reason}")]
    public static partial void MessageRefused(this ILogger logger, Guid messageId, Channel channel, string? reason);

    [LoggerMessage(2, LogLevel.Information, "Lot {Lot} of {Count} messages: hold {Hold} until {Until}")]
    public static partial void LotDelivered(this ILogger logger, string lot, int count, LotHold? hold, DateTimeOffset? until);

    [LoggerMessage(3, LogLevel.Warning, "Lot {Lot}: {Count} messages were being handed over when the process stopped; they are not sent again")]
    public static partial void UncertainMessages(this ILogger logger, string lot, int count);

    [LoggerMessage(4, LogLevel.Information, "Datamart of {Date}: {Shards} shards, {Missing} missing, {Errors} errors")]
    public static partial void DatamartImported(this ILogger logger, string date, int shards, int missing, int errors);

    [LoggerMessage(5, LogLevel.Information, "Calendar {File}: {Outcome}, revision {Revision}, {Problems} problems")]
    public static partial void CalendarRead(this ILogger logger, string file, ReportOutcome outcome, int? revision, int problems);

    [LoggerMessage(6, LogLevel.Information, "Templates {File}: {Published} folders published, {Problems} problems")]
    public static partial void TemplatesRead(this ILogger logger, string file, int published, int problems);

    [LoggerMessage(7, LogLevel.Warning, "Lot {Lot} is announced again in a minute: {Why}")]
    public static partial void LotPutBack(this ILogger logger, string lot, string why);

    [LoggerMessage(8, LogLevel.Information, "Waves {File}: {Outcome}, {Waves} waves, {Problems} problems")]
    public static partial void WavesRead(this ILogger logger, string file, WaveOutcome outcome, int waves, int problems);

    [LoggerMessage(40, LogLevel.Warning, "The health check {Check} failed")]
    public static partial void HealthCheckFailed(this ILogger logger, string check, Exception error);

    [LoggerMessage(90, LogLevel.Error, "The request to {Function} failed")]
    public static partial void RequestFailed(this ILogger logger, string function, Exception error);
}
