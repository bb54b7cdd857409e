using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Year;

/// <summary>What the drawing shows, as tables: a month each, with links from one to the other.</summary>
internal static class YearMonths
{
    public static void Write(
        HtmlMarkup page, YearView view, IReadOnlyList<(string Title, IReadOnlyList<YearRow> Rows)> groups, DateOnly today)
    {
        var entries = groups.SelectMany(group => group.Rows).SelectMany(row => row.Entries).ToLookup(entry => MonthOf(entry.Bar.From, view.Year));
        page.Add($"""
            <section aria-labelledby="months"><h2 id="months">Mois par mois</h2>
            <nav aria-label="Mois"><ul class="months">
            """);
        for (var month = 1; month <= 12; month++)
            page.Add($"<li>{Link(month, entries.Contains(month), isCurrent: view.Year == today.Year && month == today.Month)}</li>");
        page.Add($"</ul></nav>");
        foreach (var month in entries.OrderBy(month => month.Key))
            Write(page, new DateOnly(view.Year, month.Key, 1), month);
        page.Add($"</section>");
    }

    /// <summary>A month in which nothing begins is named, and leads nowhere.</summary>
    private static HtmlMarkup.Fragment Link(int month, bool isThere, bool isCurrent)
    {
        var current = isCurrent ? HtmlMarkup.Part($" aria-current=\"date\"") : HtmlMarkup.Part($"");
        return isThere
            ? HtmlMarkup.Part($"""<a href="#{YearPart.MonthAnchor(month)}"{current}>{FrenchDates.MonthName(month)}</a>""")
            : HtmlMarkup.Part($"""<span{current}>{FrenchDates.MonthName(month)}</span>""");
    }

    private static void Write(HtmlMarkup page, DateOnly month, IEnumerable<YearEntry> entries)
    {
        page.Add($"""<h3 id="{YearPart.MonthAnchor(month.Month)}">{Sentence.Capitalized(FrenchDates.MonthYear(month))}</h3>""");
        page.Add($"""
            <table class="full stack"><caption>Ce qui commence en {FrenchDates.MonthYear(month)}</caption>
            <thead><tr><th scope="col">Du</th><th scope="col">Au</th><th scope="col">Nature</th><th scope="col">Quoi</th><th scope="col">État</th></tr></thead><tbody>
            """);
        foreach (var entry in entries.OrderBy(entry => entry.Bar.From).ThenBy(entry => entry.Bar.Name, StringComparer.Ordinal))
        {
            page.Add($"""
                <tr><td data-name="Du" class="nowrap">{FrenchDates.Short(entry.Bar.From, month.Year)}</td><td data-name="Au" class="nowrap">{FrenchDates.Short(entry.Bar.Until, month.Year)}</td>
                <td data-name="Nature">{entry.Kind}</td><th scope="row">{Name(entry)}</th><td data-name="État">{State(entry)}</td></tr>
                """);
        }

        page.Add($"</tbody></table>");
    }

    /// <summary>What hangs over the ends of the year stands in its first or last month.</summary>
    public static int MonthOf(DateOnly from, int year) => from.Year.CompareTo(year) switch { < 0 => 1, > 0 => 12, _ => from.Month };

    private static HtmlMarkup.Fragment State(YearEntry entry) => entry.State.Length == 0
        ? HtmlMarkup.Part($"")
        : HtmlMarkup.Part($"""<span class="state {entry.Look}">{entry.State}</span>""");

    private static HtmlMarkup.Fragment Name(YearEntry entry) => entry.Bar.Page is { } address
        ? HtmlMarkup.Part($"""<a href="{address}">{entry.What}</a>""")
        : HtmlMarkup.Part($"{entry.What}");
}
