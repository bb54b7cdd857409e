using Microsoft.Extensions.Options;
using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Messages.Templates;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

/// <summary>One worker that renders lots of the template <c>national/essai</c>.</summary>
internal sealed class RenderingBench : IDisposable
{
    private readonly AppStorage _storage;
    private readonly LotRendering _rendering;

    public RenderingBench(AppStorage storage)
    {
        _storage = storage;
        Suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        Control = new ControlStore(storage.Containers, storage.Clocks);
        var lots = new LotStore(storage.Containers);
        _rendering = new LotRendering(
            storage.Containers, lots, SomeLibrary.Of(storage), Suppressions, Some.Hasher, SomeLinks.Signer(), Options.Create(SomeContent.Settings), storage.Clocks);
        RenderLot = new RenderLot(_rendering, lots, Control, Queue);
    }

    public SuppressionList Suppressions { get; }

    public ControlStore Control { get; }

    public RecordingQueue Queue { get; } = new();

    public RenderLot RenderLot { get; }

    public static LotRecipient Recipient(int person, string? prenom = "Zoé", string? to = null) => new(
        $"P{person}",
        to ?? SomeLot.Address(person),
        new Dictionary<string, string?> { ["prenom"] = prenom, ["naissance"] = null, ["compte_ameli"] = "true", ["enfants"] = null, ["medecin_traitant"] = "fait" });

    /// <summary>Writes the recipients of lot 1, as decided.</summary>
    public static async Task DecideAsync(AppStorage storage, params LotRecipient[] recipients)
    {
        using var writer = new NdjsonWriter<LotRecipient>();
        foreach (var recipient in recipients)
            writer.Add(recipient);
        await storage.Containers.Lots.WriteAsync(
            DecisionPaths.Recipients(Some.Key, Some.Caisse, SomeDecisions.Run, 1), writer.Complete(), "application/x-ndjson", default);
    }

    public static RenderInput Input(string? contentHash, bool wasRendered = false) =>
        new(Some.Lot(), SomeDecisions.Run, Channel.Email, 80, Some.Slot, Some.ExpiresAt, contentHash, wasRendered);

    public Task<LotReady> RenderAsync(string? contentHash) => _rendering.RenderAsync(Input(contentHash), default);

    public async Task<IReadOnlyList<OutgoingMessage>> MessagesAsync(LotReady lot) => [.. await LotMessages.OpenAsync(_storage.Containers, lot, default)];

    public async Task<IReadOnlyList<(Guid Id, DeliveryStatus Status, string? Reason)>> WithheldAsync(LotReady lot)
    {
        var ledger = new OutcomeLedger();
        await ledger.ReadAsync(_storage.Containers.Decisions, DecisionPaths.Withheld(Some.Key, Some.Caisse, 1, lot.Sha256), default);
        return [.. ledger.All.Select(outcome => (outcome.Id, outcome.Status, outcome.Reason))];
    }

    public void Dispose()
    {
        Suppressions.Dispose();
        Control.Dispose();
    }
}
