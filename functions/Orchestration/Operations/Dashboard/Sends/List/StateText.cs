using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Where a send stands, in words and a colour, with the reason where there is one.</summary>
internal static class StateText
{
    public static HtmlMarkup.Fragment Of(BoardRow row) => HtmlMarkup.Part($"""
        <span class="state {BoardStates.LookOf(row.State)}">{Sentence.Capitalized(BoardStates.NameOf(row.State))}</span>{Why(row)}{NotCounted(row)}
        """);

    private static HtmlMarkup.Fragment Why(BoardRow row)
    {
        var why = row.State switch
        {
            BoardState.Failed => row.Known.Failure,
            BoardState.Paused or BoardState.Cancelled when row.Control is { } control => French.Text($"{control.Reason} ({control.By})"),
            _ => row.Status?.Why,
        };
        return why is null || why == BoardStates.NameOf(row.State) ? HtmlMarkup.Part($"") : HtmlMarkup.Part($"""<br><span class="soft">{why}</span>""");
    }

    private static HtmlMarkup.Fragment NotCounted(BoardRow row) => row.NotCounted == 0
        ? HtmlMarkup.Part($"")
        : HtmlMarkup.Part($"""<br><span class="state bad">{French.Count(row.NotCounted, "caisse non comptée", "caisses non comptées")}</span>""");
}
