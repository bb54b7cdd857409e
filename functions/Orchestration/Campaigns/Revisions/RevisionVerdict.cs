using System.Globalization;

namespace Orchestration.Campaigns.Revisions;

/// <summary>
/// Whether a revision applies by itself. One that was made from an older revision, or that withdraws more than a tenth of what remains, waits for a person.
/// </summary>
internal static class RevisionVerdict
{
    private const double LargestShareWithdrawn = 0.10;

    /// <param name="revision">The revision.</param>
    /// <param name="head">Where its calendar stands.</param>
    /// <param name="decision">What a person decided, if anybody did.</param>
    /// <param name="changes">What it changes.</param>
    /// <param name="remaining">Sends of the calendar that are not prepared yet.</param>
    public static (RevisionPhase Phase, string? Why) Of(
        CalendarRevision revision, CalendarHead head, RevisionDecision? decision, ChangeCounts changes, int remaining)
    {
        if (head.Latest > revision.Number)
            return (RevisionPhase.Superseded, $"remplacée par la révision {head.Latest}");
        if (decision is { Confirmed: false })
            return (RevisionPhase.Rejected, $"refusée par {decision.By}");
        if (decision is { Confirmed: true })
            return (RevisionPhase.Applying, null);
        if (revision.BasedOn < head.Applied)
            return (RevisionPhase.WaitingForConfirmation, $"établie à partir de la révision {revision.BasedOn}, alors que la {head.Applied} est en vigueur");
        return changes.Withdrawn > remaining * LargestShareWithdrawn
            ? (RevisionPhase.WaitingForConfirmation, string.Create(
                CultureInfo.GetCultureInfo("fr-FR"),
                $"retire {changes.Withdrawn} des {remaining} envois qui restent ({(double)changes.Withdrawn / remaining:P0})"))
            : (RevisionPhase.Applying, null);
    }
}
