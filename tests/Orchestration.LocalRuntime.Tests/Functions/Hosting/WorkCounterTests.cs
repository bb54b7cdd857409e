using Orchestration.LocalRuntime.Functions.Hosting;

namespace Orchestration.LocalRuntime.Tests.Functions.Hosting;

public sealed class WorkCounterTests
{
    [Fact]
    public void Begin_TwoPiecesOfWork_IsBusyUntilBothEnd()
    {
        var counter = new WorkCounter();

        var first = counter.Begin();
        var second = counter.Begin();
        first.Dispose();
        first.Dispose();
        Assert.True(counter.IsBusy);
        second.Dispose();

        Assert.False(counter.IsBusy);
    }

    [Fact]
    public void Begin_WorkThatEnded_LeavesANewEpoch()
    {
        var counter = new WorkCounter();
        var before = counter.Epoch;

        counter.Begin().Dispose();

        Assert.True(counter.Epoch > before);
    }
}
