namespace Orchestration.Planning.Estimates;

/// <summary>How many messages an occurrence comes to.</summary>
/// <param name="Emails">By e-mail.</param>
/// <param name="Sms">By SMS.</param>
/// <param name="IsCounted">True when the sample gave it, false when the planner did.</param>
public sealed record VolumeEstimate(long Emails, long Sms, bool IsCounted)
{
    public long Messages => Emails + Sms;
}
