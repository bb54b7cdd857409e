using Orchestration.Calendars.Report;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Pages;

namespace Orchestration.Operations.Dashboard.Year;

/// <summary>States in the drawing: a colour, and a mark for those who do not see it.</summary>
internal static class YearLooks
{
    private const string Css = DashboardStyle.Css + ReportStyle.Additions + """

        .gantt .beside { font-weight: 600; }
        .st-planned rect { fill: var(--email); }
        .st-wait rect { fill: var(--paper); stroke: var(--amber); stroke-width: 2; }
        .st-wait text { fill: var(--ink); }
        .st-going rect { fill: var(--sms); }
        .st-gone rect { fill: var(--green); }
        .st-bad rect { fill: var(--red); }
        .key.st-planned::before { background: var(--email); }
        .key.st-wait::before { background: var(--paper); border: 2px solid var(--amber); }
        .key.st-going::before { background: var(--sms); }
        .key.st-gone::before { background: var(--green); }
        .key.st-bad::before { background: var(--red); }
        .months { display: flex; flex-wrap: wrap; gap: .1rem .25rem; margin: .5rem 0; padding: 0; list-style: none; }
        .months a, .months span { display: block; padding: .25rem .6rem; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; text-decoration: none; }
        .months span { color: var(--soft); }
        .months a[aria-current] { color: var(--on-blue); background: var(--blue); }
        """;

    public static StyleSheet Sheet { get; } = new(Css);

    public static string Of(BoardState state) => state switch
    {
        BoardState.WaitingForVisa or BoardState.Paused => "st-wait",
        BoardState.Sending => "st-going",
        BoardState.Sent or BoardState.Closed => "st-gone",
        BoardState.Cancelled or BoardState.Over or BoardState.Failed => "st-bad",
        _ => "st-planned",
    };

    /// <summary>Nothing for what is only planned, or hollow because it waits for a visa.</summary>
    public static string MarkOf(BoardState state) => state switch
    {
        BoardState.Paused => "II",
        BoardState.Sending => "»",
        BoardState.Sent or BoardState.Closed => "✓",
        BoardState.Cancelled or BoardState.Over => "×",
        BoardState.Failed => "!",
        _ => "",
    };
}
