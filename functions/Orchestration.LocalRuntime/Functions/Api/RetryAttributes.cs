using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries of a whole function; only timer triggers offer them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>Retries after the first attempt; -1 for no limit.</summary>
    public int MaxRetryCount { get; set; }

    private protected static TimeSpan Interval(string value, string parameter) =>
        TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var interval) && interval >= TimeSpan.Zero
            ? interval
            : throw new ArgumentOutOfRangeException(parameter, value, "Not a time span (hh:mm:ss) of zero or more.");
}

/// <summary>Retries with the same delay each time.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">Retries after the first attempt.</param>
    /// <param name="delayInterval"><c>hh:mm:ss</c>.</param>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        Interval(delayInterval, nameof(delayInterval));
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    public string DelayInterval { get; }
}

/// <summary>Retries with growing delays.</summary>
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">Retries after the first attempt.</param>
    /// <param name="minimumInterval"><c>hh:mm:ss</c>.</param>
    /// <param name="maximumInterval"><c>hh:mm:ss</c>, not below <paramref name="minimumInterval"/>.</param>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        if (Interval(minimumInterval, nameof(minimumInterval)) > Interval(maximumInterval, nameof(maximumInterval)))
            throw new ArgumentException("The minimum interval exceeds the maximum.", nameof(minimumInterval));
        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    public string MinimumInterval { get; }

    public string MaximumInterval { get; }
}
