namespace CxFunctions.LocalHost.Operations;

/// <summary>The look of the operations page; it stands alone, whatever app runs here.</summary>
internal static class HostStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper:#f5f7f9; --card:#fff; --ink:#16202b; --muted:#536070; --line:#dfe5eb; --soft:#eef2f6; --accent:#0b5cad; --good:#0a6e45; --bad:#b3261e; --warn:#7d5200 }
        @media (prefers-color-scheme: dark) { :root { --paper:#0f141a; --card:#171e26; --ink:#e8edf3; --muted:#a3b1c0; --line:#2b3642; --soft:#1f2832; --accent:#7cb8ff; --good:#62d29b; --bad:#ff9c94; --warn:#f2c063 } }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif }
        a { color: var(--accent); text-underline-offset: 3px }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px }
        .skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: .75rem 1rem } .skip:focus { top: 1rem }
        header { background: var(--card); border-bottom: 1px solid var(--line) }
        nav, main { max-width: 76rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem) }
        nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem } nav a { display: inline-flex; align-items: center; min-height: 48px; text-decoration: none } .mark { font-weight: 650; color: var(--ink) }
        main { padding-block: 2rem 4rem; overflow-wrap: anywhere } h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1.5rem; overflow-wrap: anywhere } h2 { font-size: 1.05rem; margin: 0 0 1rem }
        section, .card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: clamp(1rem, 3vw, 1.5rem); margin-bottom: 1.5rem }
        .facts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 0 } .facts dt { color: var(--muted); font-size: .875rem } .facts dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums }
        .scroll { overflow-x: auto; position: relative } .scroll td { overflow-wrap: normal } .scroll td code, .time { white-space: nowrap } .scroll td:has(summary) { padding-block: 0 } table { border-collapse: collapse; width: 100%; font-size: .9375rem } th, td { text-align: left; padding: .55rem 1rem .55rem 0; border-bottom: 1px solid var(--line); vertical-align: top } th { color: var(--muted); font-weight: 600; font-size: .875rem; white-space: nowrap } tr:last-child td { border-bottom: 0 }
        .number + :not(.number) { padding-left: 1.5rem } .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap } .bad, .bad a { color: var(--bad); font-weight: 600 } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap } .good { color: var(--good) } .muted { color: var(--muted) }
        code { font: .875rem ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere }
        ol.line { list-style: none; margin: 0; padding: 0 } ol.line li { position: relative; padding: 0 0 1.1rem 1.75rem; border-left: 2px solid var(--line); margin-left: .5rem } ol.line li:last-child { border-color: transparent; padding-bottom: 0 }
        ol.line li::before { content: ""; position: absolute; left: -6px; top: .45rem; width: 10px; height: 10px; border-radius: 50%; background: var(--accent) } ol.line time { display: block; color: var(--muted); font-size: .875rem; font-variant-numeric: tabular-nums }
        form { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin-bottom: 1.5rem } label { font-size: .875rem; font-weight: 600 } input, select, button { display: block; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--muted); border-radius: 8px; min-height: 44px; padding: .4rem .75rem } button { background: var(--accent); color: var(--card); border-color: transparent; font-weight: 600; cursor: pointer }
        details dl { padding: .75rem 0 1.5rem } summary { cursor: pointer; min-height: 44px; display: flex; align-items: center; color: var(--accent) }
        """;
}
