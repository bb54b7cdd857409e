using System.Text.Json.Serialization;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Wording;

namespace Orchestration.Caisses.Views;

/// <summary>Where a campaign of a caisse stands.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Label">In French.</param>
public sealed record OrderState(OrderStateCode Code, string Label)
{
    public static OrderState Ordered { get; } = new(OrderStateCode.Ordered, "enregistrée");

    /// <summary>Nothing more will change.</summary>
    [JsonIgnore]
    public bool IsOver => Code is OrderStateCode.Sent or OrderStateCode.Closed or OrderStateCode.Cancelled or OrderStateCode.Abandoned;

    /// <param name="status">Of its send; null before the first.</param>
    /// <param name="control">What operators and the caisse decided.</param>
    /// <param name="isCustom">It waits for a second person of the caisse, where a model waits for Dicom.</param>
    public static OrderState Of(SendStatus? status, SendControl control, bool isCustom) => (status?.Phase, control) switch
    {
        (SendPhase.Closed, not SendControl.Cancelled) => new(OrderStateCode.Closed, "close"),
        (_, SendControl.Cancelled) => new(OrderStateCode.Cancelled, "annulée"),
        (SendPhase.Over, _) => new(OrderStateCode.Abandoned, Sentence.Capitalized(status!.Why ?? "sans suite")),
        (SendPhase.Sent, _) => new(OrderStateCode.Sent, "partie, accusés attendus"),
        (_, SendControl.Paused) => new(OrderStateCode.Paused, "en pause"),
        (SendPhase.Sending, _) => new(OrderStateCode.Sending, "en cours d’envoi"),
        (SendPhase.WaitingForVisa, _) when isCustom => new(OrderStateCode.WaitingForConfirmation, status!.Why ?? "attend une seconde personne"),
        (SendPhase.WaitingForVisa, _) => new(OrderStateCode.WaitingForVisa, status!.Why ?? "visa attendu"),
        (SendPhase.Planned or SendPhase.Ready, _) => new(OrderStateCode.Planned, status!.Why ?? "prévue"),
        _ => Ordered,
    };
}

/// <summary>Codes of <see cref="OrderState"/>.</summary>
public enum OrderStateCode
{
    /// <summary>Kept; its send is about to look at the records.</summary>
    Ordered,

    WaitingForVisa,
    WaitingForConfirmation,
    Planned,
    Sending,

    /// <summary>An operator, or its own errors, hold it.</summary>
    Paused,

    /// <summary>Every message has gone; receipts may still come.</summary>
    Sent,

    Closed,
    Cancelled,

    /// <summary>It expired before it could go out.</summary>
    Abandoned,
}
