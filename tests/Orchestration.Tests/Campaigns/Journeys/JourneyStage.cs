using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Audience.Suppressions;
using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Journeys;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Journeys;

/// <summary>The activities of a journey « 18 ans aujourd’hui », on real storage; business time stands at <see cref="Some.Now"/>, a Tuesday.</summary>
internal sealed class JourneyStage(AppStorage storage)
{
    public const string Calendar = "essai-2027";

    private static readonly IOptions<PlanningRules> Rules = Options.Create(new PlanningRules());

    public static readonly PlannedJourney Journey = new(
        Some.Plan() with
        {
            Key = SendKey.Create(Calendar, "ror", "majorite", "2027-01-01"),
            Criterion = "jours_depuis(naissance, 18) == 0",
            Zones = [],
        },
        new DateOnly(2027, 1, 1),
        new DateOnly(2027, 12, 31),
        new SendTiming([Channel.Email, Channel.Sms], null, HolidayRule.Next, 1));

    private int _revisions;

    public AppStorage Storage => storage;

    public SendStore Sends { get; } = new(storage.Containers);

    public RevisionStore Revisions { get; } = new(storage.Containers);

    /// <summary>A revision with that journey, applied; a template; people by their dates of birth.</summary>
    public static async Task<JourneyStage> ReadyAsync(params string[] births)
    {
        var stage = new JourneyStage(await AppStorage.TakeAsync());
        await SomeLibrary.PublishAsync(stage.Storage);
        await stage.DeliverAsync(births);
        await stage.AddAsync(Journey);
        return stage;
    }

    public async Task DeliverAsync(params string[] births)
    {
        await SomeDatamart.UploadAsync(storage.Containers, [.. births.Select((birth, n) => $"P{n},Zoé,{birth},F,p{n}@exemple.fr,,0,true,fait")]);
        await new SnapshotStore(storage.Containers).PromoteAsync(SomeDatamart.Date, default);
    }

    /// <summary>One more revision, applied.</summary>
    public async Task<CalendarRevision> AddAsync(params PlannedJourney[] journeys)
    {
        var hash = $"hash {++_revisions}";
        var revision = await Revisions.AddAsync(new CalendarRevision(Calendar, 0, null, hash, "essai.yaml", Some.Now, []) { Journeys = journeys }, default);
        await Revisions.MarkAppliedAsync(Calendar, revision.Number, default);
        return revision;
    }

    public Task<JourneyOutlook> OpenAsync(int number = 1, DateTimeOffset? now = null) => new OpenJourneys(
        Revisions, Store, new SnapshotStore(storage.Containers), new VisaGate(SomeLibrary.Of(storage), new VisaStore(storage.Containers, storage.Clocks), Options.Create(new CaisseOptions())), Rules)
        .RunAsync(new OpenJourneysInput(Calendar, number, now ?? Some.Now), default);

    public async Task<IReadOnlyList<JourneyDay>> SearchAsync(DurableTaskClient client, JourneyWindow window, int number = 1, int scan = 0)
    {
        foreach (var caisse in window.Caisses)
            await new ScanCaisse(storage.Containers, new SnapshotStore(storage.Containers), Store).RunAsync(new ScanCaisseInput(Calendar, number, window, caisse), default);
        return await new GatherDays(Sends, Starter, Store, Rules)
            .RunAsync(new GatherDaysInput(Calendar, number, scan, window.Path, window.First, window.Last, Some.Now), client, default);
    }

    public Task StartAsync(DurableTaskClient client, JourneyWindow window, DateOnly date, int number = 1, int scan = 0) =>
        new StartDay(Revisions, Sends, Starter, Store, Rules)
            .RunAsync(new StartDayInput(Calendar, number, scan, window.Path, date, Some.Now), client, default);

    public Task AlignAsync(DurableTaskClient client, CalendarRevision revision) =>
        new JourneyDays(Sends, Starter, Rules, storage.Clocks).AlignAsync(revision, client, default);

    /// <summary>Its sends wait for a ring, and end.</summary>
    public static Task<TestEngine> StartEngineAsync() => TestEngine.StartAsync(
        EngineMode.Live,
        registry => registry.Orchestrator(nameof(SendOrchestrator), async context =>
        {
            await context.WaitForExternalEvent<Ring>(Doorbell.Changed);
            return "rung";
        }),
        options => options.Json = Json.Options);

    private JourneyStore Store => new(storage.Containers, Revisions);

    private SendStarter Starter => new(Sends, new MessageFinder(storage.Containers));
}
