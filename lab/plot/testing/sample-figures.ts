import { RandomStream } from '../../../base/index.js';
import type { HeatmapFigure, HistogramFigure, PageFigure, SphereFigure, XyFigure } from '../figure.js';

const range = <T>(n: number, value: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => value(i));
const gaussians = (name: string, n: number): number[] => {
  const stream = RandomStream.from(11, name);
  return range(n, () => stream.gaussian());
};
const SUBTITLE = 'Modelled; device "typical-70nm" & seed 42; 4,096 trials a point <95 % Wilson intervals>';

/** Switching probability of a damped precession: p = ½ − ½ cos(2π t V / 1.2 ns) exp(−t / 1.5 ns). */
const probability = (t: number, v: number): number =>
  0.5 - 0.5 * Math.cos((2 * Math.PI * t * v) / 1.2e-9) * Math.exp(-t / 1.5e-9);

/** Three modelled curves with bands. */
export const lineSample: XyFigure = {
  kind: 'line',
  title: 'Switching probability against pulse width',
  subtitle: SUBTITLE,
  x: { label: 'Pulse width', unit: 's' },
  y: { label: 'Switching probability', min: 0, max: 1 },
  series: [0.9, 1.1, 1.3].map((v) => {
    const x = range(41, (i) => i * 5e-11);
    const y = x.map((t) => probability(t, v));
    const [lower, upper] = [y.map((p) => Math.max(0, p - 0.04)), y.map((p) => Math.min(1, p + 0.04))];
    return { label: `${v} V`, x, y, lower, upper, provenance: 'modelled' };
  }),
  references: [{ axis: 'y', value: 0.5, label: 'P = 1/2' }],
};

/** Measured points with error bars and the line fitted to them. */
export const fitSample: XyFigure = {
  kind: 'scatter',
  title: 'Coercive field against voltage',
  x: { label: 'Voltage', unit: 'V' },
  y: { label: 'Coercive field H_{c}', unit: 'A/m' },
  series: [
    {
      label: 'measured',
      x: range(13, (i) => (i - 6) / 10),
      y: gaussians('fit', 13).map((g, i) => 60e3 - 41e2 * (i - 6) + 900 * g),
      lower: gaussians('fit', 13).map((g, i) => 58e3 - 41e2 * (i - 6) + 900 * g),
      upper: gaussians('fit', 13).map((g, i) => 62e3 - 41e2 * (i - 6) + 900 * g),
      color: 0,
    },
    { label: 'fit', x: [-0.6, 0.6], y: [84.6e3, 35.4e3], draw: 'line', provenance: 'modelled', color: 0 },
  ],
};

/** A rate over seven decades, the last of which was never seen. */
export const logSample: XyFigure = {
  kind: 'line',
  title: 'Write error rate',
  x: { label: 'Pulse width', unit: 's', scale: 'log' },
  y: { label: 'Write error rate', scale: 'log' },
  series: [
    {
      label: 'trials',
      draw: 'both',
      x: range(20, (i) => 1e-10 * 10 ** (i / 10)),
      y: range(20, (i) => (i === 19 ? 0 : 10 ** (-i / 2.6))),
    },
  ],
};

/** Two populations of resistance and one cell that cannot be read. */
export const histogramSample: HistogramFigure = {
  kind: 'histogram',
  title: 'Distribution of resistance',
  x: { label: 'Resistance', unit: 'Ω' },
  populations: [
    { label: 'parallel', values: gaussians('p', 2000).map((g) => 52e3 * Math.exp(0.05 * g)) },
    { label: 'antiparallel', values: [NaN, ...gaussians('ap', 2096).map((g) => 104e3 * Math.exp(0.06 * g))] },
  ],
  references: [{ axis: 'x', value: 74e3, label: 'threshold' }],
};

/** Probability over width and voltage with holes, contours and a curve. */
export const heatmapSample: HeatmapFigure = (() => {
  const [xs, ys] = [range(41, (i) => 1e-10 + i * 5e-11), range(33, (j) => 0.6 + j * 0.025)];
  return {
    kind: 'heatmap',
    title: 'Switching probability over width and voltage',
    subtitle: SUBTITLE,
    x: { label: 'Pulse width', unit: 's' },
    y: { label: 'Voltage', unit: 'V' },
    value: { label: 'Switching probability', min: 0, max: 1 },
    xs,
    ys,
    values: ys.flatMap((v, j) => xs.map((t, i) => ((i + j) % 97 === 5 ? NaN : probability(t, v)))),
    contours: [0.1, 0.5, 0.9],
    overlays: [{ label: 'half precession', x: ys.map((v) => 0.6e-9 / v), y: ys }],
  };
})();

/** A spiral from one pole to the other. */
export const sphereSample: SphereFigure = (() => {
  const t = range(4000, (i) => i * 1e-12);
  const theta = t.map((s) => Math.PI * (0.03 + 0.94 / (1 + Math.exp(-(s - 2e-9) / 3e-10))));
  const phi = t.map((s) => 2 * Math.PI * s * 3.1e9);
  return {
    kind: 'sphere',
    title: 'Trajectory during a pulse',
    subtitle: SUBTITLE,
    paths: [
      {
        t,
        x: theta.map((a, i) => Math.sin(a) * Math.cos(phi[i]!)),
        y: theta.map((a, i) => Math.sin(a) * Math.sin(phi[i]!)),
        z: theta.map(Math.cos),
        pulse: t.map((s) => s > 1e-9 && s < 2.5e-9),
      },
    ],
  };
})();

export const pageSample: PageFigure = {
  kind: 'page',
  title: 'Device summary',
  subtitle: SUBTITLE,
  figures: [lineSample, heatmapSample, histogramSample, sphereSample],
  notes: ['All panels are modelled.'],
};

export const samples = {
  line: lineSample,
  fit: fitSample,
  log: logSample,
  histogram: histogramSample,
  heatmap: heatmapSample,
  sphere: sphereSample,
  page: pageSample,
} as const;
