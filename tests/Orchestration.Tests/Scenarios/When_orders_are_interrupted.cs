using Orchestration.Tests.Scenarios.Support;
using Xunit.Abstractions;

namespace Orchestration.Tests.Scenarios;

/// <summary>
/// An hour in which caisses order, write, confirm and cancel over HTTP, while the app is killed again and again. The demo itself repeats every request,
/// at once and after each new start, and ends with an error as soon as one is answered otherwise than before, or when an account does not hold.
/// </summary>
public sealed class When_orders_are_interrupted(ITestOutputHelper output)
{
    private const int People = 6_500, FewestKills = 10, MostKills = 60;

    /// <summary>Around every step from the request to the running send, and around what follows.</summary>
    private static readonly string[] Moments =
    [
        "after PUT /requests/ 1",
        "after PUT /orders/ 2",
        "before PUT /sends/cmd- 4",
        "after PUT /sends/cmd- 5",
        "before PUT /requests/ 12",
        "after PUT /visas/ 6",
        "before PUT /decisions/cmd-.*/index.json 3",
    ];

    [Fact]
    [Trait("Category", "Kill")]
    public Task Should_answer_the_same_and_send_once_whatever_was_interrupted() => CompareAsync(orders: 12, async demo =>
    {
        foreach (var moment in Moments)
            Assert.True(DemoProcess.WasKilled(await demo.RunAsync(moment)), moment);
    });

    [Fact]
    [Trait("Category", "Long")]
    public Task Should_answer_the_same_and_send_once_after_kills_at_random() => CompareAsync(orders: 60, async demo =>
    {
        var random = new Random(Seed: 1967);
        var kills = 0;
        while (kills < MostKills && !demo.IsFinished)
        {
            if (DemoProcess.WasKilled(await demo.RunForAsync(TimeSpan.FromMilliseconds(random.Next(2_500, 8_000)))))
                kills++;
        }

        output.WriteLine($"Killed {kills} times; {(demo.IsFinished ? "it came to its end nevertheless" : "then it went on to its end")}.");
        Assert.True(kills >= FewestKills, $"Killed {kills} times only: more orders make the demo longer.");
    });

    private static async Task CompareAsync(int orders, Func<DemoProcess, Task> disturb)
    {
        using var undisturbed = new DemoFolder();
        using var disturbed = new DemoFolder(undisturbed);
        await new DemoProcess(undisturbed.Path, People, orders).FinishAsync();

        var demo = new DemoProcess(disturbed.Path, People, orders);
        await disturb(demo);
        await demo.FinishAsync();

        // One in four is cancelled before it goes.
        Assert.Equal(orders - (orders / 4), OrderedMessages.Orders(undisturbed.Outbox).Count);
        Assert.Equal(OrderedMessages.Orders(undisturbed.Outbox), OrderedMessages.Orders(disturbed.Outbox));
        Assert.Equal(OrderedMessages.In(undisturbed.Outbox), OrderedMessages.In(disturbed.Outbox));
    }

}
