using Orchestration.Pages;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>At a glance, what goes out, what waits and what is wrong among the sends that are looked for; each figure leads to its sends.</summary>
internal static class SendTiles
{
    public static void Write(HtmlMarkup page, SendFilter filter, IReadOnlyList<BoardRow> all)
    {
        var wide = filter with { State = null, ToRetry = false };
        var rows = all.Where(wide.Holds).ToList();
        page.Add($"""<p class="tiles" id="tiles" data-live>""");
        Add(wide with { State = BoardState.Sending }, "good", "en cours", "en cours");
        Add(wide with { State = BoardState.WaitingForVisa }, "wait", "attend un visa", "attendent un visa");
        Add(wide with { State = BoardState.Paused }, "wait", "suspendu", "suspendus");
        Add(wide with { State = BoardState.Failed }, "bad", "en panne", "en panne");
        Add(wide with { ToRetry = true }, "bad", "avec des caisses non comptées", "avec des caisses non comptées");
        page.Add($"</p>");

        void Add(SendFilter one, string look, string single, string several)
        {
            var count = rows.Count(one.Holds);
            var current = one == filter ? HtmlMarkup.Part($" aria-current=\"true\"") : HtmlMarkup.Part($"");
            page.Add($"""<a class="tile {(count > 0 ? look : "")}" href="{PageAnswers.Home}?{one.Query()}"{current}><strong>{FrenchNumbers.Of(count)}</strong> {(count < 2 ? single : several)}</a>""");
        }
    }
}
