using Orchestration.Pages;
using Orchestration.Planning.Views.OwnedMedia;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>The media waves, and what they and the campaigns take on the institution's own media.</summary>
internal sealed class ReportOwnedMedia(HtmlMarkup page, ReportViews views, ReportLinks links)
{
    private readonly OwnedMediaPlan plan = views.OwnedMedia;

    public static void Write(HtmlMarkup page, ReportViews views, ReportLinks links) => new ReportOwnedMedia(page, views, links).Write();

    private void Write()
    {
        if (views.Calendar.Waves.Count == 0 && plan.Inserts.Count + plan.Letters.Count + plan.Articles.Count == 0)
        {
            return;
        }

        page.Add($"""
            <section aria-labelledby="media">
            <h2 id="media">Vagues et médias propriétaires</h2>
            """);
        Waves();
        Table(
            "Page d'accueil d'ameli.fr", ["Du", "Au", "Emplacement", "Campagne"], plan.Homepage,
            presence => [Day(presence.From), Day(presence.Until), FormatName(presence.Format), presence.CampaignTitle]);
        Table(
            "Articles d'ameli.fr", ["À publier avant", "Adresse", "Campagne"], plan.Articles,
            article => [article.NeededBy is { } date ? Day(date) : "–", article.Address, article.CampaignTitle]);
        Table(
            "Écrans d'accueil des caisses", ["Boucle", "Clips présents", "Durée au plus long"], plan.Screens,
            loop => [$"{Day(loop.From)}–{Day(loop.Until)}", Clips(loop), French.Text($"{loop.Seconds} s, le {Day(loop.BusiestDay)}")]);
        Table(
            "Encarts des lettres d'information", ["Le", "Lettre", "Campagnes en encart"], plan.Inserts,
            issue => [Day(issue.Date), SendNames.PathOf(issue.Newsletter), string.Join(", ", issue.Campaigns.Select(TitleOf))]);
        Table("Lettres-réseau", ["Le", "Campagne"], plan.Letters, letter => [Day(letter.Date), letter.CampaignTitle]);
        Table(
            "Avant-premières des collaborateurs (liam)", ["Le", "Campagne", "Envoi"], plan.Previews,
            preview => [Day(preview.Date), preview.CampaignTitle, SendNames.PathOf(preview.Send)]);
        page.Add($"</section>");
    }

    private void Waves()
    {
        if (views.Calendar.Waves.Count == 0)
        {
            return;
        }

        Head("Vagues média", ["Vague", "Du", "Au", "Médias", "Campagne", "Problèmes"]);
        foreach (var wave in views.Calendar.Waves.OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal))
        {
            page.Add($"""
                <tr id="{ReportLinks.OfWave(wave.Id)}"><th scope="row"><code>{wave.Id}</code></th><td class="date">{Day(wave.Start)}</td><td class="date">{Day(wave.End)}</td>
                <td>{MediaNames.Of(wave.Media)}</td><td>{TitleOf(wave.Campaign)}</td><td>
                """);
            ReportProblems.WriteLinks(page, links, links.ProblemsOfWave(wave.Id));
            page.Add($"</td></tr>");
        }

        page.Add($"</tbody></table></div>");
    }

    private void Table<T>(string title, IReadOnlyList<string> columns, IReadOnlyList<T> rows, Func<T, IReadOnlyList<string>> cells)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Head(title, columns);
        foreach (var row in rows)
        {
            page.Add($"<tr>");
            foreach (var cell in cells(row))
            {
                page.Add($"<td>{cell}</td>");
            }

            page.Add($"</tr>");
        }

        page.Add($"</tbody></table></div>");
    }

    private void Head(string title, IReadOnlyList<string> columns)
    {
        page.Add($"""
            <h3>{French.Typeset(title)}</h3>
            <div class="scroll" role="region" aria-label="{French.Typeset(title)}" tabindex="0"><table><thead><tr>
            """);
        foreach (var column in columns)
        {
            page.Add($"""<th scope="col">{French.Typeset(column)}</th>""");
        }

        page.Add($"</tr></thead><tbody>");
    }

    private string Clips(ScreenLoop loop) =>
        string.Join(", ", loop.Clips.Select(clip => French.Text($"{clip.Wave} ({clip.Seconds} s, {Day(clip.From)}–{Day(clip.Until)})")));

    private string TitleOf(string campaign) =>
        views.Calendar.Campaigns.FirstOrDefault(known => known.Id == campaign)?.Title ?? campaign;

    private string Day(DateOnly date) => FrenchDates.DayMonth(date, views.Calendar.Year);

    private static string FormatName(HomepageFormat format) => format == HomepageFormat.Banner ? "bannière" : "card";
}
