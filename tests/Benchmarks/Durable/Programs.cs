using Orchestration.LocalRuntime.Durable;

namespace Orchestration.Benchmarks.Durable;

/// <summary>The orchestrations that the suite runs.</summary>
internal static class Programs
{
    public const int SequentialActivities = 5;

    /// <summary>Far enough never to fire.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromDays(2);

    public static TaskRegistry Registry()
    {
        var registry = new TaskRegistry();
        registry.AddActivity("Increment", typeof(int), call => Task.FromResult<object?>((int)call.Input! + 1));
        registry.AddActivity("Hang", typeof(string), async call =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, call.Cancellation);
            return null;
        });
        registry.AddOrchestrator("Hang", async context => await context.CallActivityAsync<string>("Hang"));
        registry.AddOrchestrator("Sequence", async context =>
        {
            var value = context.GetInput<int>();
            for (var i = 0; i < SequentialActivities; i++)
            {
                value = await context.CallActivityAsync<int>("Increment", value);
            }

            return value;
        });
        registry.AddOrchestrator("FanOut", async context => (await Task.WhenAll(
            Enumerable.Range(0, context.GetInput<int>()).Select(i => context.CallActivityAsync<int>("Increment", i)))).Sum());
        registry.AddOrchestrator("Count", async context =>
        {
            for (var i = context.GetInput<int>(); i > 0; i--)
            {
                await context.WaitForExternalEvent<int>("number");
            }

            return null;
        });
        registry.AddOrchestrator("One", async context => await context.CallActivityAsync<int>("Increment", 1));
        registry.AddOrchestrator("Nothing", _ => Task.FromResult<object?>(null));
        registry.AddOrchestrator("Wait", async context =>
        {
            await context.CreateTimer(Long, CancellationToken.None);
            return null;
        });
        return registry;
    }
}
