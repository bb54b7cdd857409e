using Orchestration.Pages;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>What the pages of visas need beside the look of the dashboard: samples, differences.</summary>
internal static class VisaStyle
{
    private const string Css = DashboardStyle.Css + """

        :root { --come: #dff3e5; --gone: #fbe4e1; }
        @media screen and (prefers-color-scheme: dark) { :root { --come: #1c3a28; --gone: #46231f; } }
        .first { margin: 0; }
        .keep { white-space: pre-wrap; }
        .sample { display: block; width: 100%; height: 40rem; margin: .5rem 0; background: #fff; border: 1px solid var(--line); border-radius: .4rem; }
        .plain-text {
          max-height: 30rem; padding: .9rem 1.1rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--paper);
          border: 1px solid var(--line); border-radius: .4rem;
        }
        .sms { max-width: 24rem; padding: .7rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--paper); border: 1px solid var(--line); border-radius: 1rem 1rem 1rem .2rem; }
        summary { margin: .5rem 0; cursor: pointer; }
        .diff {
          margin: .4rem 0 .9rem; padding: .4rem 0; overflow-x: auto; font: .85rem/1.5 ui-monospace, Consolas, monospace; background: var(--paper);
          border: 1px solid var(--line); border-radius: .4rem;
        }
        .line { display: block; width: max-content; min-width: 100%; padding-right: 1rem; white-space: pre; }
        .line b { display: inline-block; width: 3.5em; margin-right: .75em; color: var(--soft); font-weight: 400; text-align: right; }
        .line i { display: inline-block; width: 1.2em; font-style: normal; }
        ins, del { text-decoration: none; }
        ins.line, .come { background: var(--come); }
        del.line, .gone { background: var(--gone); }
        .come, .gone { padding: 0 .25rem; white-space: pre-wrap; }
        .gone { text-decoration: line-through; }
        """;

    public static StyleSheet Sheet { get; } = new(Css);
}
