using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Where a send stands, as an operator asks for it.</summary>
internal enum BoardState
{
    /// <summary>Its orchestration has not said anything yet.</summary>
    New,
    WaitingForVisa,
    Planned,
    Sending,
    Paused,
    Sent,
    Closed,
    Cancelled,

    /// <summary>Withdrawn or expired before it was launched.</summary>
    Over,

    /// <summary>Its orchestration has fallen.</summary>
    Failed,
}

internal static class BoardStates
{
    public static BoardState Of(BoardSend send, BoardStatus known, ControlBoard board) => known switch
    {
        { Failure: not null } => BoardState.Failed,
        { Status.Phase: SendPhase.Closed } => BoardState.Closed,
        _ when board[send.Key] == SendControl.Cancelled => BoardState.Cancelled,
        { Status.Phase: SendPhase.Over } => BoardState.Over,
        { Status: null } when send.Withdrawn => BoardState.Over,
        _ when board.Sends.ContainsKey(send.Key) => BoardState.Paused,
        { Status.Phase: SendPhase.Sending } => board.Stop is null ? BoardState.Sending : BoardState.Paused,
        { Status.Phase: SendPhase.Sent } => BoardState.Sent,
        { Status.Phase: SendPhase.WaitingForVisa } => BoardState.WaitingForVisa,
        { Status.Phase: SendPhase.Planned or SendPhase.Ready } => BoardState.Planned,
        _ => BoardState.New,
    };

    /// <summary>Nothing more happens to it.</summary>
    public static bool IsEnded(BoardState state) => state is BoardState.Closed or BoardState.Cancelled or BoardState.Over or BoardState.Failed;

    /// <summary>Caisses that could not be counted, and can be tried again as long as the send is not closed.</summary>
    public static int NotCounted(SendStatus? status) =>
        status is { Phase: SendPhase.Sending or SendPhase.Sent } ? status.Caisses.GetValueOrDefault(CaissePhase.NotCounted) : 0;

    public static string NameOf(BoardState state) => state switch
    {
        BoardState.New => "à programmer",
        BoardState.WaitingForVisa => "visa attendu",
        BoardState.Planned => "prévu",
        BoardState.Sending => "en cours",
        BoardState.Paused => "suspendu",
        BoardState.Sent => "parti, accusés attendus",
        BoardState.Closed => "clos",
        BoardState.Cancelled => "annulé",
        BoardState.Over => "sans suite",
        BoardState.Failed => "en panne",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a name."),
    };

    /// <summary>« 1 prévu », « 3 prévus ».</summary>
    public static string CountOf(BoardState state, int count)
    {
        var (one, many) = state switch
        {
            BoardState.WaitingForVisa => ("attend un visa", "attendent un visa"),
            BoardState.Planned => ("prévu", "prévus"),
            BoardState.Paused => ("suspendu", "suspendus"),
            BoardState.Sent => ("attend des accusés", "attendent des accusés"),
            BoardState.Cancelled => ("annulé", "annulés"),
            _ => (NameOf(state), NameOf(state)),
        };
        return French.Text($"{FrenchNumbers.Of(count)} {(count < 2 ? one : many)}");
    }

    /// <summary>A class of the style.</summary>
    public static string LookOf(BoardState state) => state switch
    {
        BoardState.Failed or BoardState.Cancelled => "bad",
        BoardState.WaitingForVisa or BoardState.Paused => "wait",
        BoardState.Sending or BoardState.Sent or BoardState.Closed => "good",
        _ => "plain-state",
    };
}
