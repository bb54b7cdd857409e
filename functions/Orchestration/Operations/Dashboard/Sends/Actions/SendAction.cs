using Orchestration.Campaigns.Control;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>What an operator may do to a send.</summary>
/// <param name="Name">In addresses.</param>
/// <param name="Wanted">What the send must do then; null for a retry of its caisses.</param>
/// <param name="OnOne">The words of its button on one send.</param>
/// <param name="OnMany">The words of its button on several.</param>
/// <param name="Effect">What it does, said before it is confirmed.</param>
/// <param name="Done">Of <see cref="Flash"/>, on one send and on several.</param>
internal sealed record SendAction(string Name, SendControl? Wanted, string OnOne, string OnMany, string Effect, (string One, string Many) Done)
{
    public static SendAction Pause { get; } = new(
        "pause", SendControl.Paused, "Suspendre", "Suspendre…",
        "Plus rien n’est remis jusqu’à la reprise ; ce qui est prêt attend, et rien n’est perdu.", ("suspendu", "lot-suspendu"));

    public static SendAction Resume { get; } = new(
        "resume", SendControl.Running, "Reprendre", "Reprendre…", "Ce qui attend part à nouveau, dans les créneaux prévus.", ("repris", "lot-repris"));

    public static SendAction Cancel { get; } = new(
        "cancel", SendControl.Cancelled, "Annuler l’envoi", "Annuler…",
        "Ce qui n’est pas encore parti ne partira pas. Un envoi annulé ne reprend jamais.", ("annule", "lot-annule"));

    public static SendAction Retry { get; } = new(
        "retry", null, "Relancer les caisses non comptées", "Relancer les caisses non comptées…",
        "Seules les caisses qui n’ont pas pu être comptées sont préparées à nouveau, sur le datamart du jour.", ("relances", "relances"));

    public static IReadOnlyList<SendAction> All { get; } = [Pause, Resume, Cancel, Retry];

    public static SendAction? Find(string name) => All.FirstOrDefault(action => action.Name == name);

    /// <summary>Whether it changes anything for that send.</summary>
    public bool Concerns(BoardRow row) => Name switch
    {
        "pause" => HasMoreToSend(row) && !row.IsHeldItself,
        "resume" => row.IsHeldItself && !BoardStates.IsEnded(row.State),
        "cancel" => HasMoreToSend(row),
        _ => row.NotCounted > 0 && row.State != BoardState.Cancelled,
    };

    private static bool HasMoreToSend(BoardRow row) => !BoardStates.IsEnded(row.State) && (row.State != BoardState.Sent || row.NotCounted > 0);
}
