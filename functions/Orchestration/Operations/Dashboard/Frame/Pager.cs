using System.Globalization;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard;

/// <summary>A long list, page by page.</summary>
/// <param name="Number">Of the page, from 1.</param>
/// <param name="Total">Of items.</param>
/// <param name="Size">Items on a page.</param>
internal sealed record Pager(int Number, int Total, int Size)
{
    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    /// <param name="asked">As an address says it: what is no page is the first, what lies beyond the end is the last.</param>
    /// <param name="total">Of items.</param>
    /// <param name="size">Items on a page.</param>
    public static Pager Of(string? asked, int total, int size)
    {
        var pager = new Pager(1, total, size);
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? pager with { Number = Math.Min(number, pager.Last) }
            : pager;
    }

    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> items) => [.. items.Skip((Number - 1) * Size).Take(Size)];

    /// <summary>Nothing when everything is on one page.</summary>
    public void Write(HtmlMarkup page, Func<int, string> addressOf, string label = "Pages")
    {
        if (Last == 1)
            return;
        page.Add($"""<nav class="pages" aria-label="{label}">""");
        if (Number > 1)
            page.Add($"""<a href="{addressOf(1)}">Première</a> <a href="{addressOf(Number - 1)}" rel="prev">Précédente</a>""");
        page.Add($"<span>Page {FrenchNumbers.Of(Number)} sur {FrenchNumbers.Of(Last)}</span>");
        if (Number < Last)
            page.Add($"""<a href="{addressOf(Number + 1)}" rel="next">Suivante</a> <a href="{addressOf(Last)}">Dernière</a>""");
        page.Add($"</nav>");
    }
}
