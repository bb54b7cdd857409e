using Orchestration.Audience;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Replay;

/// <summary>Runs small campaigns on the whole app, and keeps the histories of their orchestrations: see <c>README.md</c> in this folder.</summary>
public sealed class HistoryRecorder
{
    private const string Paris = "CPAM-75";
    private const string Mayotte = "CSS-976";

    private static readonly DateTimeOffset FirstNight = new(2027, 3, 23, 22, 0, 0, TimeSpan.Zero);

    /// <summary>Moved before its visa, sent over two days with a pause between them; beside it a send that a later revision takes out.</summary>
    [RecordingFact]
    public async Task Record_a_send_that_is_moved_paused_and_resumed()
    {
        await using var app = await CampaignApp.StartUnseenAsync(People(), Yaml(wave: "2027-03-22"));
        await RecordAsync(app, "calendar-applied", CalendarOrchestrator.InstanceId(SomeCalendar.Id, 1));
        await app.UploadCalendarAsync(Yaml(wave: "2027-03-23"));
        await app.UploadCalendarAsync(Yaml(wave: "2027-03-23", withStaff: false));
        await app.UntilRevisionAsync(3, RevisionPhase.WaitingForConfirmation);
        await RecordAsync(app, "calendar-waiting", CalendarOrchestrator.InstanceId(SomeCalendar.Id, 3));
        await app.ConfirmAsync(3);
        await RecordAsync(app, "calendar-confirmed", CalendarOrchestrator.InstanceId(SomeCalendar.Id, 3));
        await app.PlayToEndAsync(SomeCalendar.Staff);
        await RecordAsync(app, "send-withdrawn", SomeCalendar.Staff);

        foreach (var request in await app.PendingVisasAsync())
            (await app.DecideAsync(request, granted: true)).EnsureSuccessStatusCode();
        await app.PlayUntilAsync(FirstNight);
        await app.ControlAsync(SomeCalendar.Invitation, "pause");
        await app.PlayUntilAsync(FirstNight.AddDays(1));
        await RecordAsync(app, "send-paused", SomeCalendar.Invitation);
        await RecordAsync(app, "caisse-paused", Of(Paris));
        await app.ControlAsync(SomeCalendar.Invitation, "resume");
        await app.PlayToEndAsync(SomeCalendar.Invitation);
        await RecordAsync(app, "send-closed", SomeCalendar.Invitation);
        await RecordAsync(app, "caisse-resumed", Of(Paris));
        await RecordAsync(app, "caisse-done", Of(Mayotte));
    }

    /// <summary>A shard comes late, its caisse is tried again; then an operator cancels what is left.</summary>
    [RecordingFact]
    public async Task Record_a_send_that_is_retried_and_cancelled()
    {
        var people = People();
        people.Lose(Population.Insured, Paris);
        await using var app = await CampaignApp.StartReadyAsync(people, Yaml(withStaff: false));
        await app.PlayUntilAsync(FirstNight);
        await RecordAsync(app, "caisse-not-counted", Of(Paris));
        people.FindAgain();
        await app.UploadDatamartAsync(people);
        await app.RetryAsync(SomeCalendar.Invitation, Paris);
        await app.PlayUntilAsync(FirstNight.AddHours(8));
        await app.ControlAsync(SomeCalendar.Invitation, "cancel");
        await app.PlayToEndAsync(SomeCalendar.Invitation);
        await RecordAsync(app, "send-retried", SomeCalendar.Invitation);
        await RecordAsync(app, "caisse-cancelled", Of(Paris));
    }

    /// <summary>A journey that has somebody on two days; a revision takes it out after the first.</summary>
    [RecordingFact]
    public async Task Record_a_journey_that_is_taken_out()
    {
        var people = new TestDatamart(new DateOnly(2027, 3, 1));
        people.AddInsured(Paris, "p1", email: "p1@example.org", birth: "2009-03-20");
        people.AddInsured(Mayotte, "p2", email: "p2@example.org", birth: "2009-03-25");
        var journey = Yaml(withStaff: false)
            .Replace("age >= 18 && (vaccin_ror.non_fait || vaccin_ror.inconnu)", "jours_depuis(naissance, 18) == 0", StringComparison.Ordinal)
            .Replace("at: v1.start", "every: day", StringComparison.Ordinal).Replace("    spread: 2d\n", "", StringComparison.Ordinal);
        await using var app = await CampaignApp.StartUnseenAsync(people, journey);
        await app.GrantAsync(pending: 1);
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 20, 12, 0, 0, TimeSpan.Zero));
        var instance = JourneyOrchestrator.InstanceId(SomeCalendar.Id, 1);
        await RecordAsync(app, "journey-started", instance);
        await app.UploadCalendarAsync(Yaml(withStaff: false));
        await app.UntilRevisionAsync(2, RevisionPhase.WaitingForConfirmation);
        await app.ConfirmAsync(2);
        await app.Durable.WaitForInstanceCompletionAsync(instance, CancellationToken.None);
        await RecordAsync(app, "journey-superseded", instance);
    }

    private static string Of(string caisse) => $"{SomeCalendar.Invitation}:{caisse}";

    private static string Yaml(string wave = "2027-03-23", bool withStaff = true) =>
        SomeCalendar.Yaml(wave: wave, withStaff: withStaff).Replace("[CPAM-75, CGSS-971, CSS-976]", $"[{Paris}, {Mayotte}]", StringComparison.Ordinal);

    /// <summary>Few, and on both days by both channels.</summary>
    private static TestDatamart People()
    {
        var people = new TestDatamart(new DateOnly(2027, 3, 1));
        foreach (var caisse in new[] { Paris, Mayotte })
        {
            for (var n = 0; n < 6; n++)
                people.AddInsured(caisse, $"{caisse}-{n}", email: $"p{n}.{caisse}@example.org");
            people.Add(Population.Staff, caisse, $"AG-{caisse},Léa,Martin,agent.{caisse}@example.org");
        }

        return people;
    }

    private static async Task RecordAsync(CampaignApp app, string name, string instance)
    {
        var shown = await app.Durable.GetInstanceAsync(instance, getInputsAndOutputs: true);
        StoredHistory.Write(name, shown!.SerializedCustomStatus, await app.HistoryAsync(instance));
    }
}
