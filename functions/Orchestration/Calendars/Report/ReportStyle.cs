using Orchestration.Pages;

namespace Orchestration.Calendars.Report;

/// <summary>What the report of a calendar needs beside the look of every page: drawings, tables that scroll in their own box, shades.</summary>
internal static class ReportStyle
{
    /// <summary>For a page with another look beneath.</summary>
    public const string Additions = """

        :root {
          --wave: #0c419a; --email: #00667a; --sms: #7a2f8f; --journey: #4d5a6b; --on-bar: #fff; --now: #c2185b;
          --heat-1: #e6eefb; --heat-2: #c5d8f7; --heat-3: #94b8ee; --heat-4: #2f62b5; --heat-5: #0b3277; --on-heat: #fff;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --wave: #9dbcf8; --email: #6fcbdb; --sms: #dba8ea; --journey: #b4bfcd; --on-bar: #10131a; --now: #ff8fb8;
            --heat-1: #26334c; --heat-2: #2b4270; --heat-3: #305295; --heat-4: #9dbcf8; --heat-5: #d9e6ff; --on-heat: #10131a;
          }
        }
        .scroll { overflow-x: auto; margin: .5rem 0; padding: .6rem; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; }
        .scroll.bleed { width: min(100vw - 2rem, 78rem); margin-left: 50%; transform: translateX(-50%); }
        .scroll:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
        .tall { max-height: 36rem; overflow-y: auto; padding: 0; }
        .tall thead th { position: sticky; top: 0; z-index: 1; background: var(--paper); }
        .tall tbody th { position: sticky; left: 0; background: var(--paper); }
        .date { white-space: nowrap; }
        [id] { scroll-margin-top: 1rem; }
        :target { outline: 3px solid var(--blue); outline-offset: 2px; }
        summary { margin: .75rem 0; color: var(--blue); font-weight: 600; cursor: pointer; }
        summary h3 { display: inline; }
        .flag { display: inline-block; margin: .15rem .5rem .15rem 0; font-size: .9rem; }
        .flag.error { color: var(--red); }
        .flag.warning { color: var(--amber); }
        .gantt { width: max-content; }
        .gantt svg { display: block; overflow: hidden; }
        .pin { position: sticky; left: 0; z-index: 1; width: max-content; max-width: calc(100vw - 4rem); }
        p.pin { height: 18px; margin: 0 0 -18px; overflow: hidden; font-size: 12px; line-height: 18px; white-space: nowrap; text-overflow: ellipsis; }
        h3.pin { margin: 0; padding: .75rem 0 .25rem; font-size: 1rem; line-height: 1.2; }
        .gantt text { font-size: 10.5px; fill: var(--on-bar); }
        .gantt .beside { fill: var(--ink); }
        .gantt .end { text-anchor: end; }
        .gantt .axis text { fill: var(--soft); }
        .gantt .axis .name { fill: var(--ink); font-weight: 600; }
        .gantt .week { font-size: 9.5px; text-anchor: middle; }
        .month { stroke: var(--line); }
        .today { stroke: var(--now); stroke-width: 2; }
        .bar rect { height: 14px; rx: 2px; stroke: none; }
        .wave rect { fill: var(--wave); }
        .email rect { fill: var(--email); }
        .sms rect { fill: var(--sms); }
        .journey rect { fill: var(--journey); }
        .has-error rect { fill: var(--red); }
        .has-warning rect { fill: var(--amber); }
        .bar:hover rect, .bar:focus-visible rect { stroke: var(--ink); stroke-width: 2; }
        .bar:focus-visible { outline: none; }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; font-size: .9rem; }
        .key::before { content: ""; display: inline-block; width: 1.1rem; height: .7rem; margin-right: .4rem; border-radius: .15rem; }
        .key.wave::before { background: var(--wave); }
        .key.email::before { background: var(--email); }
        .key.sms::before { background: var(--sms); }
        .key.journey::before { background: var(--journey); }
        .key.has-error::before { background: var(--red); }
        .key.has-warning::before { background: var(--amber); }
        .key.now::before { width: .15rem; height: 1rem; vertical-align: middle; background: var(--now); }
        .heat th[scope="row"] { white-space: nowrap; }
        .heat { font-size: .9rem; }
        .heat td, .heat th { padding: .15rem .5rem; }
        .inline { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin: .35rem 0; font-size: .95rem; }
        .inline div { display: flex; gap: .4rem; }
        .inline dt { flex: none; color: var(--soft); }
        .inline dd { margin: 0; }
        .slots { margin: .35rem 0; }
        .heat-1 { background: var(--heat-1); }
        .heat-2 { background: var(--heat-2); }
        .heat-3 { background: var(--heat-3); }
        .heat-4 { color: var(--on-heat); background: var(--heat-4); }
        .heat-5 { color: var(--on-heat); background: var(--heat-5); }
        @media print {
          .scroll, .scroll th { position: static; }
          .scroll { overflow: visible; max-height: none; border: 0; padding: 0; }
          .scroll.bleed { width: auto; margin-left: 0; transform: none; }
          .gantt { zoom: .6; }
          .heat td, .bar rect, .key::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """;

    public static StyleSheet Sheet { get; } = new(PageStyle.Css + Additions);
}
