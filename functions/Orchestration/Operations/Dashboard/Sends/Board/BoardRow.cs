using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>One send as the dashboard lists it.</summary>
/// <param name="Send">Its plan.</param>
/// <param name="Known">What its orchestration says.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Control">Who holds it back, and why; null for nobody.</param>
/// <param name="IsHeldItself">Paused or cancelled by itself, not only by the red stop.</param>
internal sealed record BoardRow(BoardSend Send, BoardStatus Known, BoardState State, ControlEntry? Control, bool IsHeldItself)
{
    public SendStatus? Status => Known.Status;

    public DeliveryCounts Counts => Status?.Counts ?? DeliveryCounts.None;

    public int Queued => Status?.Queued ?? 0;

    public int NotCounted => BoardStates.NotCounted(Status);

    /// <summary>Messages that were given to a provider, or never will be.</summary>
    public int Gone => Counts.Accepted + Counts.Final;

    public static BoardRow Of(BoardSend send, BoardStatus known, ControlBoard board) => new(
        send,
        known,
        BoardStates.Of(send, known, board),
        board.Sends.GetValueOrDefault(send.Key) ?? board.Stop,
        board.Sends.ContainsKey(send.Key));
}
