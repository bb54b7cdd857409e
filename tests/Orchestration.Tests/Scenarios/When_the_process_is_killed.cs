using Orchestration.Tests.Scenarios.Support;
using Xunit.Abstractions;

namespace Orchestration.Tests.Scenarios;

/// <summary>
/// Invariant E4: SIGKILL at any moment, then a new start, and every message is there once: the same ids and the same content as in a run that nobody
/// disturbed. Storage lives on, as on Azure.
/// </summary>
public sealed class When_the_process_is_killed(ITestOutputHelper output)
{
    /// <summary>Kills at random: with fewer the demo was hardly disturbed; after so many it may go on to its end.</summary>
    private const int FewestKills = 10, MostKills = 100;

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
        var kills = 0;
        while (kills < MostKills && !demo.IsFinished)
        {
            var time = TimeSpan.FromMilliseconds(random.Next(1_500, 6_000));
            if (DemoProcess.WasKilled(await demo.RunForAsync(time)))
                kills++;
        }

        output.WriteLine($"Killed {kills} times; {(demo.IsFinished ? "it came to its end nevertheless" : "then it went on to its end")}.");
        Assert.True(kills >= FewestKills, $"Killed {kills} times only: more people make the demo longer.");
    });

    private async Task CompareAsync(int people, Func<DemoProcess, Task> disturb)
    {
        using var undisturbed = new DemoFolder();
        using var disturbed = new DemoFolder(undisturbed);
        await new DemoProcess(undisturbed.Path, people).FinishAsync();

        var demo = new DemoProcess(disturbed.Path, people);
        await disturb(demo);
        await demo.FinishAsync();

        var messages = Directory.GetFiles(undisturbed.Outbox, "*", SearchOption.AllDirectories).Length;
        Assert.NotEqual(0, messages);
        if (OutboxComparison.Difference(undisturbed.Outbox, disturbed.Outbox) is { } difference)
            Assert.Fail(difference);
        output.WriteLine($"{messages} messages, the same byte by byte.");
    }
}
