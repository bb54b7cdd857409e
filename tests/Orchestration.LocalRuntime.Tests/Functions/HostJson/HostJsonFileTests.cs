using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.HostJson;

public sealed class HostJsonFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OnlyTheVersion_HasTheDocumentedDefaults()
    {
        var (settings, problems, unknown) = Read("""{ "version": "2.0" }""");

        Assert.Empty(problems);
        Assert.Empty(unknown);
        Assert.Equal(HostSettings.Default, settings);
        Assert.Equal("api", settings.Http.RoutePrefix);
        Assert.Equal(16, settings.Queues.BatchSize);
        Assert.Equal(8 * Environment.ProcessorCount, settings.Queues.NewBatchThreshold);
        Assert.Equal(5, settings.Queues.MaxDequeueCount);
        Assert.Equal(TimeSpan.Zero, settings.Queues.VisibilityTimeout);
        Assert.Equal(TimeSpan.FromMinutes(1), settings.Queues.MaxPollingInterval);
        Assert.Equal(5, settings.Blobs.PoisonBlobThreshold);
    }

    [Fact]
    public void Read_Everything_IsTaken()
    {
        var (settings, problems, unknown) = Read(
            """
            {
              // Comments are allowed.
              "version": "2.0",
              "functionTimeout": "-1",
              "logging": { "anything": { "goes": 1 } },
              "extensions": {
                "http": { "routePrefix": "/v1/", "maxConcurrentRequests": 4, "maxOutstandingRequests": -1 },
                "queues": {
                  "batchSize": 4, "newBatchThreshold": 0, "maxDequeueCount": 2, "visibilityTimeout": "00:00:30",
                  "maxPollingInterval": "00:00:01", "messageEncoding": "none"
                },
                "blobs": { "maxDegreeOfParallelism": 3, "poisonBlobThreshold": 1 },
                "durableTask": { "hubName": "Hub", "maxConcurrentActivityFunctions": 7, "maxConcurrentOrchestratorFunctions": 9 },
              }
            }
            """);

        Assert.Empty(problems);
        Assert.Empty(unknown);
        Assert.Null(settings.FunctionTimeout);
        Assert.Equal(new HttpSettings { RoutePrefix = "v1", MaxConcurrentRequests = 4 }, settings.Http);
        Assert.Equal(
            new QueueSettings
            {
                BatchSize = 4,
                NewBatchThreshold = 0,
                MaxDequeueCount = 2,
                VisibilityTimeout = TimeSpan.FromSeconds(30),
                MaxPollingInterval = TimeSpan.FromSeconds(1),
                Base64 = false,
            },
            settings.Queues);
        Assert.Equal(new BlobSettings { MaxDegreeOfParallelism = 3, PoisonBlobThreshold = 1 }, settings.Blobs);
        Assert.Equal(new DurableSettings { HubName = "Hub", MaxConcurrentActivities = 7, MaxConcurrentOrchestrators = 9 }, settings.Durable);
    }

    [Fact]
    public void Read_UnknownKeys_AreNamedWithTheirPaths()
    {
        var (_, problems, unknown) = Read("""{ "version": "2.0", "colour": 1, "extensions": { "queues": { "batchsize": 2, "batchCount": 2 }, "fax": {} } }""");

        Assert.Empty(problems);
        Assert.Equal(["colour", "extensions.fax", "extensions.queues.batchCount"], unknown);
    }

    [Fact]
    public void Read_WrongValues_AreAllProblems()
    {
        var (_, problems, _) = Read(
            """
            {
              "functionTimeout": "soon",
              "extensions": {
                "http": { "routePrefix": "{x}" },
                "queues": { "batchSize": "many", "maxPollingInterval": "00:00:00", "messageEncoding": "utf7" },
                "blobs": [],
                "durableTask": { "hubName": "1" }
              }
            }
            """);

        Assert.Equal(
            [
                "host.json: version is missing: it must be \"2.0\"",
                "host.json: functionTimeout must be a time span (hh:mm:ss) of up to 30 days, or \"-1\" for none, not \"soon\"",
                "host.json: extensions.blobs must be an object",
                "host.json: extensions.http.routePrefix must be a route without { or }, not \"{x}\"",
                "host.json: extensions.queues.batchSize must be a whole number from 1 to 32, not \"many\"",
                "host.json: extensions.queues.maxPollingInterval must be a time span (hh:mm:ss) from 00:00:00.1000000 to 01:00:00, not \"00:00:00\"",
                "host.json: extensions.queues.messageEncoding must be \"base64\" or \"none\", not \"utf7\"",
                "host.json: extensions.durableTask.hubName must be 3 to 45 letters and digits that begin with a letter, not \"1\"",
            ],
            problems);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    public void Read_NotAJsonObject_IsAProblem(string text)
    {
        var (_, problems, _) = Read(text);

        Assert.StartsWith("host.json: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheProjectsOwn_HasNoProblem()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "host.json")))
            root = Path.GetDirectoryName(root)!;

        var (_, problems, unknown) = Read(File.ReadAllText(Path.Combine(root, "host.json")));

        Assert.Empty(problems);
        Assert.Empty(unknown);
    }

    private (HostSettings Settings, IReadOnlyList<string> Problems, List<string> Unknown) Read(string text)
    {
        File.WriteAllText(_folder.File("host.json"), text);
        var problems = new Problems();
        var unknown = new List<string>();
        var settings = HostJsonFile.Read(_folder.File("host.json"), problems, unknown);
        var refusal = Record.Exception(problems.ThrowIfAny);
        return (settings, refusal is null ? [] : Assert.IsType<FunctionAppException>(refusal).Problems, unknown);
    }
}
