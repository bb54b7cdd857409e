using Orchestration.Campaigns.Revisions;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Revisions;

/// <summary>The form with which planners decide on a revision that waits; a sentence for the others.</summary>
internal static class RevisionForm
{
    public const string Remark = "motif";
    public const string Decision = "decision";
    public const string Confirm = "confirmer";
    public const string Refuse = "refuser";

    /// <summary>Characters of a reason.</summary>
    public const int LongestRemark = 1000;

    public static void Write(DashboardPage page, RevisionView view)
    {
        if (view.Phase != RevisionPhase.WaitingForConfirmation)
            return;
        page.Markup.Add($"""<section aria-labelledby="decide"><h2 id="decide">Décider</h2>""");
        if (!page.Offers(Role.Planner))
        {
            page.Markup.Add($"<p>Cette révision est confirmée ou refusée par une personne qui a le rôle de planification.</p></section>");
            return;
        }

        page.BeginForm($"{RevisionListPart.AddressOf(view.Revision.Calendar, view.Revision.Number)}/decision");
        page.Markup.Add($"""
            <p><label for="{Remark}">Motif</label>
            <textarea id="{Remark}" name="{Remark}" rows="3" maxlength="{LongestRemark}" aria-describedby="motif-aide"></textarea></p>
            <p class="soft" id="motif-aide">Obligatoire pour refuser ; il est gardé avec la décision, qui est définitive.</p>
            <div class="actions"><button name="{Decision}" value="{Confirm}">Confirmer la révision</button>
            <button class="danger" name="{Decision}" value="{Refuse}">Refuser la révision</button></div>
            """);
        page.EndForm();
        page.Markup.Add($"</section>");
    }
}
