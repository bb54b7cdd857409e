using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Year;

/// <summary>What the drawing shows, as tables: a month each, with links from one to the other.</summary>
internal static class YearMonths
{
    public static void Write(
        HtmlMarkup page, YearView view, IReadOnlyList<(string Title, IReadOnlyList<YearRow> Rows)> groups, DateOnly today)
    {
        var entries = groups.SelectMany(group => group.Rows).SelectMany(row => row.Entries).ToLookup(entry => MonthOf(entry, view.Year));
        page.Add($"""
            <section aria-labelledby="months"><h2 id="months">Mois par mois</h2>
            <nav aria-label="Mois"><ul class="months">
            """);
        for (var month = 1; month <= 12; month++)
        {
            var current = view.Year == today.Year && month == today.Month ? HtmlMarkup.Part($" aria-current=\"date\"") : HtmlMarkup.Part($"");
            page.Add($"""<li><a href="#{YearPart.MonthAnchor(month)}"{current}>{FrenchDates.MonthName(month)}</a></li>""");
        }

        page.Add($"</ul></nav>");
        for (var month = 1; month <= 12; month++)
            Write(page, new DateOnly(view.Year, month, 1), [.. entries[month]]);
        page.Add($"</section>");
    }

    private static void Write(HtmlMarkup page, DateOnly month, IReadOnlyList<YearEntry> entries)
    {
        page.Add($"""<h3 id="{YearPart.MonthAnchor(month.Month)}">{Sentence.Capitalized(FrenchDates.MonthYear(month))}</h3>""");
        if (entries.Count == 0)
        {
            page.Add($"<p>Rien ne commence ce mois-ci.</p>");
            return;
        }

        page.Add($"""
            <table class="full stack"><caption>Ce qui commence en {FrenchDates.MonthYear(month)}</caption>
            <thead><tr><th scope="col">Du</th><th scope="col">Au</th><th scope="col">Nature</th><th scope="col">Quoi</th><th scope="col">État</th></tr></thead><tbody>
            """);
        foreach (var entry in entries.OrderBy(entry => entry.Bar.From).ThenBy(entry => entry.Bar.Name, StringComparer.Ordinal))
        {
            page.Add($"""
                <tr><td data-name="Du" class="nowrap">{FrenchDates.Short(entry.Bar.From, month.Year)}</td><td data-name="Au" class="nowrap">{FrenchDates.Short(entry.Bar.Until, month.Year)}</td>
                <td data-name="Nature">{entry.Kind}</td><th scope="row">{Name(entry)}</th><td data-name="État"><span class="state {entry.Look}">{entry.State}</span></td></tr>
                """);
        }

        page.Add($"</tbody></table>");
    }

    /// <summary>What hangs over the ends of the year stands in its first or last month.</summary>
    private static int MonthOf(YearEntry entry, int year) => entry.Bar.From.Year.CompareTo(year) switch { < 0 => 1, > 0 => 12, _ => entry.Bar.From.Month };

    private static HtmlMarkup.Fragment Name(YearEntry entry) => entry.Bar.Page is { } address
        ? HtmlMarkup.Part($"""<a href="{address}">{entry.What}</a>""")
        : HtmlMarkup.Part($"{entry.What}");
}
