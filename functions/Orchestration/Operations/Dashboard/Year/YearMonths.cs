using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Year;

/// <summary>What the drawing shows, as tables: a month each, with links from one to the other. All of them at once would make a heavy page.</summary>
internal static class YearMonths
{
    /// <param name="page">Where it is written.</param>
    /// <param name="view">The year.</param>
    /// <param name="groups">What it has.</param>
    /// <param name="shown">The month that is shown; null for the whole year.</param>
    /// <param name="today">In Paris.</param>
    public static void WriteLinks(
        HtmlMarkup page, YearView view, IReadOnlyList<(string Title, IReadOnlyList<YearRow> Rows)> groups, int? shown, DateOnly today)
    {
        var entries = Entries(view, groups);
        page.Add($"""
            <nav aria-label="Mois"><ul class="months">
            <li><a href="{YearPart.Address}?calendar={view.Calendar}"{Current(shown is null)}>Toute l'année</a></li>
            """);
        for (var month = 1; month <= 12; month++)
            page.Add($"<li>{Link(view, month, entries[month].Count(), month == shown, view.Year == today.Year && month == today.Month)}</li>");
        page.Add($"</ul></nav>");
    }

    public static void Write(
        HtmlMarkup page, YearView view, IReadOnlyList<(string Title, IReadOnlyList<YearRow> Rows)> groups, int shown)
    {
        var month = new DateOnly(view.Year, shown, 1);
        page.Add($"""<section aria-labelledby="month"><h2 id="month">{Sentence.Capitalized(FrenchDates.MonthYear(month))}</h2>""");
        var entries = Entries(view, groups)[shown].ToList();
        if (entries.Count == 0)
            page.Add($"<p>Rien ne commence ce mois-ci.</p>");
        else
            Write(page, month, entries);
        page.Add($"</section>");
    }

    private static ILookup<int, YearEntry> Entries(YearView view, IReadOnlyList<(string Title, IReadOnlyList<YearRow> Rows)> groups) =>
        groups.SelectMany(group => group.Rows).SelectMany(row => row.Entries).ToLookup(entry => MonthOf(entry.Bar.From, view.Year));

    /// <summary>A month in which nothing begins is named, and leads nowhere.</summary>
    private static HtmlMarkup.Fragment Link(YearView view, int month, int count, bool isShown, bool isNow)
    {
        var name = HtmlMarkup.Part($"{FrenchDates.MonthName(month)}{(isNow ? HtmlMarkup.Part($" (en cours)") : HtmlMarkup.Part($""))}");
        return count > 0
            ? HtmlMarkup.Part($"""<a href="{YearPart.MonthAddress(view.Calendar, month)}"{Current(isShown)}>{name}</a>""")
            : HtmlMarkup.Part($"""<span>{name}</span>""");
    }

    private static HtmlMarkup.Fragment Current(bool isShown) => isShown ? HtmlMarkup.Part($" aria-current=\"page\"") : HtmlMarkup.Part($"");

    private static void Write(HtmlMarkup page, DateOnly month, IEnumerable<YearEntry> entries)
    {
        page.Add($"""
            <table class="full stack"><caption>Ce qui commence en {FrenchDates.MonthYear(month)}</caption>
            <thead><tr><th scope="col">Du</th><th scope="col">Au</th><th scope="col">Nature</th><th scope="col">Quoi</th><th scope="col">État</th></tr></thead><tbody>
            """);
        foreach (var entry in entries.OrderBy(entry => entry.Bar.From).ThenBy(entry => entry.Bar.Name, StringComparer.Ordinal))
        {
            page.Add($"""
                <tr><td data-name="Du" class="nowrap">{FrenchDates.Short(entry.Bar.From, month.Year)}</td><td data-name="Au" class="nowrap">{FrenchDates.Short(entry.Bar.Until, month.Year)}</td>
                <td data-name="Nature">{Sentence.Capitalized(entry.Kind)}</td><th scope="row">{Name(entry)}</th><td data-name="État">{State(entry)}</td></tr>
                """);
        }

        page.Add($"</tbody></table>");
    }

    /// <summary>What hangs over the ends of the year stands in its first or last month.</summary>
    public static int MonthOf(DateOnly from, int year) => from.Year.CompareTo(year) switch { < 0 => 1, > 0 => 12, _ => from.Month };

    private static HtmlMarkup.Fragment State(YearEntry entry) => entry.State.Length == 0
        ? HtmlMarkup.Part($"")
        : HtmlMarkup.Part($"""<span class="state {entry.Look}">{Sentence.Capitalized(entry.State)}</span>""");

    private static HtmlMarkup.Fragment Name(YearEntry entry) => entry.Bar.Page is { } address
        ? HtmlMarkup.Part($"""<a href="{address}">{entry.What}</a>""")
        : HtmlMarkup.Part($"{entry.What}");
}
