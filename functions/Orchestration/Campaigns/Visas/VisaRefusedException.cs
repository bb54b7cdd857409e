namespace Orchestration.Campaigns.Visas;

/// <summary>A visa decision cannot be taken; the message, in French, says why.</summary>
public sealed class VisaRefusedException(string message) : Exception(message);
