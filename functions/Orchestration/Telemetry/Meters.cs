using System.Diagnostics.Metrics;
using Orchestration.Delivery;
using Orchestration.Messages;

namespace Orchestration.Telemetry;

/// <summary>Every measure of the pipeline, under the meter <c>Orchestration</c>.</summary>
internal static class Meters
{
    private static readonly Meter Meter = new("Orchestration");

    private static readonly Histogram<double> HandOver = Meter.CreateHistogram<double>(
        "orchestration.delivery.duration", "s", "Time to hand one message to a provider, by channel and outcome.");

    public static void MessageHandedOver(Channel channel, DeliveryStatus status, TimeSpan took) =>
        HandOver.Record(
            took.TotalSeconds,
            new KeyValuePair<string, object?>("channel", channel.ToString()),
            new KeyValuePair<string, object?>("status", status.ToString()));
}
