using Microsoft.DurableTask;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

/// <summary>Runs the pieces of a program.</summary>
internal static class RandomOrchestrator
{
    public static async Task<string> RunAsync(TaskOrchestrationContext context, Node node, string path)
    {
        switch (node)
        {
            case Call:
                return await context.CallActivityAsync<string>("Effect", path);
            case Failing failing:
                return await FailureOf(context.CallActivityAsync<string>("Fail", path, Retry(failing.Attempts)), "!");
            case Flaky flaky:
                return await context.CallActivityAsync<string>(
                    "Hesitate", new Hesitation(path, flaky.Failures), TaskOptions.FromRetryHandler(retry => retry.LastAttemptNumber <= flaky.Failures));
            case Wait wait:
                await context.CreateTimer(TimeSpan.FromMinutes(wait.Minutes), CancellationToken.None);
                return "t";
            case OwnEvent:
                context.SendEvent(context.InstanceId, path, path + "e");
                return await context.WaitForExternalEvent<string>(path);
            case Answer:
                var answer = context.WaitForExternalEvent<string>(path);
                await context.CallActivityAsync("Answer", path);
                return await answer;
            case Impatience:
                return await TimeoutOf(context.WaitForExternalEvent<string>("never", TimeSpan.FromMinutes(7)));
            case Race:
                return await RaceAsync(context, path);
            case Pause:
                return await context.CallActivityAsync<string>("Pause", path);
            case Draw:
                var drawn = new Drawn(path, context.NewGuid(), context.CurrentUtcDateTime);
                return await context.CallActivityAsync<Drawn>("Draw", drawn) == drawn ? "g" : "other";
            case Sequence sequence:
                var results = new List<string>();
                foreach (var part in RandomModel.Parts(sequence.Nodes, path))
                {
                    results.Add(await RunAsync(context, part.Node, part.Path));
                }

                return $"[{string.Join(' ', results)}]";
            case Fork fork:
                return $"({string.Join(' ', await Task.WhenAll(
                    RandomModel.Parts(fork.Nodes, path).Select(part => RunAsync(context, part.Node, part.Path))))})";
            case Child child:
                return $"{{{await context.CallSubOrchestratorAsync<string>(
                    "Run", new Piece(child.Node, path + "s"), child.HasChosenId ? new SubOrchestrationOptions(instanceId: path + "s") : null)}}}";
            case Doomed doomed:
                return await FailureOf(
                    context.CallSubOrchestratorAsync<string>("Doomed", new Piece(doomed.Node, path + "d"), Retry(doomed.Attempts)), "?");
            case Rounds rounds:
                return $"<{await context.CallSubOrchestratorAsync<string>("Rounds", new Round(rounds, path, 0, []))}>";
            default:
                throw new InvalidOperationException($"{node} is not part of a program.");
        }
    }

    /// <summary>One round, which sends itself an event, and reads it one round later.</summary>
    public static async Task<string?> RunAsync(TaskOrchestrationContext context, Round round)
    {
        if (round.Number > 0)
        {
            await context.WaitForExternalEvent<int>("round");
        }

        string[] results = [.. round.Results, await RunAsync(context, round.Rounds.Node, $"{round.Path}r{round.Number}")];
        if (results.Length == round.Rounds.Count)
        {
            return string.Join(' ', results);
        }

        context.SendEvent(context.InstanceId, "round", round.Number);
        context.ContinueAsNew(round with { Number = round.Number + 1, Results = results });
        return null;
    }

    private static async Task<string> RaceAsync(TaskOrchestrationContext context, string path)
    {
        using var enough = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromMinutes(9), enough.Token);
        var activity = context.CallActivityAsync<string>("Effect", path);
        var first = await Task.WhenAny(timer, activity);

        // CancelAsync would leave the orchestrator's thread.
#pragma warning disable CA1849
        enough.Cancel();
#pragma warning restore CA1849
        return first == activity ? await activity : "late";
    }

    private static async Task<string> FailureOf(Task<string> task, string mark)
    {
        try
        {
            return await task;
        }
        catch (TaskFailedException failed)
        {
            return mark + failed.FailureDetails.ErrorMessage;
        }
    }

    private static async Task<string> TimeoutOf(Task<string> task)
    {
        try
        {
            return await task;
        }
        catch (TaskCanceledException)
        {
            return "-";
        }
    }

    private static TaskOptions Retry(int attempts) => new(new RetryPolicy(attempts, TimeSpan.FromMinutes(1)));
}

public sealed record Hesitation(string Path, int Failures);

public sealed record Drawn(string Path, Guid Value, DateTime Moment);
