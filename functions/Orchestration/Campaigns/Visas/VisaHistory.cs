namespace Orchestration.Campaigns.Visas;

/// <summary>What the decisions on the contents of a send come to.</summary>
internal static class VisaHistory
{
    /// <summary>The content that was approved last, before another one: a later refusal takes an approval back.</summary>
    /// <param name="history">Every decision on the send, in order.</param>
    /// <param name="other">Hash of the content that is looked at.</param>
    /// <returns>Null when none was.</returns>
    public static Visa? LastApproved(IEnumerable<Visa> history, string other) => history
        .Where(visa => visa.ContentHash != other)
        .GroupBy(visa => visa.ContentHash, StringComparer.Ordinal)
        .Select(decisions => decisions.Last())
        .Where(visa => visa.Granted)
        .MaxBy(visa => visa.At);
}
