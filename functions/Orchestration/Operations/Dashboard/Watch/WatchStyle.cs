using Orchestration.Pages;

namespace Orchestration.Operations.Dashboard.Watch;

/// <summary>The figures at the top of the page.</summary>
internal static class WatchStyle
{
    private const string Css = DashboardStyle.Css + """

        .tiles { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0; }
        .tile { flex: 1 1 7rem; padding: .5rem .9rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; text-decoration: none; }
        .tile:hover { text-decoration: underline; }
        .tile strong { display: block; font-size: 1.6rem; line-height: 1.2; }
        """;

    public static StyleSheet Sheet { get; } = new(Css);
}
