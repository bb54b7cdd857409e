using Orchestration.Campaigns.Visas;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>The form with which those who may decide on a content do; a sentence for the others.</summary>
internal static class VisaForm
{
    public const string Remark = "motif";
    public const string Decision = "decision";
    public const string Grant = "accorder";
    public const string Refuse = "refuser";

    /// <summary>Characters of a reason.</summary>
    public const int LongestRemark = 1000;

    public static void Write(DashboardPage page, VisaDossier dossier)
    {
        var request = dossier.Request;
        page.Markup.Add($"""<section aria-labelledby="decide"><h2 id="decide">Décider</h2>""");
        if (!VisaDesk.IsFor(request, page.Caller))
            page.Markup.Add($"<p>{Who(request)}</p>");
        else if (VisaDesk.IsAuthor(request, page.Caller))
            page.Markup.Add($"<p>Vous avez écrit ce contenu : une autre personne doit en décider.</p>");
        else
            WriteForm(page, dossier);
        page.Markup.Add($"</section>");
    }

    private static void WriteForm(DashboardPage page, VisaDossier dossier)
    {
        var isCustom = dossier.Request.Caisse is not null;
        if (dossier.Decisions.Count > 0)
            page.Markup.Add($"<p>Une nouvelle décision remplace la précédente, pour ce qui n'est pas encore parti.</p>");
        page.BeginForm($"{VisaListPart.AddressOf(dossier.Request)}/decision");
        page.Markup.Add($"""
            <p><label for="{Remark}">Motif</label>
            <textarea id="{Remark}" name="{Remark}" rows="3" maxlength="{LongestRemark}" aria-describedby="motif-aide"></textarea></p>
            <p class="soft" id="motif-aide">Obligatoire pour refuser ; il est gardé avec la décision.</p>
            <div class="actions"><button name="{Decision}" value="{Grant}">{(isCustom ? "Confirmer la campagne" : "Accorder le visa")}</button>
            <button class="danger" name="{Decision}" value="{Refuse}">{(isCustom ? "Refuser la campagne" : "Refuser le visa")}</button></div>
            """);
        page.EndForm();
    }

    private static string Who(VisaRequest request) => request.Caisse is null
        ? "Ce visa est donné ou refusé par une personne de la Dicom qui a le rôle de validation."
        : "Cette campagne est confirmée par une seconde personne de la caisse, ou par la DDO.";
}
