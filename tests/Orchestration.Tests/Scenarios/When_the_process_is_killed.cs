using System.Security.Cryptography;
using Orchestration.Local;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>
/// Invariant E4: SIGKILL at any moment, then a new start, and every message is there once: the same ids and the same content as in a run that nobody
/// disturbed. Storage lives on, as on Azure.
/// </summary>
public sealed class When_the_process_is_killed
{
    /// <summary>Before, between and after: decisions committed, lot written, lot announced, messages handed over, outcome recorded.</summary>
    private static readonly string[] Moments =
    [
        "before PUT /decisions/.*/index.json 5",
        "after PUT /decisions/.*/index.json 20",
        "before PUT /lots/.*[0-9].ndjson.gz 3",
        "after PUT /lots/.*[0-9].ndjson.gz 9",
        "after POST /deliveries/messages 4",
        "before PUT /progress/.*.ndjson 7",
        "after PUT /progress/.*.ndjson 25",
        "before PUT /progress/.*tally.json 11",
    ];

    [Fact]
    [Trait("Category", "Kill")]
    public Task Should_send_everything_once_whatever_was_interrupted() => CompareAsync(people: 2_000, async demo =>
    {
        foreach (var moment in Moments)
            Assert.True(DemoProcess.WasKilled(await demo.RunAsync(moment)), moment);
    });

    [Fact]
    [Trait("Category", "Long")]
    public Task Should_send_everything_once_after_many_kills_at_random() => CompareAsync(people: 10_000, async demo =>
    {
        var random = new Random(Seed: 1945);
        for (var kills = 0; kills < 100; kills++)
        {
            var time = TimeSpan.FromMilliseconds(random.Next(1_500, 6_000));
            if (!DemoProcess.WasKilled(await demo.RunForAsync(time)))
                return;
        }
    });

    private static async Task CompareAsync(int people, Func<DemoProcess, Task> disturb)
    {
        using var undisturbed = new DemoFolder();
        using var disturbed = new DemoFolder(undisturbed);
        Assert.Equal(0, await new DemoProcess(undisturbed.Path, people).RunAsync());

        var demo = new DemoProcess(disturbed.Path, people);
        await disturb(demo);
        Assert.Equal(0, await demo.RunAsync());

        Assert.NotEmpty(undisturbed.Messages());
        Assert.Equal(undisturbed.Messages(), disturbed.Messages());
    }

    /// <summary>The folder of one demo; both demos of a comparison have the same secrets, so that their links are the same.</summary>
    private sealed class DemoFolder : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public DemoFolder(DemoFolder? twin = null)
        {
            LocalSecrets.Of(Path);
            if (twin is not null)
                File.Copy(System.IO.Path.Combine(twin.Path, "secrets.json"), System.IO.Path.Combine(Path, "secrets.json"), overwrite: true);
        }

        public string Path => _folder.Path;

        /// <summary>Name to hash of every delivered message.</summary>
        public SortedDictionary<string, string> Messages()
        {
            var outbox = System.IO.Path.Combine(Path, "outbox");
            return new SortedDictionary<string, string>(
                Directory.EnumerateFiles(outbox, "*", SearchOption.AllDirectories).ToDictionary(
                    file => System.IO.Path.GetRelativePath(outbox, file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))),
                StringComparer.Ordinal);
        }

        /// <summary>An Azurite that a killed demo left behind is stopped.</summary>
        public void Dispose()
        {
            var storage = new AzuriteOptions { Folder = System.IO.Path.Combine(Path, "azurite"), StartEmpty = true };
            Azurite.StartAsync(storage, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance).GetAwaiter().GetResult()
                .StopAsync().GetAwaiter().GetResult();
            _folder.Dispose();
        }
    }
}
