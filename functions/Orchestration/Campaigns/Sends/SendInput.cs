namespace Orchestration.Campaigns.Sends;

/// <summary>Input of <see cref="SendOrchestrator"/>.</summary>
public sealed record SendInput(SendKey Send);
