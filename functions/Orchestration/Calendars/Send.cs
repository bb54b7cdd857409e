using Orchestration.Audience;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Calendars;

/// <summary>One step of a campaign: one audience, channels in order, one template, one moment.</summary>
/// <param name="Id">Unique in its campaign.</param>
/// <param name="Campaign">Id of its campaign.</param>
/// <param name="Population">The public.</param>
/// <param name="Criterion">Who of the public, with its spaces normalized.</param>
/// <param name="Channels">In order of preference: the first that can reach a person.</param>
/// <param name="Template">Template id.</param>
/// <param name="Moment">A date, or the rule that gives its dates.</param>
/// <param name="SpreadDays">Over how many allowed days the audience is spread; 1 for all at once.</param>
/// <param name="OnHoliday">What becomes of a date that is a public holiday where the caisse is.</param>
/// <param name="Window">Narrower hours than the channels', local; null for none.</param>
/// <param name="Waiver">Why a waivable rule is not kept here; null when none is asked for.</param>
/// <param name="Remind">
/// The send, as <c>campaign/send</c>, whose recipients this one reminds, less those who have acted since; null for none.
/// </param>
/// <param name="Volume">How many people the planner expects to reach, in the whole of France; null when not said.</param>
/// <param name="CallPercent">How many of a hundred people reached will phone 3646; 0 when not said (domain.md A13, row 193).</param>
/// <param name="Inserts">Ids of the campaigns that have an insert in this newsletter.</param>
/// <param name="Places">Where it stands in the file.</param>
public sealed record Send(
    string Id,
    string Campaign,
    Population Population,
    string Criterion,
    IReadOnlyList<Channel> Channels,
    string Template,
    SendMoment Moment,
    int SpreadDays,
    HolidayRule OnHoliday,
    TimeWindow? Window,
    string? Waiver,
    string? Remind,
    long? Volume,
    decimal CallPercent,
    IReadOnlyList<string> Inserts,
    SourcePlaces Places)
{
    /// <summary>What other entries call it: <c>campaign/send</c>.</summary>
    public string Name => $"{Campaign}/{Id}";
}
