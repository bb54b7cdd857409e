using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Tests.Support;

/// <summary>One real Azurite per test assembly, started by the first test that needs it; each test takes an account of its own.</summary>
public static class TestStorage
{
    private const int Accounts = 1_000;

    private static readonly Lazy<Task<Azurite>> Running = new(StartAsync);
    private static int _taken;

    public static async Task<TestAccount> TakeAccountAsync()
    {
        var azurite = await Running.Value;
        var number = Interlocked.Increment(ref _taken);
        Assert.True(number <= Accounts, $"More than {Accounts} tests ask for storage: raise {nameof(Accounts)}.");
        return new TestAccount(azurite.ConnectionString(Name(number)));
    }

    private static async Task<Azurite> StartAsync()
    {
        var options = new AzuriteOptions
        {
            Folder = TakeFolder(),
            BlobPort = 0,
            QueuePort = 0,
            TablePort = 0,
            Accounts = [.. Enumerable.Range(1, Accounts).Select(Name)],
            StartEmpty = true,
        };
        var azurite = await Azurite.StartAsync(options, TimeProvider.System, NullLogger.Instance);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.StopAsync().GetAwaiter().GetResult();
        return azurite;
    }

    // A folder that stays the same from run to run, so that what a killed run left behind is stopped; two runs at once take two.
    private static string TakeFolder()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Orchestration.sln")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The repository's root was not found.");
        for (var number = 1; ; number++)
        {
            var folder = Path.Combine(root, ".local", "tests", $"{typeof(TestStorage).Assembly.GetName().Name}-{number}");
            Directory.CreateDirectory(folder);
            try
            {
                var session = new FileStream(Path.Combine(folder, "session.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                AppDomain.CurrentDomain.ProcessExit += (_, _) => session.Dispose();
                return Path.Combine(folder, "azurite");
            }
            catch (IOException) when (number < 10)
            {
                // Another run holds this one.
            }
        }
    }

    private static string Name(int number) => $"test{number:000}";
}

/// <summary>An empty storage account.</summary>
public sealed class TestAccount(string connectionString)
{
    public string ConnectionString { get; } = connectionString;

    public BlobServiceClient Blobs { get; } = new(connectionString);

    /// <summary>Sends and receives Base64, as functions expect.</summary>
    public QueueServiceClient Queues { get; } = new(connectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
}
