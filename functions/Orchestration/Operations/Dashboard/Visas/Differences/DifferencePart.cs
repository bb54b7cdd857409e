using Orchestration.Campaigns.Visas;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>Writes what changes from the content that was approved last.</summary>
internal static class DifferencePart
{
    public static void Write(HtmlMarkup page, VisaDossier dossier)
    {
        var basis = dossier.Request.Caisse is null ? "la dernière version approuvée" : "le gabarit approuvé";
        page.Add($"""<section aria-labelledby="difference"><h2 id="difference">Différences avec {basis}</h2>""");
        if (dossier is not { LastApproved: { } last, Difference: { } difference })
            page.Add($"<p>Aucune version n'a été approuvée auparavant : tout est à relire.</p>");
        else
            WriteChanges(page, dossier, last, difference);
        page.Add($"</section>");
    }

    private static void WriteChanges(HtmlMarkup page, VisaDossier dossier, Visa last, ContentDifference difference)
    {
        page.Add($"""<p class="soft">Version approuvée par {last.Validator} le {Moments.InParis(last.At)}, empreinte <code>{last.ContentHash[..12]}</code>.</p>""");
        if (difference.IsNone)
            page.Add($"<p>Aucune différence.</p>");
        Write(page, "Critère", difference.Criterion);
        Write(page, "Canaux", difference.Channels);
        // A custom campaign has no golden files: that those of its layout are gone says nothing.
        foreach (var file in difference.Files.Where(file => dossier.Request.Caisse is null || !file.IsDerived))
            Write(page, file);
    }

    private static void Write(HtmlMarkup page, string name, ValueChange? change)
    {
        if (change is null)
            return;
        page.Add($"""
            <h3>{name}</h3>
            <dl class="facts"><dt>Avant</dt><dd><del class="gone">{(change.Before.Length == 0 ? "aucun" : change.Before)}</del></dd><dt>Maintenant</dt><dd><ins class="come">{change.After}</ins></dd></dl>
            """);
    }

    private static void Write(HtmlMarkup page, FileDifference file)
    {
        var note = (file.Change, file.Hunks.Count) switch
        {
            (LineChange.Added, _) => "fichier ajouté",
            (LineChange.Removed, _) => "fichier retiré",
            (_, 0) => "contenu remplacé",
            _ => French.Count(file.Hunks.Count, "passage modifié", "passages modifiés"),
        };
        page.Add($"""<details{(file.IsDerived ? HtmlMarkup.Part($"") : HtmlMarkup.Part($" open"))}><summary><code>{file.Path}</code> : {note}{(file.IsDerived ? ", rendu de l’exemple" : "")}</summary>""");
        foreach (var hunk in file.Hunks)
        {
            page.Add($"""<div class="diff" role="region" aria-label="{Place(file.Path, hunk)}" tabindex="0">""");
            foreach (var line in hunk)
                Write(page, line);
            page.Add($"</div>");
        }

        page.Add($"</details>");
    }

    private static void Write(HtmlMarkup page, DiffLine line)
    {
        switch (line.Change)
        {
            case LineChange.Removed:
                page.Add($"""<del class="line"><b>{line.Before ?? 0}</b><i>-</i>{line.Text}</del>""");
                break;
            case LineChange.Added:
                page.Add($"""<ins class="line"><b>{line.After ?? 0}</b><i>+</i>{line.Text}</ins>""");
                break;
            default:
                page.Add($"""<span class="line"><b>{line.After ?? 0}</b><i></i>{line.Text}</span>""");
                break;
        }
    }

    private static string Place(string path, IReadOnlyList<DiffLine> hunk)
    {
        var numbers = hunk.Select(line => line.After ?? line.Before ?? 0).ToList();
        return French.Text($"{path}, lignes {numbers.Min()} à {numbers.Max()}");
    }
}
