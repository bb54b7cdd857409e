using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Orchestration.LocalRuntime.Tests.Support;

/// <summary>
/// An app on an Azurite of its own that runs as a process to be killed, then again in the test. A blob schedules an orchestration,
/// whose activity does not end as long as nobody says so.
/// </summary>
public static class KillableApp
{
    public static Task<TestApp> StartAsync(string folder, Calls? calls = null) => TestApp.StartAsync(new TestAppSettings
    {
        Functions = [typeof(Stages)],
        Folder = folder,
        Settings = { ["Data"] = "UseDevelopmentStorage=true" },
        Configure = builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(new Line(calls));
        },
        Options = options =>
        {
            options.StorageFolder = Path.Combine(folder, "azurite");
            options.Polling.QueueLease = TimeSpan.FromSeconds(1);
        },
    });

    /// <summary>Where stages tell that they were reached; without somebody to tell, each prints it and waits for its death.</summary>
    public sealed class Line(Calls? calls)
    {
        public Task ReachAsync(string stage)
        {
            if (calls is null)
            {
                Console.WriteLine(stage);
                return stage == "blob" ? Task.CompletedTask : Task.Delay(Timeout.Infinite);
            }

            calls.Add(stage);
            return Task.CompletedTask;
        }
    }

    public sealed class Stages(Line line)
    {
        [Function("OnBlob")]
        public async Task OnBlob([BlobTrigger("drop/{name}", Connection = "Data")] BlobClient blob, string name, [DurableClient] DurableTaskClient client)
        {
            await line.ReachAsync("blob");
            await client.ScheduleNewOrchestrationInstanceAsync("DropOrchestrator", new StartOrchestrationOptions(name));
        }

        [Function("DropOrchestrator")]
        public static Task Drop([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Work");

        [Function("Work")]
        public Task Work([ActivityTrigger] FunctionContext context) => line.ReachAsync("activity");

        [Function("OnMessage")]
        public Task OnMessage([QueueTrigger("drops", Connection = "Data")] string text) => line.ReachAsync($"message {text}");
    }
}
