using Orchestration.Audience.Decisions;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>The account of a send as it stands: people by decision, messages by outcome, with reasons in words.</summary>
internal static class SendFigures
{
    public static void Write(HtmlMarkup page, SendView view, SendDetails details)
    {
        page.Add($"""<section id="figures" data-live aria-labelledby="figures-title"><h2 id="figures-title">Décisions et messages</h2>""");
        if (view.Row.Status is not { Targeted: > 0 } status)
        {
            page.Add($"<p>Aucune décision n'est encore prise.</p></section>");
            return;
        }

        var counts = status.Counts;
        Write(page, "Personnes", [("Ciblées", status.Targeted), ("Mises en lot", status.Queued), .. Reasons("Exclues", status.Excluded)]);
        Write(page, "Messages", [
            ("Délivrés", counts.Delivered), ("Acceptés, sans accusé", counts.Accepted), ("Échecs", counts.Failed), ("Retenus", counts.Withheld),
            ("Expirés", counts.Expired), ("Issue inconnue", counts.Unknown), ("En attente", status.Pending - counts.Accepted),
            .. Reasons("Échecs", details.Report?.Failed), .. Reasons("Retenus", details.Report?.Withheld)]);
        page.Add($"</section>");
    }

    /// <summary>A table of two columns; what is nought and says nothing is left out.</summary>
    public static void Write(HtmlMarkup page, string caption, IEnumerable<(string Name, int Value)> figures)
    {
        page.Add($"<table><caption>{caption}</caption><tbody>");
        foreach (var (name, value) in figures.Where((figure, index) => index < 2 || figure.Value != 0))
            page.Add($"""<tr><th scope="row">{French.Typeset(name)}</th><td class="number">{FrenchNumbers.Of(value)}</td></tr>""");
        page.Add($"</tbody></table>");
    }

    public static IEnumerable<(string Name, int Value)> Reasons(string word, IReadOnlyDictionary<string, int>? reasons) =>
        (reasons ?? new Dictionary<string, int>()).Select(reason => ($"{word} : {ExclusionReason.Labels.GetValueOrDefault(reason.Key, reason.Key)}", reason.Value));
}
