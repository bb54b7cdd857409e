using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Calendars.Report;

/// <summary>
/// The shape of a report in JSON: names in camelCase, enumerations in kebab-case, moments in UTC, dates as <c>yyyy-mm-dd</c>.
/// Keys are only ever added; <c>Version</c> changes when one changes its meaning.
/// </summary>
internal sealed record CalendarReportDocument(
    int Version,
    string File,
    DateTimeOffset ReadAt,
    ReportOutcome Outcome,
    IReadOnlyList<string> Confirmation,
    CalendarReportDocument.Heading? Calendar,
    int Errors,
    int Warnings,
    IReadOnlyList<CalendarProblem> Problems,
    IReadOnlyList<CalendarReportDocument.Occurrence> Plan,
    IReadOnlyList<CalendarReportDocument.Change>? Changes)
{
    private const int CurrentVersion = 1;

    /// <summary>Which calendar it is; absent when it could not be read.</summary>
    internal sealed record Heading(string Id, string Title, int Year, int? Revision, int? RevisionOf, string ContentHash);

    /// <summary>One date of one send, in the order of the keys.</summary>
    internal sealed record Occurrence(
        string Key,
        string CampaignTitle,
        DateOnly Date,
        Population Population,
        string Criterion,
        IReadOnlyList<Channel> Channels,
        string Template,
        int Caisses,
        TimeWindow? Window,
        IReadOnlyList<Zone> Zones);

    /// <summary>When it goes out in one zone; no slots when it skips that zone.</summary>
    internal sealed record Zone(
        string TimeZone,
        HolidayZone HolidayZone,
        DateTimeOffset PrepareAt,
        IReadOnlyList<Slot> Slots,
        DateTimeOffset ExpiresAt,
        IReadOnlyList<string> Reasons);

    /// <summary>What the calendar changes in what was planned; unchanged occurrences are left out.</summary>
    internal sealed record Change(string Key, IReadOnlyList<PlanChangeKinds> Kinds, IReadOnlyList<string> Words);

    public static CalendarReportDocument Of(CalendarReport report) => new(
        CurrentVersion,
        report.File,
        report.ReadAt.ToUniversalTime(),
        report.Outcome,
        report.Confirmation,
        report.Reading.Calendar is { } calendar
            ? new(calendar.Id, calendar.Title, calendar.Year, report.Revision, calendar.RevisionOf, CalendarHash.Of(calendar))
            : null,
        report.Problems.Count(problem => problem.Severity == Severity.Error),
        report.Problems.Count(problem => problem.Severity == Severity.Warning),
        report.Problems,
        [.. (report.Plan?.Sends ?? []).Select(Of)],
        report.Difference is { } difference
            ? [.. difference.Changes.Where(change => change.Kinds != PlanChangeKinds.None).Select(Of)]
            : null);

    private static Occurrence Of(PlannedSend send) => new(
        send.Key.Value,
        send.CampaignTitle,
        send.Date,
        send.Population,
        send.Criterion,
        send.Channels,
        send.Template,
        send.Caisses.Count,
        send.Window,
        [.. send.Zones.Select(Of)]);

    private static Zone Of(ZonePlan zone) =>
        new(zone.TimeZone, zone.HolidayZone, zone.PrepareAt, zone.Slots, zone.ExpiresAt, zone.Reasons);

    private static Change Of(PlanChange change) => new(
        change.Key.Value,
        [.. Enum.GetValues<PlanChangeKinds>().Where(kind => kind != PlanChangeKinds.None && change.Kinds.HasFlag(kind))],
        change.Words);
}
