using System.Diagnostics.Metrics;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Telemetry;
using Orchestration.Tests.Messages.Templates.Real;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Telemetry;

/// <summary><c>docs/telemetry.md</c> says what there is, no more and no less.</summary>
public sealed class TelemetryPageTests
{
    [Fact]
    public void Page_Instruments_AreThoseOfTheMeter()
    {
        RecordEverything();
        var published = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Meters.Name)
                    published.Add($"{instrument.Name} | {(instrument is Counter<long> ? "counter" : "histogram")} | {instrument.Unit} | {instrument.Description}");
            },
        };
        listener.Start();

        Assert.Equal(Rows("## Meters", 5).Select(row => $"{row[0]} | {row[1]} | {row[2]} | {row[4]}").Order(), published.Order());
    }

    [Fact]
    public void Page_TagsOfInstruments_AreThoseThatAreRecorded()
    {
        using var probe = new MeterProbe();

        RecordEverything();

        var recorded = probe.Heard.GroupBy(measure => measure.Name).ToDictionary(
            group => group.Key,
            group => string.Join(", ", group.SelectMany(measure => measure.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(tag => tag.Split('=')[0]).Distinct().Order()));
        Assert.Equal(Rows("## Meters", 5).ToDictionary(row => row[0], row => row[3]), recorded);
    }

    [Fact]
    public async Task Page_Spans_AreThoseThatAreOpened()
    {
        using var probe = new TraceProbe();
        var lot = new LotReady(Some.Lot(), Channel.Email, 80, 2, "", "", Some.Now, Some.ExpiresAt);

        await Traces.ImportAsync("calendar", () => Task.CompletedTask);
        await Traces.PrepareAsync(Some.Key, Some.Caisse, () => Task.FromResult(1));
        await Traces.RenderAsync(Some.Lot(), () => Task.FromResult(1));
        await Traces.DeliverAsync(lot, () => Task.FromResult(1));
        await Traces.HandOverAsync(2, () => Task.CompletedTask);

        Assert.Equal(
            Rows("## Traces", 3).Select(row => $"{row[0]}: {row[1]}"),
            probe.Heard.Select(activity => $"{activity.OperationName}: {string.Join(", ", activity.TagObjects.Select(tag => tag.Key).Order())}"));
    }

    private static void RecordEverything()
    {
        Meters.SendEntered(SendPhase.Ready, SendPhase.Planned);
        Meters.Decided(1, new Dictionary<string, int> { ["stop"] = 1 });
        Meters.LotRendered(Channel.Sms);
        Meters.LotDelivered(Channel.Email, LotHold.Hours);
        Meters.MessagesGot(Channel.Email, [Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Delivered)]);
        Meters.MessageHandedOver(Channel.Email, DeliveryStatus.Delivered, TimeSpan.FromSeconds(1));
        Meters.LotWaited(Channel.Email, TimeSpan.FromSeconds(1));
        Meters.CaisseEnded(TimeSpan.FromSeconds(1));
        Meters.ReceiptTaken(DeliveryStatus.Failed);
        Meters.OrderPlaced(CampaignType.ReadyMade, isTest: true);
        Meters.MessageGivenUp("DeliverLot");
    }

    /// <summary>The cells of the tables of so many columns below a heading, without their first row and without code marks.</summary>
    private static IEnumerable<string[]> Rows(string heading, int columns)
    {
        var lines = File.ReadAllLines(Path.Combine(TemplateFolder.Path, "..", "docs", "telemetry.md"));
        return lines.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim().Replace("`", "", StringComparison.Ordinal)).ToArray())
            .Where(cells => cells.Length == columns && cells[0] is not ("name" or "span" or "---"));
    }
}
