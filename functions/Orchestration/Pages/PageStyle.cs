namespace Orchestration.Pages;

/// <summary>The look that every page has, by day and by night.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root {
          color-scheme: light dark;
          --ink: #1b1b35; --soft: #55556b; --line: #d5d5e0; --paper: #fff; --ground: #f4f5fa;
          --blue: #0c419a; --on-blue: #fff; --red: #b3261e; --amber: #8a5300; --green: #1a6b3a;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --ink: #ececf4; --soft: #b4b4c6; --line: #45455a; --paper: #23232f; --ground: #17171f;
            --blue: #9dbcf8; --on-blue: #10213f; --red: #f2a29b; --amber: #eabb6c; --green: #86d3a2;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--ink); background: var(--ground); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
        h2 { margin: 2.5rem 0 .75rem; font-size: 1.3rem; }
        h3 { margin: 1.75rem 0 .5rem; color: var(--blue); font-size: 1.1rem; }
        h4 { margin: 0; font-size: 1rem; }
        p { margin: .25rem 0; }
        a { color: var(--blue); }
        ul, ol { margin: .5rem 0; padding-left: 1.25rem; }
        code { font: .9em ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
        .soft { color: var(--soft); font-size: .9rem; }
        .card {
          margin: .75rem 0; padding: .9rem 1.1rem; overflow-wrap: anywhere; background: var(--paper);
          border: 1px solid var(--line); border-left-width: .35rem; border-radius: .4rem;
        }
        .plain { padding: 0; list-style: none; }
        .error, .refused { border-left-color: var(--red); }
        .warning, .to-confirm { border-left-color: var(--amber); }
        .accepted { border-left-color: var(--green); }
        .verdict { margin-top: 1.25rem; }
        .verdict h2 { margin: 0 0 .25rem; }
        .tag { font-weight: 600; }
        .error .tag { color: var(--red); }
        .warning .tag { color: var(--amber); }
        .facts { display: grid; grid-template-columns: 7.5rem 1fr; gap: .1rem 1rem; margin: .5rem 0; font-size: .95rem; }
        .facts dt { color: var(--soft); }
        .facts dd { margin: 0; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; background: var(--paper); }
        th, td { padding: .3rem .75rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { color: var(--soft); font-size: .9rem; }
        tbody th { font-weight: 600; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        button {
          margin: 1rem 0; padding: .7rem 1.4rem; color: var(--on-blue); background: var(--blue); font: inherit; font-weight: 600;
          border: 0; border-radius: .4rem; cursor: pointer;
        }
        @media (max-width: 30rem) {
          .facts { grid-template-columns: 1fr; gap: 0; }
          .facts dd { margin-bottom: .35rem; }
          .card { padding: .75rem .8rem; }
        }
        @media print { body { background: var(--paper); } .card { break-inside: avoid; } }
        """;

    public static StyleSheet Sheet { get; } = new(Css);
}
