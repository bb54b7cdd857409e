using System.Globalization;
using Orchestration.Pages;
using Orchestration.Planning.Views.Congestion;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>Messages by week and public: a table whose cells are the darker, the more the public gets for its habits.</summary>
internal static class ReportHeatMap
{
    /// <summary>How many shades there are beside the empty one.</summary>
    public const int Shades = 5;

    public static void Write(HtmlMarkup page, CongestionMatrix congestion)
    {
        page.Add($"""
            <section aria-labelledby="congestion">
            <h2 id="congestion">Congestion, par semaine et par public</h2>
            """);
        WriteQuarters(page, congestion);
        if (congestion.Publics.Count > 0)
        {
            page.Add($"""
                <p class="soft">Messages estimés, arrondis. La teinte compare les semaines d'un même public ; « ? » signale des envois dont personne ne connaît le volume.</p>
                """);
            WriteWeeks(page, congestion);
        }

        WriteLeftOut(page, "Parcours sans estimation", congestion.UnknownJourneys);
        WriteLeftOut(page, "Envois qui attendent un déclencheur", congestion.Awaited);
        page.Add($"</section>");
    }

    /// <summary>0 for nothing, then 1 to <see cref="Shades"/>.</summary>
    public static int Shade(long messages, long scale) =>
        messages == 0 ? 0 : Math.Min(Shades, 1 + (int)((decimal)messages * Shades / (scale + 1)));

    private static void WriteQuarters(HtmlMarkup page, CongestionMatrix congestion)
    {
        if (congestion.FourthQuarterShare is not { } share)
        {
            page.Add($"<p>Aucun volume n'est connu : donnez « volume » aux envois, ou déposez un datamart.</p>");
            return;
        }

        page.Add($"<p>Le quatrième trimestre porte <strong>{Percent(share)}</strong> des messages de l'année.</p>");
        page.Add($"""
            <div class="scroll" role="region" aria-label="Messages par trimestre" tabindex="0">
            <table class="heat"><thead><tr><th scope="col">Trimestre</th><th scope="col">Messages</th><th scope="col">Part de l'année</th><th scope="col">Envois</th></tr></thead><tbody>
            """);
        foreach (var quarter in congestion.Quarters)
        {
            page.Add($"""
                <tr><th scope="row">T{quarter.Number}</th><td class="number">{Words(quarter.Load)}</td><td class="number">{Percent(quarter.Share ?? 0)}</td><td class="number">{quarter.Load.Sends}</td></tr>
                """);
        }

        page.Add($"</tbody></table></div>");
    }

    private static void WriteWeeks(HtmlMarkup page, CongestionMatrix congestion)
    {
        page.Add($"""
            <div class="scroll tall" role="region" aria-label="Messages par semaine" tabindex="0">
            <table class="heat"><thead><tr><th scope="col">Semaine du</th>
            """);
        foreach (var population in congestion.Publics)
        {
            page.Add($"""<th scope="col">{Sentence.Capitalized(ValueNames.Of(population))}</th>""");
        }

        page.Add($"""<th scope="col">Total</th></tr></thead><tbody>""");
        List<long> scales = [.. Enumerable.Range(0, congestion.Publics.Count).Select(congestion.Scale)];
        foreach (var row in congestion.Weeks)
        {
            page.Add($"""<tr><th scope="row">{FrenchDates.DayMonth(row.Week.Monday, row.Week.Monday.Year)} <span class="soft">S{row.Week.Number}</span></th>""");
            for (var i = 0; i < scales.Count; i++)
            {
                page.Add($"""<td class="number heat-{Shade(row.Publics[i].Messages, scales[i])}">{Words(row.Publics[i])}</td>""");
            }

            page.Add($"""<td class="number">{Words(row.Total)}</td></tr>""");
        }

        page.Add($"</tbody></table></div>");
    }

    private static void WriteLeftOut(HtmlMarkup page, string title, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            page.Add($"<p class=\"soft\">{title}, hors de ce tableau : {string.Join(", ", names)}.</p>");
        }
    }

    /// <summary>« 11 000 000 », « 150 000 + ? », « ? », and nothing for nothing.</summary>
    private static string Words(Load load) => (load.Messages, load.Unknown) switch
    {
        (0, 0) => load.Sends == 0 ? "" : "0",
        (0, _) => "?",
        (_, 0) => FrenchNumbers.About(load.Messages),
        _ => $"{FrenchNumbers.About(load.Messages)} + ?",
    };

    private static string Percent(double share) =>
        French.Text($"{Math.Round(share * 100).ToString(CultureInfo.InvariantCulture)} %");
}
