using System.ComponentModel;

namespace Microsoft.DurableTask;

/// <summary>Tries again after growing delays, each a durable timer.</summary>
public class RetryPolicy
{
    private static readonly TimeSpan DefaultMaxRetryInterval = TimeSpan.FromHours(1);

    /// <param name="maxNumberOfAttempts">With the first one.</param>
    /// <param name="firstRetryInterval">Between the first failure and the second attempt.</param>
    /// <param name="backoffCoefficient">Each delay is the one before times this.</param>
    /// <param name="maxRetryInterval">No delay is longer; one hour by default.</param>
    /// <param name="retryTimeout">No attempt is scheduled once this has passed since the first one; without limit by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1);
        ThrowIfShorter(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        ThrowIfShorter(retryTimeout, firstRetryInterval, nameof(retryTimeout));
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? DefaultMaxRetryInterval;
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan MaxRetryInterval { get; }

    public TimeSpan RetryTimeout { get; }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    [Obsolete("This functionality is not implemented. Will be removed in the future. Use TaskOptions.FromRetryHandler or HandleFailure instead.")]
    public Func<Exception, Task<bool>>? HandleAsync { get; set; }

    /// <summary>Tells whether a failure is worth another attempt; every failure is by default.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = exception => exception is TaskFailedException failed
            ? value(failed.FailureDetails)
            : throw new InvalidOperationException($"A retry policy handles failures of tasks, not {exception.GetType()}.");
    }

    private static void ThrowIfShorter(TimeSpan? interval, TimeSpan firstRetryInterval, string parameter)
    {
        if (interval < firstRetryInterval && interval != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(parameter, interval, "It cannot be shorter than the first retry interval.");
        }
    }
}
