using System.Diagnostics;
using Orchestration.Delivery.Adapters;
using Orchestration.Telemetry;
using Orchestration.Tests.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Telemetry;

public sealed class TracesTests
{
    [Fact]
    public async Task Delivery_LotOfTwoChunks_HasASpanForEachWithinItsOwn()
    {
        using var bench = new DeliveryBench(await AppStorage.TakeAsync());
        var lot = await SomeLot.WriteAsync(bench.Storage, DeliveryBench.ChunkSize + 1);
        using var probe = new TraceProbe();

        await bench.DeliverAsync(lot);

        Assert.Equal(
            [
                "hand over orchestration.messages=3",
                "hand over orchestration.messages=1",
                $"deliver orchestration.caisse={Some.Caisse} orchestration.lot=1 orchestration.messages=4 orchestration.send={Some.Key}",
            ],
            probe.Words);
        Assert.All(probe.Heard.Take(2), chunk => Assert.Equal(probe.Heard[2].SpanId, chunk.ParentSpanId));
    }

    // A message of an exception could quote anything; its type cannot.
    [Fact]
    public async Task Run_ThatFails_IsAnErrorWithItsTypeAlone()
    {
        using var probe = new TraceProbe();

        await Assert.ThrowsAsync<TransientDeliveryException>(() => Traces.ImportAsync("calendar", () => throw new TransientDeliveryException("zoe@exemple.fr")));

        var failed = Assert.Single(probe.Heard);
        Assert.Equal((ActivityStatusCode.Error, null), (failed.Status, failed.StatusDescription));
        Assert.Equal(["import error.type=Orchestration.Delivery.Adapters.TransientDeliveryException orchestration.kind=calendar"], probe.Words);
        Assert.Empty(failed.Events);
    }
}
