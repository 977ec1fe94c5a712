const LIGHT = `
  color-scheme: light;
  --paper: #ffffff; --raised: #f6f7f9; --ink: #1b1f24; --muted: #56606b; --rule: #d8dee4; --link: #0b5cad;
  --warn-paper: #fff4d6; --warn-ink: #5c4300; --warn-rule: #c99700;
  --device: #0069a8; --array: #00785a; --board: #b84a00; --host: #7240a0; --neutral: #3d4b5a; --second: #a3560a;`;
const DARK = `
  color-scheme: dark;
  --paper: #14171b; --raised: #1d2127; --ink: #e8eaed; --muted: #a5adb7; --rule: #363d46; --link: #7cb8f2;
  --warn-paper: #352a0a; --warn-ink: #ffdf8a; --warn-rule: #b38a1d;
  --device: #5ab4ec; --array: #3cc79c; --board: #f58b52; --host: #bd98e0; --neutral: #b7c3cf; --second: #eab064;`;

/**
 * The report's style sheet: light and dark by the reader's preference, light on paper. Text keeps a contrast of at least
 * 4.5:1 and drawn lines 3:1 on both.
 */
export const STYLES = `
:root {${LIGHT}
}
@media (prefers-color-scheme: dark) { :root:not(.printing) {${DARK}
} }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; text-wrap: balance; }
h2 { font-size: 1.3rem; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
p { max-width: 46rem; margin: .5rem 0; }
a { color: var(--link); }
.muted, figcaption, .note { color: var(--muted); }
.note { font-size: .9rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 1rem 0 0; padding: 0; font-size: .95rem; }
.badge { display: inline-block; margin: .5rem 0; padding: .3rem .7rem; border: 2px solid var(--rule); border-radius: .3rem; font-size: .85rem; font-weight: 650; letter-spacing: .02em; }
.badge.simulated, .badge.emulated { background: var(--warn-paper); color: var(--warn-ink); border-color: var(--warn-rule); border-style: dashed; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
.facts > div { background: var(--raised); border-radius: .4rem; padding: .7rem .9rem; }
.facts dt { color: var(--muted); font-size: .85rem; }
.facts dd { margin: 0; font-size: 1.2rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.facts dd small { display: block; color: var(--muted); font-size: .8rem; font-weight: 400; }
.scopes { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .9rem; margin: 1rem 0; padding: 0; }
.scope { border: 1px solid var(--rule); border-top: 4px solid var(--tone); border-radius: .4rem; padding: .8rem 1rem; }
.scope h3 { margin: 0; color: var(--tone); text-transform: capitalize; }
.scope p { margin: .15rem 0 .6rem; font-size: .85rem; line-height: 1.35; color: var(--muted); }
.scope .figure { margin: .5rem 0 0; padding-left: .7rem; border-left: 4px solid var(--tone); }
.scope .figure.modelled { border-left-style: dashed; }
.scope .figure.estimated { border-left-style: dotted; }
.scope .figure b { display: block; font-size: 1.2rem; font-variant-numeric: tabular-nums; }
.scope .figure span { font-size: .85rem; color: var(--muted); }
.tone-device { --tone: var(--device); } .tone-array { --tone: var(--array); }
.tone-board { --tone: var(--board); } .tone-host { --tone: var(--host); } .tone-neutral { --tone: var(--neutral); }
figure { margin: 1rem 0; }
figcaption { font-size: .92rem; margin: .4rem 0; max-width: 46rem; }
.picture img { display: block; max-width: 100%; height: auto; image-rendering: pixelated; border-radius: .25rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: .5rem 1.5rem; }
.chart { margin: .5rem 0; min-width: 0; }
.chart figcaption { font-weight: 600; color: var(--ink); }
.plot { min-height: 220px; }
.u-legend { text-align: left; font-size: .82rem; color: var(--muted); }
.u-legend th, .u-legend td { font-weight: 400; border: 0; padding: .1rem .2rem; } .u-legend .u-value { font-variant-numeric: tabular-nums; color: var(--ink); }
.scroll { overflow-x: auto; margin: .75rem 0; }
.scroll:focus-visible, summary:focus-visible, a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; }
.scroll > table { min-width: 30rem; }
caption { text-align: left; color: var(--muted); padding: .25rem 0; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--rule); }
thead th { font-weight: 600; color: var(--muted); font-size: .83rem; white-space: nowrap; }
tbody th { font-weight: 500; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.share { width: 7rem; height: .75rem; display: inline-block; vertical-align: middle; background: var(--raised); border-radius: .15rem; }
.share rect { stroke: var(--tone); stroke-width: 1; fill: var(--tone); }
.share.modelled rect { fill: url(#hatch); } .share.estimated rect { fill: none; stroke-dasharray: 2 2; }
#hatch path { stroke: var(--neutral); }
details { margin: .5rem 0; } td details { margin: 0; }
summary { cursor: pointer; color: var(--link); }
.derivation { max-width: 30rem; padding: .25rem 0 .5rem; }
.derivation code { font-size: .95em; white-space: normal; }
code, kbd { font-family: ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace; font-size: .92em; }
pre { overflow-x: auto; background: var(--raised); padding: .7rem .9rem; border-radius: .4rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); color: var(--muted); font-size: .88rem; }
@media print {
  :root {${LIGHT}
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; } a { color: inherit; }
  h2 { break-after: avoid; } figure, .scope, tr { break-inside: avoid; }
  .scroll { overflow: visible; } .chart .u-legend { display: none; }
}
`;
