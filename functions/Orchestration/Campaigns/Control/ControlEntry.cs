namespace Orchestration.Campaigns.Control;

/// <summary>One decision of an operator, or of the error threshold.</summary>
/// <param name="State">What the send must do.</param>
/// <param name="By">Who decided; <c>seuil-erreurs</c> when the pipeline paused itself.</param>
/// <param name="Reason">Why, as written.</param>
/// <param name="At">Business time.</param>
public sealed record ControlEntry(SendControl State, string By, string Reason, DateTimeOffset At);

/// <summary>What a send must do.</summary>
public enum SendControl
{
    Running,

    /// <summary>Hand nothing over until resumed; nothing is lost.</summary>
    Paused,

    /// <summary>Hand nothing over any more.</summary>
    Cancelled,
}
