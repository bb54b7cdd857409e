using System.Globalization;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable.Execution;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Activities;

/// <summary>Runs one activity and says how it ended.</summary>
internal sealed class ActivityRunner(TaskRegistry registry, PayloadSerializer payloads, DurableEngineOptions options, ILogger logger)
{
    /// <returns>The success or failure; null when the stop of the engine interrupted the activity, which then runs again later.</returns>
    public async Task<Arrival?> RunAsync(ActivityWork work, CancellationToken stopping)
    {
        try
        {
            var output = await InvokeAsync(work, stopping);
            return new TaskSucceeded(work.Task, payloads.Serialize(output));
        }
        catch (Exception exception) when (stopping.IsCancellationRequested)
        {
            logger.LogInformation(
                exception, "The stop interrupted activity '{Activity}' of '{InstanceId}'; it runs again at the next start.",
                work.Name, work.InstanceId);
            return null;
        }
        catch (UnknownTaskException exception)
        {
            return new TaskFailed(work.Task, exception.ToFailure("ActivityTaskNotFound"));
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "Activity '{Activity}' of '{InstanceId}' failed.", work.Name, work.InstanceId);
            return new TaskFailed(work.Task, Failure.From(exception));
        }
    }

    private async Task<object?> InvokeAsync(ActivityWork work, CancellationToken stopping)
    {
        var activity = registry.FindActivity(work.Name) ?? throw new UnknownTaskException(registry.ExplainMissingActivity(work.Name));
        var input = activity.InputType is { } type
            ? payloads.Deserialize(work.Input, type, $"The input of activity '{work.Name}'")
            : null;
        return options.FunctionTimeout is { } timeout
            ? await WithTimeoutAsync(activity, work, input, timeout, stopping)
            : await activity.Run(new ActivityInvocation(activity.Name, work.InstanceId, input, stopping));
    }

    private async Task<object?> WithTimeoutAsync(
        RegisteredActivity activity, ActivityWork work, object? input, TimeSpan timeout, CancellationToken stopping)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var run = activity.Run(new ActivityInvocation(activity.Name, work.InstanceId, input, cancellation.Token));
        try
        {
            return await run.WaitAsync(timeout, options.SystemTime, CancellationToken.None);
        }
        catch (TimeoutException) when (!run.IsCompleted)
        {
            await cancellation.CancelAsync();
            throw new FunctionTimeoutException(string.Create(
                CultureInfo.InvariantCulture, $"Timeout value of {timeout} exceeded by function '{activity.Name}'."));
        }
    }
}
