using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>Tries a task again as its options say. The delays are durable timers.</summary>
internal static class RetryLoop
{
    public static Task<T> RunAsync<T>(
        TaskOrchestrationContext context, string name, TaskRetryOptions? options, Func<Task<T>> attempt) => options switch
        {
            { Policy: { } policy } => WithPolicyAsync(context, name, policy, attempt),
            { Handler: { } handler } => WithHandlerAsync(context, name, handler, attempt),
            _ => attempt(),
        };

    private static async Task<T> WithPolicyAsync<T>(
        TaskOrchestrationContext context, string name, RetryPolicy policy, Func<Task<T>> attempt)
    {
        var begin = context.CurrentUtcDateTime;
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException exception) when (
                failures < policy.MaxNumberOfAttempts && IsWorthRetrying(context, name, policy, begin, exception))
            {
                await context.CreateTimer(Delay(policy, failures), CancellationToken.None);
            }
        }
    }

    private static async Task<T> WithHandlerAsync<T>(
        TaskOrchestrationContext context, string name, AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        var begin = context.CurrentUtcDateTime;
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException exception) when (!exception.FailureDetails.IsNonRetriable)
            {
                Logger(context).LogInformation(
                    "Attempt {Attempt} of '{Task}' of '{InstanceId}' failed; its handler decides on the next.",
                    failures, name, context.InstanceId);
                var elapsed = context.CurrentUtcDateTime - begin;
                if (!await handler(new RetryContext(context, failures, exception.FailureDetails, elapsed, CancellationToken.None)))
                {
                    throw;
                }
            }
        }
    }

    private static bool IsWorthRetrying(
        TaskOrchestrationContext context, string name, RetryPolicy policy, DateTime begin, TaskFailedException exception)
    {
        if (exception.FailureDetails.IsNonRetriable || HasTimedOut(policy, context.CurrentUtcDateTime - begin))
        {
            return false;
        }

        try
        {
            return policy.Handle(exception);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // As in Durable Functions: the task's own failure matters more than its handler's.
            Logger(context).LogError(fault, "The retry policy of '{Task}' of '{InstanceId}' failed; no retry.", name, context.InstanceId);
            return false;
        }
    }

    private static bool HasTimedOut(RetryPolicy policy, TimeSpan elapsed) =>
        policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout;

    private static TimeSpan Delay(RetryPolicy policy, int failures)
    {
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, failures - 1);
        return policy.MaxRetryInterval != Timeout.InfiniteTimeSpan && milliseconds > policy.MaxRetryInterval.TotalMilliseconds
            ? policy.MaxRetryInterval
            : TimeSpan.FromMilliseconds(milliseconds);
    }

    private static ILogger Logger(TaskOrchestrationContext context) => context.CreateReplaySafeLogger(typeof(RetryLoop));
}
