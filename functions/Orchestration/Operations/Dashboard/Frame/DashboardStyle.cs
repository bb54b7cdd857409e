using Orchestration.Pages;

namespace Orchestration.Operations.Dashboard;

/// <summary>What the dashboard needs beside the look of every page. A page with more to show appends to it.</summary>
internal static class DashboardStyle
{
    public const string Css = PageStyle.Css + """

        :root { --soft-red: #fbe9e7; --bar: #d5d5e0; }
        @media screen and (prefers-color-scheme: dark) { :root { --soft-red: #3d2022; --bar: #45455a; } }
        main { max-width: 84rem; padding-top: 1rem; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: .5rem; z-index: 3; padding: .5rem 1rem; background: var(--paper); }
        :focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
        main:focus { outline: none; }
        .top { background: var(--paper); border-bottom: 1px solid var(--line); }
        .top > div { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; max-width: 84rem; margin: 0 auto; padding: .4rem 1rem; }
        .brand { font-weight: 700; }
        .brand a { color: var(--ink); text-decoration: none; }
        .menu { display: flex; flex-wrap: wrap; gap: .1rem .25rem; margin: 0; padding: 0; list-style: none; }
        .menu a { display: block; padding: .35rem .6rem; border-radius: .4rem; text-decoration: none; }
        .menu a:hover { text-decoration: underline; }
        .menu a[aria-current] { color: var(--on-blue); background: var(--blue); }
        .who { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; margin-left: auto; font-size: .9rem; }
        .stop { margin: .75rem 1rem 0; padding: .6rem 1rem; background: var(--soft-red); border: 2px solid var(--red); border-radius: .4rem; }
        .lost { position: sticky; top: 0; z-index: 2; padding: .4rem 1rem; color: var(--on-blue); background: var(--red); }
        button, .button { display: inline-block; margin: .25rem 0; padding: .45rem 1rem; font-size: 1rem; font-weight: 600; line-height: 1.5; text-decoration: none; border-radius: .4rem; }
        .button { color: var(--on-blue); background: var(--blue); }
        .danger { color: #fff; background: #b3261e; }
        .quiet { color: var(--blue); background: transparent; border: 1px solid var(--blue); }
        .small { padding: .15rem .6rem; font-size: .9rem; }
        .actions { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .5rem; margin: .5rem 0; }
        label, legend { font-weight: 600; font-size: .9rem; }
        fieldset { margin: .75rem 0; padding: .5rem .9rem; border: 1px solid var(--line); border-radius: .4rem; }
        input, select, textarea {
          width: 100%; padding: .4rem .5rem; color: var(--ink); background: var(--paper); font: inherit; border: 1px solid var(--soft); border-radius: .3rem;
        }
        input, select { height: 2.5rem; }
        input[type="checkbox"], input[type="radio"] { width: auto; height: auto; }
        .card h2 { margin-top: 0; }
        th .soft { font-weight: 400; }
        .check, .fields > .actions { grid-column: span 2; align-self: center; }
        .fields input, .fields select { padding: .4rem .35rem; }
        .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr)); gap: .5rem .75rem; align-items: end; }
        .tiles { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0; }
        .tile { flex: 1 1 7rem; padding: .5rem .9rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; text-decoration: none; }
        .tile:hover { text-decoration: underline; }
        .tile strong { display: block; font-size: 1.6rem; line-height: 1.2; }
        .tile.bad strong { color: var(--red); }
        .tile.wait strong { color: var(--amber); }
        .tile[aria-current] { border: 2px solid var(--blue); }
        .form { max-width: 42rem; }
        .filters { margin: .75rem 0; padding: .75rem 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; }
        .pages { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin: .75rem 0; }
        table { font-size: .95rem; }
        .full { width: 100%; }
        caption { padding: .25rem 0; text-align: left; color: var(--soft); font-size: .9rem; }
        progress { width: 8rem; max-width: 100%; height: .7rem; vertical-align: middle; accent-color: var(--blue); }
        .state { font-weight: 600; white-space: nowrap; }
        .state.bad { color: var(--red); }
        .state.wait { color: var(--amber); }
        .state.good { color: var(--green); }
        .split { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 1.25rem; align-items: start; }
        .nowrap { white-space: nowrap; }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        @media (max-width: 30rem) { .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
        @media (max-width: 45rem) {
          .stack, .stack caption, .stack tbody, .stack tr, .stack td, .stack th { display: block; }
          .stack { background: none; }
          .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .stack tr { margin: 0 0 .75rem; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; }
          .stack td, .stack th { border: 0; overflow-wrap: anywhere; text-align: left; white-space: normal; }
          .stack td:empty { display: none; }
          .stack td[data-name]::before { content: attr(data-name) "\00A0: "; color: var(--soft); }
        }
        """;

    public static StyleSheet Sheet { get; } = new(Css);
}
