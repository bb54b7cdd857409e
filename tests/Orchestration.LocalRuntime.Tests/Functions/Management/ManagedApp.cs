using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Management;

/// <summary>
/// An app with an instance for each case, on a clock that stands still at 08:00. Whoever changes an instance has one of its own
/// (<c>for-…</c>), so that the cases can run in any order.
/// </summary>
public sealed class ManagedApp : IAsyncLifetime
{
    public const string Key = "sesame";

    private static readonly DateTimeOffset Now = new(2027, 3, 22, 8, 0, 0, TimeSpan.Zero);

    public TestApp App { get; private set; } = null!;

    private DurableTaskClient Client => App.Runtime.Durable;

    public async Task InitializeAsync()
    {
        App = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Orchestrators)],
            Settings = { ["Other"] = "UseDevelopmentStorage=true" },
            Options = options =>
            {
                (options.SkipTimeFrom, options.SkipTimeUntil) = (Now.AddHours(-2), Now);
                (options.SystemKey, options.StartStorage) = (Key, false);
            },
        });
        await StartAsync(nameof(Orchestrators.Sleep), "at-six-a", "at-six-b");
        await CompleteAsync("at-six-a", "at-six-b");
        await StartAsync(nameof(Orchestrators.Sleep), "early");
        await CompleteAsync("early");
        Assert.Equal(Now, App.Runtime.Time.GetUtcNow());

        await StartAsync(nameof(Orchestrators.Greet), "greeting", "for-purge", "list-a");
        await StartAsync(nameof(Orchestrators.Fail), "failed", "list-b");
        await StartAsync(nameof(Orchestrators.Wait), "waiting", "suspended", "terminated", "list-c");
        await StartAsync(nameof(Orchestrators.Wait), "for-event", "for-terminate", "for-suspend", "for-resume", "list-é");
        await Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Orchestrators.Wait), new StartOrchestrationOptions("pending", Now.AddDays(1)));
        await CompleteAsync("greeting", "for-purge", "list-a", "failed", "list-b");
        foreach (var instance in new[] { "waiting", "suspended", "terminated", "list-c", "for-event", "for-terminate", "for-suspend", "for-resume", "list-é" })
            await Client.WaitForInstanceStartAsync(instance);
        await Client.TerminateInstanceAsync("terminated", "no longer wanted");
        await CompleteAsync("terminated");
        foreach (var instance in new[] { "suspended", "for-resume", "list-é" })
        {
            await Client.SuspendInstanceAsync(instance, "for now");
            await ReachAsync(instance, OrchestrationRuntimeStatus.Suspended);
        }
    }

    /// <summary>Waits until an instance has a status.</summary>
    public Task ReachAsync(string instance, OrchestrationRuntimeStatus status) =>
        Eventually.TrueAsync(async () => (await Client.GetInstanceAsync(instance))!.RuntimeStatus == status);

    public async Task DisposeAsync() => await App.DisposeAsync();

    private async Task StartAsync(string orchestrator, params string[] instances)
    {
        // All of them begin at the same moment.
        using var hold = App.Runtime.Time.Hold("starts instances");
        foreach (var instance in instances)
            await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, new Guest("Zoé"), new StartOrchestrationOptions(instance));
    }

    private async Task CompleteAsync(params string[] instances)
    {
        foreach (var instance in instances)
            await Client.WaitForInstanceCompletionAsync(instance);
    }

    public sealed record Guest(string Name);

    public static class Orchestrators
    {
        [Function(nameof(Sleep))]
        public static Task Sleep([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);

        [Function(nameof(Greet))]
        public static async Task<string[]> Greet([OrchestrationTrigger] TaskOrchestrationContext context, Guest guest)
        {
            context.SetCustomStatus(new { Greeted = guest.Name });
            var greeting = await context.CallActivityAsync<string>(nameof(Say), guest.Name);
            var echo = await context.CallSubOrchestratorAsync<string>(
                nameof(Echo), greeting, new TaskOptions().WithInstanceId($"{context.InstanceId}-echo"));
            return [greeting, echo];
        }

        [Function(nameof(Echo))]
        public static string Echo([OrchestrationTrigger] TaskOrchestrationContext context, string text) => text.ToUpperInvariant();

        [Function(nameof(Say))]
        public static string Say([ActivityTrigger] string name) => $"Bonjour {name}";

        [Function(nameof(Wait))]
        public static async Task<Guest> Wait([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            context.SetCustomStatus("listening");
            return await context.WaitForExternalEvent<Guest>("Go");
        }

        [Function(nameof(Fail))]
        public static Task Fail([OrchestrationTrigger] TaskOrchestrationContext context) => throw new InvalidOperationException("boom");
    }
}
