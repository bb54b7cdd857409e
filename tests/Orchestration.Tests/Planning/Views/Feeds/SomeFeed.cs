using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Planning;
using Orchestration.Planning.Estimates;
using Orchestration.Planning.Views;
using Orchestration.Planning.Views.Feeds;

namespace Orchestration.Tests.Planning.Views.Feeds;

/// <summary>A calendar in force: a wave, a letter, a send of four days that meets a public holiday of Mayotte.</summary>
internal static class SomeFeed
{
    public static readonly DateTimeOffset At = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    public static readonly SendKey Invitation = SendKey.Parse("essai-2027.ror.invitation.1");

    public static FeedSource Source(params IReadOnlyList<Send> others)
    {
        var send = Some.Send() with { Moment = new WaveMoment("ror-v1", WaveEdge.Start, 0, OffsetUnit.Days), SpreadDays = 2 };
        var calendar = Some.Calendar([send, .. others], Some.Wave()) with { Campaigns = [Some.Campaign() with { Letter = new(2027, 3, 30) }] };
        var plan = Planner.Plan(calendar, new PlanningRules(), Some.Now);
        plan = plan with { Volumes = new Dictionary<SendKey, VolumeEstimate> { [Invitation] = new(900_000, 100_000, false) } };
        return new FeedSource(calendar.Id, 3, At, CalendarOutline.Of(calendar, plan), plan.Sends, [], new HashSet<SendKey>());
    }

    public static FeedAudience Audience(string name) =>
        FeedAudience.TryParse(name, out var audience) ? audience : throw new ArgumentException($"There is no audience '{name}'.", nameof(name));

    public static byte[] Write(FeedSource source, string audience) =>
        ICalendarWriter.Write(PlanFeed.Title(source, Audience(audience)), PlanFeed.Of(source, Audience(audience)), source.Revision, source.At);
}
