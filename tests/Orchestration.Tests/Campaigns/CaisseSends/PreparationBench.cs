using Orchestration.Audience;
using Orchestration.Audience.Datamart;
using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.CaisseSends;

/// <summary>One worker that prepares <see cref="Some.Plan"/> in its caisse.</summary>
internal sealed class PreparationBench : IDisposable
{
    /// <summary>By e-mail, by SMS, without contact, with a bad one, a child, and a row that cannot be read.</summary>
    public static readonly string[] People =
    [
        SomeDatamart.Row("P1"),
        "P2,Noé,1990-01-01,M,,06 12 34 56 78,,false,inconnu",
        "P3,Léa,1990-01-01,F,,,,false,inconnu",
        "P4,Ana,1990-01-01,F,pas une adresse,,,false,inconnu",
        "P5,Éva,2020-01-01,F,eva@exemple.fr,,,false,inconnu",
        "P6,Ugo,pas une date,M,ugo@exemple.fr,,,false,inconnu",
    ];

    private readonly SnapshotStore _snapshots;
    private readonly PrepareCaisse _prepare;

    public PreparationBench(AppStorage storage)
    {
        _snapshots = new SnapshotStore(storage.Containers);
        Suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        Control = new ControlStore(storage.Containers, storage.Clocks);
        Sends = new SendStore(storage.Containers);
        var audience = new CaisseAudience(
            storage.Containers, _snapshots, Suppressions, Some.Hasher, new RemindedPeople(storage.Containers, new LotStore(storage.Containers)));
        Counter = new AudienceCounter(_snapshots, audience);
        _prepare = new PrepareCaisse(storage.Containers, Sends, Control, new CaissePreparation(storage.Containers, audience, SomeLibrary.Of(storage)));
    }

    public AudienceCounter Counter { get; }

    public SuppressionList Suppressions { get; }

    public ControlStore Control { get; }

    public SendStore Sends { get; }

    /// <summary>A planned send, a published template, a datamart of these rows.</summary>
    public static async Task<AppStorage> ReadyAsync(params string[] rows)
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDatamart.UploadAsync(storage.Containers, rows);
        await SomeLibrary.PublishAsync(storage);
        await new SendStore(storage.Containers).PlanAsync(Some.Plan(), 1, default);
        return storage;
    }

    /// <summary>What was committed.</summary>
    public static Task<DecisionIndex> IndexAsync(AppStorage storage) =>
        storage.Containers.Decisions.ReadAsync<DecisionIndex>(DecisionPaths.Index(Some.Key, Some.Caisse), default);

    /// <summary>Prepares the shard that the manifest names now.</summary>
    public async Task<PreparedCaisse> PrepareAsync(DateTimeOffset? now = null)
    {
        var shard = (await _snapshots.ManifestAsync(SomeDatamart.Date, default)).Find(Population.Insured, Some.Caisse);
        return await _prepare.RunAsync(new PrepareInput(Some.Key, Some.Caisse, SomeDatamart.Date, shard, now ?? Some.Zone.PrepareAt), default);
    }

    public void Dispose()
    {
        Suppressions.Dispose();
        Control.Dispose();
    }
}
