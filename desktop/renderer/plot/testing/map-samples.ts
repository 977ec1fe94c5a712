import { RandomStream } from '../../../../base/index.js';
import type { HeatmapFigure } from '../../../../lab/plot/index.js';

/** A switching probability over width and amplitude, with fringes, counts and cells that were left out. */
export function probabilityMap(columns = 24, rows = 12): HeatmapFigure {
  const random = RandomStream.from(5);
  const xs = Array.from({ length: columns }, (_, i) => 0.5e-9 + (i * 4.5e-9) / (columns - 1));
  const ys = Array.from({ length: rows }, (_, i) => 1 + i / (rows - 1));
  const values = new Float64Array(columns * rows);
  const trials = new Float64Array(columns * rows);
  const successes = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const v = ys[row]!;
      const p =
        (v > 1.2 ? 1 : (v - 1) / 0.2) * (0.5 - 0.5 * Math.cos(6e9 * xs[column]! * v) * Math.exp(-xs[column]! * 3e8));
      const n = row === 3 && column % 5 === 0 ? 20 : 400;
      let k = 0;
      for (let i = 0; i < n; i += 1) if (random.uniform() < p) k += 1;
      const missing = row > rows - 3 && column > columns - 4;
      values[at] = missing ? NaN : k / n;
      trials[at] = missing ? NaN : n;
      successes[at] = missing ? NaN : k;
    }
  }
  return {
    kind: 'heatmap',
    title: 'Switching from parallel',
    subtitle: 'simulated, seed 5',
    x: { label: 'Pulse width', unit: 's' },
    y: { label: 'Amplitude', unit: 'V' },
    value: { label: 'P_{sw}', min: 0, max: 1 },
    xs,
    ys,
    values,
    colors: 'diverging',
    contours: [0.5],
    counts: { successes, trials },
  };
}

/** Resistances of an array: square cells, first row at the top, values beyond the bar. */
export function arrayMap(side = 64): HeatmapFigure {
  const random = RandomStream.from(6);
  return {
    kind: 'heatmap',
    title: 'Resistance map',
    x: { label: 'Column' },
    y: { label: 'Row' },
    value: { label: 'Resistance', unit: 'Ω', min: 4000, max: 6000 },
    xs: Array.from({ length: side }, (_, i) => i),
    ys: Array.from({ length: side }, (_, i) => i),
    values: Float64Array.from({ length: side * side }, (_, i) => (i === 200 ? NaN : 5000 + 400 * random.gaussian())),
    aspect: 'equal',
    yDown: true,
  };
}

/** A map that a worker draws. */
export function largeMap(side = 400): HeatmapFigure {
  const at = (i: number): number => (6 * i) / side - 3;
  return {
    kind: 'heatmap',
    title: 'Correlation',
    x: { label: 'Lag', unit: 's', scale: 'log' },
    y: { label: 'Shift' },
    value: { label: 'ρ' },
    xs: Array.from({ length: side }, (_, i) => 1e-6 * 1.03 ** i),
    ys: Array.from({ length: side }, (_, i) => i),
    values: Float64Array.from(
      { length: side * side },
      (_, i) => Math.sin(3 * at(i % side)) * Math.cos(2 * at(Math.floor(i / side))),
    ),
    colors: 'cividis',
  };
}
