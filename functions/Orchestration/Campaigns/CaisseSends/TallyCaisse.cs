using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.Reports;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>How a caisse ended.</summary>
public sealed record TallyInput(SendKey Send, string Caisse, CaissePhase Phase, string? Why);

/// <summary>Counts what a caisse did and keeps the account for the report.</summary>
public sealed class TallyCaisse(Containers containers, TallyCounter counter, Clocks clocks)
{
    [Function(nameof(TallyCaisse))]
    public async Task<CaisseStatus> RunAsync([ActivityTrigger] TallyInput input, CancellationToken cancellation)
    {
        var tally = input.Phase == CaissePhase.Done
            ? await counter.TryCountAsync(input.Send, input.Caisse, cancellation) ?? throw new MissingBlobException($"decisions of {input.Send}:{input.Caisse}")
            : CaisseTally.Nothing(input.Caisse, input.Phase, input.Why);
        var document = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(tally, Json.Options));
        var path = CaisseTally.Path(input.Send, input.Caisse);
        var version = await containers.Progress.WriteAsync(path, document, "application/json", cancellation);
        containers.Recent.Keep(CaisseTally.NameOf(path, version), tally, document.ToMemory().Length);
        if (input.Phase == CaissePhase.Done)
            await MeasureAsync(input, cancellation);
        return tally.Status;
    }

    /// <summary>A caisse without messages had nothing to wait for.</summary>
    private async Task MeasureAsync(TallyInput input, CancellationToken cancellation)
    {
        if (await containers.TryReadIndexAsync(input.Send, input.Caisse, cancellation) is { Queued: > 0 } index)
            Meters.CaisseEnded(clocks.Business.GetUtcNow() - index.Slots[^1].Start);
    }
}
