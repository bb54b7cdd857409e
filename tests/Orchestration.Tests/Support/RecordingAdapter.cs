using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;

namespace Orchestration.Tests.Support;

/// <summary>A provider that remembers every message that it was given, as often as it was given.</summary>
internal sealed class RecordingAdapter(FakeClock time, Channel channel = Channel.Email, bool honoursMessageId = true)
    : DeliveryAdapter(time, NullLogger.Instance)
{
    private readonly List<Guid> _given = [];

    public override Channel Channel => channel;

    public override bool HonoursMessageId => honoursMessageId;

    public IReadOnlyList<Guid> Given => _given;

    /// <summary>What the provider answers, or throws; gets the message and the number of hand-overs so far, from 1.</summary>
    public Func<OutgoingMessage, int, Task<SendResult>> Answer { get; set; } = (_, _) => Task.FromResult(SendResult.Delivered);

    protected override Task<SendResult> TrySendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        _given.Add(message.Id);
        return Answer(message, _given.Count);
    }
}
