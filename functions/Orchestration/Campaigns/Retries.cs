using Microsoft.DurableTask;

namespace Orchestration.Campaigns;

/// <summary>How activities are tried again: passing faults of storage are over within minutes, a longer outage within hours.</summary>
internal static class Retries
{
    public static TaskOptions OfActivity { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 12,
        firstRetryInterval: TimeSpan.FromSeconds(5),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(30)));
}
