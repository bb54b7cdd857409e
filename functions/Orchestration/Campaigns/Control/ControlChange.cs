namespace Orchestration.Campaigns.Control;

/// <summary>One line of the trail: what was decided of a send, by whom, when and why. Never changed, never taken out.</summary>
/// <param name="Send">Which occurrence; null for the global stop and its end.</param>
/// <param name="Entry">What was decided.</param>
/// <param name="Retried">Caisses that were told to try again; null for a pause, a resumption or a cancellation.</param>
public sealed record ControlChange(SendKey? Send, ControlEntry Entry, IReadOnlyList<string>? Retried = null);
