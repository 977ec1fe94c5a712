/**
 * The script of the page: draws every chart of the JSON block with uPlot, in the colours that the style sheet sets, and again
 * when the theme changes, when the width changes and for print. Plain browser JavaScript, kept as text because it is
 * embedded in the report. Kinds are told apart by drawing, not by colour alone: measured = solid, modelled = hatched bars or
 * dashed line, estimated = outlined bars or dotted line.
 */
export const PAGE_SCRIPT = `'use strict';
(() => {
  const charts = JSON.parse(document.getElementById('charts').textContent);
  const drawn = new Map();
  const dash = { modelled: [7, 4], estimated: [2, 4] };

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

  function hatch(ctx, stroke) {
    const size = 6 * devicePixelRatio;
    const tile = document.createElement('canvas');
    tile.width = tile.height = size;
    const pen = tile.getContext('2d');
    pen.strokeStyle = stroke;
    pen.lineWidth = devicePixelRatio;
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift, size);
      pen.lineTo(shift + size, 0);
    }
    pen.stroke();
    return ctx.createPattern(tile, 'repeat');
  }

  function fill(style, stroke, shape) {
    if (shape === 'line' || style === 'estimated') return undefined;
    if (style === 'modelled') return (plot) => hatch(plot.ctx, stroke);
    return stroke + '99';
  }

  function plain(value) {
    return value == null ? '–' : String(Number(value.toPrecision(4)));
  }

  function options(chart, width) {
    const ink = colour('muted');
    const grid = { stroke: colour('rule'), width: 1 };
    const font = '12px system-ui, sans-serif';
    const bars = chart.shape === 'bars';
    const tones = chart.tone === 'neutral' ? ['neutral', 'second'] : [chart.tone];
    return {
      width,
      height: 190,
      scales: {
        x: { time: false, range: (plot, min, max) => (bars ? [min - 0.6, max + 0.6] : [Math.min(0, min), max]) },
        y: { range: (plot, min, max) => [0, max > 0 ? max * 1.08 : 1] },
      },
      axes: [
        { stroke: ink, grid: { show: false }, ticks: grid, font, label: 'Step', labelFont: font, labelSize: 18, size: 32, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
        { stroke: ink, grid, ticks: grid, font, label: chart.axis, labelFont: font, labelSize: 20, size: 52, values: (plot, splits) => splits.map(plain) },
      ],
      series: [
        { label: 'Step' },
        ...chart.series.map(({ label, style }, i) => {
          const stroke = colour(tones[i % tones.length]);
          return {
            label,
            stroke,
            width: bars ? 1 : 2,
            dash: bars && style !== 'estimated' ? undefined : dash[style] || (i > 0 ? [7, 4] : undefined),
            fill: fill(style, stroke, chart.shape),
            paths: bars ? uPlot.paths.bars({ size: [0.8, 28] }) : undefined,
            points: { show: !bars && chart.x.length < 3 },
            value: (plot, value) => plain(value) + (chart.unit ? ' ' + chart.unit : ''),
          };
        }),
      ],
      cursor: { y: false, drag: { x: false, y: false } },
      hooks: { ready: [(plot) => plot.setLegend({ idx: chart.x.length - 1 })] },
    };
  }

  function draw(chart) {
    const place = document.getElementById(chart.id);
    if (!place || place.clientWidth === 0) return;
    drawn.get(chart.id)?.destroy();
    const plot = new uPlot(options(chart, place.clientWidth), [chart.x, ...chart.series.map((s) => s.values)], place);
    drawn.set(chart.id, plot);
  }

  const drawAll = () => charts.forEach(draw);
  drawAll();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);

  let width = innerWidth;
  let pending = 0;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(drawAll);
  });

  // Paper is light and cannot unfold anything.
  const folded = () => document.querySelectorAll('details:not([open])');
  let unfolded = [];
  addEventListener('beforeprint', () => {
    document.documentElement.classList.add('printing');
    unfolded = [...folded()];
    unfolded.forEach((one) => (one.open = true));
    drawAll();
  });
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('printing');
    unfolded.forEach((one) => (one.open = false));
    drawAll();
  });

  document.documentElement.dataset.drawn = 'true';
})();
`;
