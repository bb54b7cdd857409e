using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Reports;

public sealed class ReportSendTests
{
    [Fact]
    public async Task RunAsync_ReceiptsAfterTheCount_AreInTheReport()
    {
        var storage = await AppStorage.TakeAsync();
        var last = await SentAsync(storage, DeliveryStatus.Accepted);
        using var suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        await new ApplyReceipt(storage.Containers, suppressions).RunAsync(
            new Receipt(Some.Lot(), Some.MessageIdOf(1), DeliveryStatus.Delivered, null, false, Some.Now), default);

        var status = await ReportAsync(storage, last, isFinal: true);

        Assert.Equal((SendPhase.Closed, new DeliveryCounts(0, 1, 0, 0, 1, 0)), (status.Phase, status.Counts));
        Assert.Empty((await storage.Containers.Reports.ReadAsync<SendReport>($"{Some.Key}.json", default)).Problems);
    }

    [Fact]
    public async Task RunAsync_ProvisionalThenFinal_TheFinalStands()
    {
        var storage = await AppStorage.TakeAsync();
        var last = await SentAsync(storage, DeliveryStatus.Delivered);

        Assert.Equal(SendPhase.Sent, (await ReportAsync(storage, last, isFinal: false)).Phase);
        await ReportAsync(storage, last, isFinal: true);

        Assert.True((await storage.Containers.Reports.ReadAsync<SendReport>($"{Some.Key}.json", default)).IsFinal);
        Assert.True(await storage.Containers.Reports.GetBlobClient($"{Some.Key}.html").ExistsAsync());
    }

    [Fact]
    public async Task RunAsync_CaisseThatNeverGotAnywhere_IsInTheReport()
    {
        var storage = await AppStorage.TakeAsync();
        await new SendStore(storage.Containers).PlanAsync(Some.Plan(), 1, default);
        var last = SendStatus.Of(Some.Key, SendPhase.Sent, null, [CaisseStatus.Nothing(Some.Caisse, CaissePhase.NotCounted, "panne")]);

        await ReportAsync(storage, last, isFinal: true);

        Assert.Equal(["1\u00A0caisse n’a laissé aucun compte"], (await storage.Containers.Reports.ReadAsync<SendReport>($"{Some.Key}.json", default)).Problems);
    }

    /// <summary>A send of two people, both with this outcome, counted.</summary>
    private static async Task<SendStatus> SentAsync(AppStorage storage, DeliveryStatus outcome)
    {
        await new SendStore(storage.Containers).PlanAsync(Some.Plan(), 1, default);
        await storage.Containers.Decisions.TryCreateAsync(
            DecisionPaths.Index(Some.Key, Some.Caisse), SomeDecisions.Index(new LotEntry(1, 0, Channel.Email, 2)), default);
        await SomeLot.RecordAsync(storage, (1, outcome, null), (2, outcome, null));

        var counter = new TallyCounter(storage.Containers, new LotStore(storage.Containers));
        var caisse = await new TallyCaisse(storage.Containers, counter, storage.Clocks).RunAsync(new TallyInput(Some.Key, Some.Caisse, CaissePhase.Done, null), default);
        return SendStatus.Of(Some.Key, SendPhase.Sent, null, [caisse]);
    }

    private static Task<SendStatus> ReportAsync(AppStorage storage, SendStatus last, bool isFinal) =>
        new ReportSend(storage.Containers, new SendStore(storage.Containers), new TallyCounter(storage.Containers, new LotStore(storage.Containers)))
            .RunAsync(new ReportInput(last, isFinal), default);
}
