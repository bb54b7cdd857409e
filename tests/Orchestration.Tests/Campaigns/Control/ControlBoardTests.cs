using FsCheck.Fluent;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Control;

public sealed class ControlBoardTests
{
    private static readonly ControlEntry Paused = Entry(SendControl.Paused);
    private static readonly ControlEntry Resumed = Entry(SendControl.Running);
    private static readonly ControlEntry Cancelled = Entry(SendControl.Cancelled);

    [Fact]
    public void This_NothingSaid_Runs() => Assert.Equal(SendControl.Running, ControlBoard.Clear[Some.Key]);

    [Theory]
    [InlineData(SendControl.Paused)]
    [InlineData(SendControl.Cancelled)]
    public void With_OneSend_ConcernsNoOther(SendControl state)
    {
        var board = ControlBoard.Clear.With(Some.Key, Entry(state));

        Assert.Equal((state, SendControl.Running), (board[Some.Key], board[Some.OtherKey]));
    }

    [Fact]
    public void With_ResumedAfterAPause_RunsAndLeavesNoEntry()
    {
        var board = ControlBoard.Clear.With(Some.Key, Paused).With(Some.Key, Resumed);

        Assert.Equal(SendControl.Running, board[Some.Key]);
        Assert.Empty(board.Sends);
    }

    [Fact]
    public void With_AnythingAfterACancellation_StaysCancelled()
    {
        var cancelled = ControlBoard.Clear.With(Some.Key, Cancelled);

        Assert.Same(cancelled, cancelled.With(Some.Key, Resumed));
        Assert.Same(cancelled, cancelled.With(Some.Key, Paused));
        Assert.Same(cancelled, cancelled.With(Some.Key, Cancelled));
    }

    [Fact]
    public void With_TheSameTwice_KeepsTheFirst()
    {
        var board = ControlBoard.Clear.With(Some.Key, Paused);

        Assert.Same(board, board.With(Some.Key, Paused with { By = "noé" }));
        Assert.Same(ControlBoard.Clear, ControlBoard.Clear.With(Some.Key, Resumed));
    }

    [Fact]
    public void WithStop_Stop_PausesEverySendThatIsNotCancelled()
    {
        var board = ControlBoard.Clear.With(Some.OtherKey, Cancelled).WithStop(Paused);

        Assert.Equal((SendControl.Paused, SendControl.Cancelled), (board[Some.Key], board[Some.OtherKey]));
    }

    [Fact]
    public void WithStop_Resumed_DoesNotLiftTheStop() =>
        Assert.Equal(SendControl.Paused, ControlBoard.Clear.With(Some.Key, Paused).WithStop(Paused).With(Some.Key, Resumed)[Some.Key]);

    [Fact]
    public void WithStop_Released_GivesEachSendItsOwnStateBack()
    {
        var board = ControlBoard.Clear.With(Some.Key, Paused).WithStop(Paused).WithStop(null);

        Assert.Equal((SendControl.Paused, SendControl.Running), (board[Some.Key], board[Some.OtherKey]));
    }

    [Fact]
    public void WithStop_StoppedTwice_KeepsTheFirst()
    {
        var board = ControlBoard.Clear.WithStop(Paused);

        Assert.Same(board, board.WithStop(Paused with { By = "noé" }));
    }

    // Whatever operators do, in whatever order: a cancelled send never goes again, a stop holds everything, and nothing else holds a send back.
    [Fact]
    public void With_AnyDecisions_EachSendDoesWhatItsOwnDecisionsAndTheStopSay() => Property.Holds(
        Gen.Elements<Decision>(
            new(Some.Key, Paused), new(Some.Key, Resumed), new(Some.Key, Cancelled),
            new(Some.OtherKey, Paused), new(Some.OtherKey, Resumed), new(null, Paused), new(null, null)).ArrayOf(),
        decisions =>
        {
            var board = decisions.Aggregate(ControlBoard.Clear, (board, one) => one.Send is { } send ? board.With(send, one.Entry!) : board.WithStop(one.Entry));
            return new[] { Some.Key, Some.OtherKey }.All(send => board[send] == Expected(decisions, send));
        });

    private static SendControl Expected(IReadOnlyCollection<Decision> decisions, SendKey send)
    {
        var own = decisions.Where(one => one.Send == send).Select(one => one.Entry!.State).ToArray();
        return own.Contains(SendControl.Cancelled) ? SendControl.Cancelled
            : decisions.LastOrDefault(one => one.Send is null)?.Entry is not null ? SendControl.Paused
            : own.LastOrDefault(SendControl.Running);
    }

    /// <summary>No send means the global stop, which no entry releases.</summary>
    private sealed record Decision(SendKey? Send, ControlEntry? Entry);

    private static ControlEntry Entry(SendControl state) => new(state, "léa", "x", Some.Now);
}
