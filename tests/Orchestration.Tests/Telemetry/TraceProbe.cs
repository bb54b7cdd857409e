using System.Collections.Concurrent;
using System.Diagnostics;
using Orchestration.Telemetry;

namespace Orchestration.Tests.Telemetry;

/// <summary>Hears the spans that this test opens, and nothing of those beside it.</summary>
internal sealed class TraceProbe : IDisposable
{
    private readonly Activity _test = new Activity("test").Start();
    private readonly ConcurrentQueue<Activity> _heard = new();
    private readonly ActivityListener _listener;

    public TraceProbe()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Traces.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _test.TraceId)
                    _heard.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyList<Activity> Heard => [.. _heard];

    /// <summary>Name and attributes, in the order of their names.</summary>
    public IReadOnlyList<string> Words => [.. Heard.Select(activity =>
        $"{activity.OperationName} {string.Join(' ', activity.TagObjects.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))}")];

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }
}
