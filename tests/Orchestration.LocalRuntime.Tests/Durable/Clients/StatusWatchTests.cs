using Orchestration.LocalRuntime.Durable.Client;

namespace Orchestration.LocalRuntime.Tests.Durable.Clients;

public sealed class StatusWatchTests
{
    private readonly StatusWatch _watch = new();

    [Fact]
    public async Task Changed_SeveralWaits_EndsThemAll()
    {
        using var one = _watch.Begin("a");
        using var other = _watch.Begin("a");
        using var elsewhere = _watch.Begin("b");

        _watch.Changed("a");

        await Task.WhenAll(one.Changed, other.Changed);
        Assert.False(elsewhere.Changed.IsCompleted);
    }

    [Fact]
    public async Task Dispose_OneOfTwoWaits_LeavesTheOther()
    {
        using var stays = _watch.Begin("a");
        _watch.Begin("a").Dispose();

        Assert.Equal(1, _watch.Count);
        _watch.Changed("a");
        await stays.Changed;
    }

    [Fact]
    public void Dispose_LastWait_KeepsNothing()
    {
        for (var n = 0; n < 100; n++)
            _watch.Begin($"{n}").Dispose();

        Assert.Equal(0, _watch.Count);
    }

    [Fact]
    public void Dispose_AfterTheChange_LeavesTheNextWaitAlone()
    {
        var early = _watch.Begin("a");
        _watch.Changed("a");
        using var late = _watch.Begin("a");

        early.Dispose();

        Assert.Equal(1, _watch.Count);
        Assert.False(late.Changed.IsCompleted);
    }

    [Fact]
    public async Task Close_WaitsBeforeAndAfter_Fail()
    {
        using var before = _watch.Begin("a");
        _watch.Close();
        using var after = _watch.Begin("a");

        await Assert.ThrowsAsync<ObjectDisposedException>(() => before.Changed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => after.Changed);
    }
}
