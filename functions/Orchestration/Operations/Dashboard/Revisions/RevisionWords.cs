using Orchestration.Campaigns.Revisions;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Revisions;

/// <summary>Revisions as people speak of them.</summary>
internal static class RevisionWords
{
    public static string Of(RevisionPhase phase) => phase switch
    {
        RevisionPhase.WaitingForConfirmation => "attend une confirmation",
        RevisionPhase.Applying => "en cours d’application",
        RevisionPhase.Applied => "en vigueur",
        RevisionPhase.Superseded => "remplacée",
        RevisionPhase.Rejected => "refusée",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase without a name."),
    };

    /// <summary>The class of a state, by what it asks of people.</summary>
    public static string StyleOf(RevisionPhase phase) => phase switch
    {
        RevisionPhase.WaitingForConfirmation => "wait",
        RevisionPhase.Applied or RevisionPhase.Applying => "good",
        RevisionPhase.Rejected => "bad",
        _ => "",
    };

    public static string Of(CalendarRevision revision) => revision.Cause switch
    {
        { Kind: RevisionCauseKind.Calendar, Name: var file } => French.Text($"dépôt du fichier {file}"),
        { Kind: RevisionCauseKind.Waves, Name: var file } => French.Text($"vagues de l'agence, fichier {file}"),
        { Kind: RevisionCauseKind.Trigger, Name: var trigger } => French.Text($"déclencheur {trigger}"),
        _ => French.Text($"fichier {revision.File}"),
    };

    /// <summary>« 2 ajoutés, 1 retiré ».</summary>
    public static string Of(IReadOnlyList<RevisionChange> changes)
    {
        var added = changes.Count(change => change.Kinds.Contains(PlanChangeKinds.Added));
        var removed = changes.Count(change => change.Kinds.Contains(PlanChangeKinds.Removed));
        var changed = changes.Count - added - removed;
        string[] parts =
        [
            .. added > 0 ? [French.Count(added, "ajouté", "ajoutés")] : Array.Empty<string>(),
            .. changed > 0 ? [French.Count(changed, "modifié", "modifiés")] : Array.Empty<string>(),
            .. removed > 0 ? [French.Count(removed, "retiré", "retirés")] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "rien ne change" : string.Join(", ", parts);
    }
}
