using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Orchestration.Telemetry;

namespace Orchestration.Tests.Telemetry;

/// <summary>One measure: the name of its instrument, its value, its tags as <c>name=value</c>.</summary>
internal sealed record Measure(string Name, double Value, string Tags);

/// <summary>Hears what this test records, and nothing of those beside it; or everything in the process, for a test that runs alone.</summary>
internal sealed class MeterProbe : IDisposable
{
    private static readonly AsyncLocal<MeterProbe?> Current = new();

    private readonly ConcurrentQueue<Measure> _heard = new();
    private readonly MeterListener _listener = new();

    private readonly bool _everything;

    public MeterProbe(bool everything = false)
    {
        _everything = everything;
        Current.Value = this;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meters.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<Measure> Heard => [.. _heard];

    public IReadOnlyList<(double Value, string Tags)> Of(string name) => [.. Heard.Where(measure => measure.Name == name).Select(measure => (measure.Value, measure.Tags))];

    public void Dispose()
    {
        Current.Value = null;
        _listener.Dispose();
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_everything || Current.Value == this)
            _heard.Enqueue(new Measure(instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}")))));
    }
}
