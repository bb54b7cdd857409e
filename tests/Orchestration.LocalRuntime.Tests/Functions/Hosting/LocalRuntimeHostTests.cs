using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Functions.Hosting;

public sealed class LocalRuntimeHostTests
{
    [Fact]
    public async Task StartAsync_PortTaken_UsesAFreeOneAndSaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await using var app = await TestApp.StartAsync(new TestAppSettings { Functions = [typeof(Hello)], Options = options => options.Port = port });

        Assert.NotEqual(port, app.Runtime.Address.Port);
        Assert.Equal("hello", await app.Http.GetStringAsync("/api/hello/world"));
        Assert.Contains($"Port {port} is taken: using {app.Runtime.Address.Port}", app.Logs.At(LogLevel.Warning));
    }

    [Fact]
    public async Task StartAsync_Functions_ArePrintedWithTheirRoutes()
    {
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Hello), typeof(Listener)],
            Account = await TestStorage.TakeAccountAsync(),
        });

        var authority = app.Runtime.Address.GetLeftPart(UriPartial.Authority);
        Assert.Contains(
            $"""
            Functions:

                Hello: [GET,POST] {authority}/api/hello/{"{name}"}

                Listen: queueTrigger letters

                Watch: blobTrigger inbox/{"{name}"}

            """,
            app.Logs.At(LogLevel.Information));
    }

    [Fact]
    public async Task StartAsync_UnknownKeyInHostJson_IsAWarningWithItsPath()
    {
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Hello)],
            HostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefux": "x" } } }""",
        });

        Assert.Contains("host.json: extensions.http.routePrefux is unknown and ignored", app.Logs.At(LogLevel.Warning));
    }

    [Fact]
    public void Build_WrongOptions_AreAllProblems()
    {
        var refusal = TestApp.Refused(new TestAppSettings
        {
            Functions = [typeof(Hello)],
            Settings = { ["LocalRuntime:SkipTimeUntil"] = "2027-05-31T00:00:00Z", ["LocalRuntime:EvictAfterEachStep"] = "perhaps" },
            Options = options =>
            {
                options.Port = 70000;
                options.Polling.QueueLease = TimeSpan.FromMilliseconds(1500);
                options.Polling.Shortest = TimeSpan.Zero;
            },
        });

        Assert.Equal(
            [
                "Failed to convert configuration value 'perhaps' at 'LocalRuntime:EvictAfterEachStep' to type 'System.Boolean'.",
                "LocalRuntime: Port must be from 0 to 65535, not 70000",
                "LocalRuntime: SkipTimeUntil needs an earlier SkipTimeFrom",
                "LocalRuntime: Polling: Shortest must be more than zero",
                "LocalRuntime: Polling: QueueLease must be whole seconds, from one second to seven days",
            ],
            refusal.Problems);
    }

    [Fact]
    public async Task Get_RoutePrefixOfHostJson_IsPartOfEveryRoute()
    {
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Hello)],
            HostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""",
        });

        Assert.Equal("hello", await app.Http.GetStringAsync("/hello/world"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/api/hello/world")).StatusCode);
    }

    [Fact]
    public async Task Get_RequestInFlight_KeepsTimeFromSkipping()
    {
        var seen = new Calls();
        IWorkSource? work = null;
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Hello)],
            Configure = builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                builder.UseMiddleware((_, next) =>
                {
                    seen.Add($"{work!.IsBusy}");
                    return next();
                });
            },
        });
        work = Assert.Single(app.Services.GetServices<IWorkSource>(), source => source.Name == "HTTP requests");
        var before = work.Epoch;

        await app.Http.GetAsync("/api/hello/world");

        Assert.Equal("True", await seen.NextAsync());
        await Eventually.TrueAsync(() => !work.IsBusy);
        Assert.True(work.Epoch > before);
    }

    [Fact]
    public async Task StartAsync_DevelopmentStorage_StartsAzuriteBeforeTheAppsServicesNeedIt()
    {
        using var folder = new TemporaryFolder();
        using var blocker = new TcpListener(IPAddress.Loopback, 10000);
        var blocked = TryStart(blocker);
        await using var app = await TestApp.StartAsync(new TestAppSettings
        {
            Functions = [typeof(Listener)],
            Settings = { ["Data"] = "UseDevelopmentStorage=true" },
            Configure = builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                builder.Services.AddHostedService<EagerService>();
            },
            Options = options => options.StorageFolder = folder.Path,
        });

        var service = Assert.Single(app.Services.GetServices<IHostedService>().OfType<EagerService>());
        Assert.Equal(app.Runtime.Storage!.ConnectionString(), service.ConnectionAtConstruction);
        Assert.True(service.ContainerWasCreated);
        Assert.True(!blocked || app.Runtime.Storage.BlobPort != 10000);
        await app.StopAsync();
        Assert.False(File.Exists(folder.File("instance.json")));
    }

    [Fact]
    public async Task StartAsync_NoConnectionAsksForIt_StartsNoAzurite()
    {
        await using var app = await TestApp.StartAsync(typeof(Hello));

        Assert.Null(app.Runtime.Storage);
    }

    private static bool TryStart(TcpListener listener)
    {
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public sealed class EagerService(IConfiguration configuration) : IHostedService
    {
        public string? ConnectionAtConstruction { get; } = configuration["Data"];

        public bool ContainerWasCreated { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var container = new Azure.Storage.Blobs.BlobContainerClient(ConnectionAtConstruction, "created-at-start");
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            ContainerWasCreated = await container.ExistsAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public static class Hello
    {
        [Function("Hello")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "hello/{name}")] HttpRequest request) =>
            TypedResults.Text("hello");
    }

    public static class Listener
    {
        [Function("Listen")]
        public static void Listen([QueueTrigger("letters", Connection = "Data")] string text)
        {
        }

        [Function("Watch")]
        public static void Watch([BlobTrigger("inbox/{name}", Connection = "Data")] string text)
        {
        }
    }
}
