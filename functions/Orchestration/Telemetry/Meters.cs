using System.Diagnostics.Metrics;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Messages;

namespace Orchestration.Telemetry;

/// <summary>
/// Every measure of the pipeline, under the meter <c>Orchestration</c>; <c>docs/telemetry.md</c> lists them. Only functions and activities record, never
/// orchestrators, whose replays would count again. A tag has few values: no send, no caisse, no person.
/// </summary>
internal static class Meters
{
    public const string Name = "Orchestration";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Sends = Count("orchestration.sends", "{send}", "Sends that entered a phase.");

    private static readonly Counter<long> Decisions = Count("orchestration.decisions", "{person}", "People decided on, once each.");

    private static readonly Counter<long> LotsRendered = Count("orchestration.lots.rendered", "{lot}", "Lots rendered, once each.");

    private static readonly Counter<long> LotsDelivered = Count("orchestration.lots.delivered", "{lot}", "Attempts to deliver a lot that ended without a failure.");

    private static readonly Counter<long> Messages = Count("orchestration.messages", "{message}", "Messages that got a status.");

    private static readonly Counter<long> Receipts = Count("orchestration.receipts", "{receipt}", "Receipts taken in.");

    private static readonly Counter<long> Orders = Count("orchestration.orders", "{order}", "Campaigns that caisses ordered or wrote, once each.");

    private static readonly Counter<long> Poison = Count("orchestration.poison", "{message}", "Queue messages that were given up.");

    private static readonly Histogram<double> HandOver = Time(
        "orchestration.delivery.duration", "Time to hand one message to a provider.", [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30]);

    private static readonly Histogram<double> QueueAge = Time(
        "orchestration.queue.age", "From the announcement of a lot to the beginning of its delivery.", [0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600]);

    private static readonly Histogram<double> CaisseDuration = Time(
        "orchestration.caisse.duration", "In business time, from the last slot of a caisse to the end of its last message.", [60, 300, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400, 259_200]);

    /// <param name="phase">Where a send is now.</param>
    /// <param name="before">Where it was; null for nowhere.</param>
    public static void SendEntered(SendPhase phase, SendPhase? before)
    {
        if (phase != before)
            Sends.Add(1, Tag("phase", phase));
    }

    /// <param name="queued">People in a lot.</param>
    /// <param name="excluded">By reason.</param>
    public static void Decided(int queued, IReadOnlyDictionary<string, int> excluded)
    {
        Decisions.Add(queued, new KeyValuePair<string, object?>("outcome", "queued"));
        foreach (var (reason, people) in excluded)
            Decisions.Add(people, new("outcome", "excluded"), new("reason", reason));
    }

    public static void LotRendered(Channel channel) => LotsRendered.Add(1, Tag("channel", channel));

    /// <param name="channel">Of the lot.</param>
    /// <param name="hold">Null when every message is settled.</param>
    public static void LotDelivered(Channel channel, LotHold? hold) =>
        LotsDelivered.Add(1, Tag("channel", channel), new KeyValuePair<string, object?>("outcome", hold is { } held ? Words.Of(held) : "settled"));

    public static void MessagesGot(Channel channel, IEnumerable<MessageOutcome> outcomes)
    {
        foreach (var some in outcomes.Where(outcome => outcome.Status > DeliveryStatus.NotTaken).CountBy(outcome => outcome.Status))
            Messages.Add(some.Value, Tag("channel", channel), Tag("status", some.Key));
    }

    /// <summary>Once a message: nothing is made when nobody listens.</summary>
    public static void MessageHandedOver(Channel channel, DeliveryStatus status, TimeSpan took)
    {
        if (HandOver.Enabled)
            HandOver.Record(took.TotalSeconds, Tag("channel", channel), Tag("status", status));
    }

    public static void LotWaited(Channel channel, TimeSpan age) => QueueAge.Record(Math.Max(0, age.TotalSeconds), Tag("channel", channel));

    public static void CaisseEnded(TimeSpan took) => CaisseDuration.Record(Math.Max(0, took.TotalSeconds));

    public static void ReceiptTaken(DeliveryStatus status) => Receipts.Add(1, Tag("status", status));

    public static void OrderPlaced(CampaignType type, bool isTest) =>
        Orders.Add(1, Tag("type", type), new KeyValuePair<string, object?>("test", isTest));

    public static void MessageGivenUp(string function) => Poison.Add(1, new KeyValuePair<string, object?>("function", function));

    private static Counter<long> Count(string name, string unit, string description) => Meter.CreateCounter<long>(name, unit, description);

    private static Histogram<double> Time(string name, string description, IReadOnlyList<double> buckets) =>
        Meter.CreateHistogram(name, "s", description, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });

    private static KeyValuePair<string, object?> Tag<T>(string name, T value)
        where T : struct, Enum => new(name, Words.Of(value));
}
