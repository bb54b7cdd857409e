using Microsoft.Extensions.Logging;
using Orchestration.Messages;
using Orchestration.Telemetry;
using Polly;
using Polly.Retry;

namespace Orchestration.Delivery.Adapters;

/// <summary>
/// Hands messages to one provider. A subclass writes <see cref="TrySendAsync"/>; this class retries what is passing, times, and logs.
/// </summary>
public abstract class DeliveryAdapter(TimeProvider systemTime, ILogger logger)
{
    private readonly ResiliencePipeline<SendResult> _retries = new ResiliencePipelineBuilder<SendResult> { TimeProvider = systemTime }
        .AddRetry(new RetryStrategyOptions<SendResult>
        {
            ShouldHandle = new PredicateBuilder<SendResult>().Handle<TransientDeliveryException>(),
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(200),
            UseJitter = true,
        })
        .Build();

    /// <summary>The channel that it serves.</summary>
    public abstract Channel Channel { get; }

    /// <summary>True when it keeps messages instead of sending them: what test keys order goes there, whatever else is installed.</summary>
    public virtual bool IsOutbox => false;

    /// <summary>
    /// True when the provider recognises a message id that it has had already, so that giving a message twice sends it once. When false, messages that
    /// were in its hands during a crash become <see cref="DeliveryStatus.Unknown"/> and are not given again.
    /// </summary>
    public abstract bool HonoursMessageId { get; }

    /// <exception cref="TransientDeliveryException">The provider still could not take the message after several attempts.</exception>
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var start = systemTime.GetTimestamp();
        var result = await _retries.ExecuteAsync(async token => await TrySendAsync(message, token), cancellation);
        Meters.MessageHandedOver(Channel, result.Status, systemTime.GetElapsedTime(start));
        if (result.Status == DeliveryStatus.Failed)
            logger.MessageRefused(message.Id, Channel, result.Reason);
        return result;
    }

    /// <summary>Gives one message to the provider.</summary>
    /// <exception cref="TransientDeliveryException">The provider cannot take it now; trying again may help.</exception>
    protected abstract Task<SendResult> TrySendAsync(OutgoingMessage message, CancellationToken cancellation);
}
