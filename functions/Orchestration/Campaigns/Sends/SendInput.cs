namespace Orchestration.Campaigns.Sends;

/// <summary>Input of <see cref="SendOrchestrator"/>.</summary>
/// <param name="Send">Which occurrence.</param>
/// <param name="Shown">What a former history of the instance showed: shown on until there is something new to show.</param>
public sealed record SendInput(SendKey Send, SendStatus? Shown = null);
