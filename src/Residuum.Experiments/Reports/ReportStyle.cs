namespace Residuum.Experiments.Reports;

/// <summary>The style sheet of reports: light, dark and print. It holds no character that HTML would read.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #22262b; --quiet: #5b6570; --line: #e1e4e8; --paper: #ffffff; --tint: #f6f7f9; --link: #0072b2;
          --good: #00684b; --good-tint: #e3f4ee; --bad: #a93c00; --bad-tint: #fcebe0; --open: #5b6570; --open-tint: #eceef1; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --quiet: #a2abb5; --line: #343a42; --paper: #16191d; --tint: #1e2227; --link: #56b4e9;
          --good: #5fd3ae; --good-tint: #12332a; --bad: #ff9d5c; --bad-tint: #3d2413; --open: #b7bfc8; --open-tint: #2b3037; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 Inter, system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 5rem; }
        h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 0 1rem; letter-spacing: -0.01em; }
        h2 { font-size: 1.25rem; margin: 2.75rem 0 0.75rem; padding-bottom: 0.35rem; border-bottom: 1px solid var(--line); }
        p { max-width: 46rem; margin: 0.75rem 0; }
        .callout { max-width: none; padding: 0.9rem 1.1rem; border-left: 4px solid var(--open); background: var(--open-tint); border-radius: 0 6px 6px 0; font-weight: 600; }
        .callout.good { border-color: var(--good); background: var(--good-tint); }
        .callout.bad { border-color: var(--bad); background: var(--bad-tint); }
        .equation { margin: 1.5rem 0; padding: 1.1rem; overflow-x: auto; background: var(--tint); border-radius: 6px; text-align: center; }
        .equation math { font-size: 1.25rem; }
        .equation code { display: block; margin-top: 0.7rem; color: var(--quiet); }
        pre, code { font: 0.85rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        pre { padding: 0.9rem 1.1rem; overflow-x: auto; background: var(--tint); border-radius: 6px; }
        .scroll { overflow-x: auto; margin: 1.25rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--quiet); padding: 0 0 0.5rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--line); }
        th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
        .number { text-align: right; padding-right: 1.25rem; }
        .verdict { display: inline-block; white-space: nowrap; padding: 0.05rem 0.6rem; border-radius: 999px; font-weight: 600; font-size: 0.82rem; color: var(--open); background: var(--open-tint); }
        .verdict.good { color: var(--good); background: var(--good-tint); }
        .verdict.bad { color: var(--bad); background: var(--bad-tint); }
        figure { margin: 1.75rem 0; }
        figure img { display: block; width: 100%; height: auto; background: #ffffff; border: 1px solid var(--line); border-radius: 8px; }
        figcaption { margin-top: 0.6rem; color: var(--quiet); font-size: 0.9rem; }
        details { margin: 1.5rem 0; border: 1px solid var(--line); border-radius: 6px; padding: 0.2rem 1.1rem; }
        summary { cursor: pointer; padding: 0.6rem 0; font-weight: 600; }
        dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.3rem 1.5rem; font-size: 0.9rem; }
        dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
        @media print { body { font-size: 11pt; background: #ffffff; } main { max-width: none; padding: 0; } h2, figcaption { break-after: avoid; }
          figure, tr, .equation { break-inside: avoid; } details::details-content { content-visibility: visible; height: auto; } }
        """;
}
