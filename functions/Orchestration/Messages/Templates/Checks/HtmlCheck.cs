using AngleSharp.Html.Dom;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>What a screen reader needs in an e-mail's HTML (domain.md B4): RGAA 8.1, 8.3, 8.5, 9.1, 1.1 and 5.3.</summary>
internal static class HtmlCheck
{
    public static IEnumerable<TemplateProblem> Run(CheckInput input) => input.Html is { } html
        ? [.. Document(html), .. Images(html), .. Tables(html)]
        : [];

    private static IEnumerable<TemplateProblem> Document(IHtmlDocument html)
    {
        if (html.Doctype is null)
        {
            yield return Findings.In(PackageFiles.ExpectedHtml, "C060", "Le document n’a pas de doctype.", "Commencez-le par <!DOCTYPE html>.");
        }

        if (string.IsNullOrWhiteSpace(html.DocumentElement.GetAttribute("lang")))
        {
            yield return Findings.At(html.DocumentElement, "C061", "La langue n’est pas donnée.", "Écrivez <html lang=\"fr\">.");
        }

        if (string.IsNullOrWhiteSpace(html.Title))
        {
            yield return Findings.In(
                PackageFiles.ExpectedHtml, "C062", "Le document n’a pas de titre.", $"Écrivez <title>{{{{ {SystemFields.Subject} }}}}</title>.");
        }

        var headings = html.QuerySelectorAll("h1");
        if (headings.Length != 1 || string.IsNullOrWhiteSpace(headings[0].TextContent))
        {
            yield return Findings.In(
                PackageFiles.ExpectedHtml, "C063", $"Le document a {headings.Length} titre(s) h1, ou un h1 vide.",
                "Donnez-lui un titre h1, et un seul.");
        }
    }

    private static IEnumerable<TemplateProblem> Images(IHtmlDocument html) =>
        from image in html.QuerySelectorAll("img, area")
        where !image.HasAttribute("alt")
        select Findings.At(image, "C064", "Cette image n’a pas d’attribut alt.", "Décrivez l’image, ou écrivez alt=\"\" si elle décore.");

    private static IEnumerable<TemplateProblem> Tables(IHtmlDocument html) =>
        from table in html.QuerySelectorAll("table")
        where table.GetAttribute("role") is not ("presentation" or "none")
        where !table.QuerySelectorAll("th").Any(heading => heading.Closest("table") == table)
        select Findings.At(
            table, "C065", "Ce tableau de mise en forme n’est pas annoncé comme tel.",
            "Ajoutez role=\"presentation\", ou des cellules th si c’est un tableau de données.");
}
