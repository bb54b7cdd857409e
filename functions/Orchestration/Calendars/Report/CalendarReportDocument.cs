using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Planning.Estimates;
using Orchestration.Planning.Views.Congestion;
using Orchestration.Planning.Views.OwnedMedia;
using Orchestration.Wording;

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
    IReadOnlyList<CalendarReportDocument.Change>? Changes,
    IReadOnlyList<CalendarReportDocument.Journey> Journeys,
    IReadOnlyList<AwaitedSend> Awaited,
    IReadOnlyList<CalendarReportDocument.Wave> Waves,
    OwnedMediaPlan? OwnedMedia,
    CalendarReportDocument.Crowding? Congestion)
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
        IReadOnlyList<Zone> Zones,
        VolumeEstimate? Volume);

    /// <summary>A send of every day, planned once.</summary>
    internal sealed record Journey(
        string Send,
        string CampaignTitle,
        DateOnly From,
        DateOnly Until,
        Population Population,
        string Criterion,
        IReadOnlyList<Channel> Channels,
        string Template,
        VolumeEstimate? VolumePerDay);

    /// <summary>A wave as it was planned with.</summary>
    internal sealed record Wave(string Id, string Campaign, DateOnly Start, DateOnly End, IReadOnlyList<Media> Media);

    /// <summary>Messages by week and public; weeks without anything are left out.</summary>
    internal sealed record Crowding(
        double? FourthQuarterShare, IReadOnlyList<QuarterLoad> Quarters, IReadOnlyList<Week> Weeks, IReadOnlyList<string> UnknownJourneys);

    /// <summary>A week of ISO 8601, such as <c>2027-W41</c>, with what each public gets.</summary>
    internal sealed record Week(string Name, DateOnly Monday, Load Total, IReadOnlyList<PublicLoad> Publics);

    internal sealed record PublicLoad(Population Population, Load Load);

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

    public static CalendarReportDocument Of(CalendarReport report) => Of(report, ReportViews.Of(report));

    private static CalendarReportDocument Of(CalendarReport report, ReportViews? views) => new(
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
        [.. (report.Plan?.Sends ?? []).Select(send => Of(send, report.Plan!))],
        report.Difference is { } difference
            ? [.. difference.Changes.Where(change => change.Kinds != PlanChangeKinds.None).Select(Of)]
            : null,
        [.. (report.Plan?.Journeys ?? []).Select(journey => Of(journey, report.Plan!))],
        report.Plan?.Awaited ?? [],
        [.. (report.Reading.Calendar?.Waves ?? []).OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal).Select(Of)],
        views?.OwnedMedia,
        views is null ? null : Of(views.Congestion));

    private static Occurrence Of(PlannedSend send, CalendarPlan plan) => new(
        send.Key.Value,
        send.CampaignTitle,
        send.Date,
        send.Population,
        send.Criterion,
        send.Channels,
        send.Template,
        send.Caisses.Count,
        send.Window,
        [.. send.Zones.Select(Of)],
        plan.Volumes.GetValueOrDefault(send.Key));

    private static Journey Of(PlannedJourney journey, CalendarPlan plan) => new(
        SendNames.PathOf(journey.Model.Key),
        journey.Model.CampaignTitle,
        journey.From,
        journey.Until,
        journey.Model.Population,
        journey.Model.Criterion,
        journey.Model.Channels,
        journey.Model.Template,
        plan.Volumes.GetValueOrDefault(journey.Model.Key));

    private static Wave Of(MediaWave wave) => new(wave.Id, wave.Campaign, wave.Start, wave.End, wave.Media);

    private static Crowding Of(CongestionMatrix congestion) => new(
        congestion.FourthQuarterShare,
        congestion.Quarters,
        [
            .. congestion.Weeks.Where(row => row.Total.Sends > 0).Select(row => new Week(
                row.Week.ToString(),
                row.Week.Monday,
                row.Total,
                [.. congestion.Publics.Zip(row.Publics, (population, load) => new PublicLoad(population, load))])),
        ],
        congestion.UnknownJourneys);

    private static Zone Of(ZonePlan zone) =>
        new(zone.TimeZone, zone.HolidayZone, zone.PrepareAt, zone.Slots, zone.ExpiresAt, zone.Reasons);

    private static Change Of(PlanChange change) => new(
        change.Key.Value,
        [.. Enum.GetValues<PlanChangeKinds>().Where(kind => kind != PlanChangeKinds.None && change.Kinds.HasFlag(kind))],
        change.Words);
}
