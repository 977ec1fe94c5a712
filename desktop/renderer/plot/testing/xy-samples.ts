import { RandomStream } from '../../../../base/index.js';
import type { XyModel } from '../xy/model.js';

const range = (n: number, f: (i: number) => number): Float64Array => Float64Array.from({ length: n }, (_, i) => f(i));

/** A switching probability over voltage, counted and modelled. */
export function pointsSample(): XyModel {
  const x = range(15, (i) => 0.4 + i * 0.05);
  const p = (v: number): number => 1 / (1 + Math.exp(-(v - 0.75) / 0.06));
  const y = x.map((v, i) => Math.min(1, Math.max(0, p(v) + 0.02 * Math.sin(9 * i))));
  const curve = range(120, (i) => 0.4 + (i * 0.7) / 119);
  return {
    title: 'Switching probability, P_{sw}',
    subtitle: 'sim:typical seed 7, cell (3, 5), 500 trials a point',
    draw: 'line',
    x: { label: 'Pulse amplitude', unit: 'V' },
    y: { label: 'P_{sw}', min: 0, max: 1 },
    series: [
      {
        label: 'counted',
        x,
        y,
        lower: y.map((v) => Math.max(0, v - 0.05)),
        upper: y.map((v) => Math.min(1, v + 0.05)),
        draw: 'markers',
        color: 0,
      },
      { label: 'fit', x: curve, y: curve.map(p), provenance: 'modelled', color: 1 },
    ],
    references: [{ axis: 'y', value: 0.5, label: 'P = ½' }],
  };
}

/** A live record with a gap: mean line and band from least to greatest. */
export function bandSample(n = 100_000): XyModel {
  const random = RandomStream.from(3);
  const x = range(n, (i) => i * 1e-4);
  const y = x.map((t, i) =>
    i > 0.6 * n && i < 0.65 * n ? NaN : 2e-3 + 4e-4 * Math.sin(2 * t) + 5e-5 * random.gaussian(),
  );
  return {
    title: 'Board power',
    draw: 'line',
    x: { label: 'Time', unit: 's' },
    y: { label: 'Power', unit: 'W' },
    intervalLabel: 'minimum to maximum',
    series: [
      { label: 'rail 3V3', x, y, lower: y.map((v) => v - 2e-4), upper: y.map((v) => v + 3e-4), interval: 'band' },
    ],
  };
}

/** A hysteresis loop: up and down sweep in the order in which they were measured. */
export function loopSample(): XyModel {
  const field = [...range(81, (i) => -40e-3 + i * 1e-3), ...range(81, (i) => 40e-3 - i * 1e-3)];
  const branch = (from: number, to: number, up: boolean) => ({
    label: up ? 'up' : 'down',
    x: field.slice(from, to),
    y: field.slice(from, to).map((h) => (up ? (h > 15e-3 ? 5.1e3 : 9.8e3) : h < -12e-3 ? 9.8e3 : 5.1e3) + 2e4 * h),
  });
  return {
    title: 'R–H loop',
    draw: 'line',
    x: { label: 'µ_{0}H', unit: 'T' },
    y: { label: 'Resistance', unit: 'Ω' },
    series: [
      branch(0, 81, true),
      branch(81, 162, false),
      { label: 'both', ...{ x: field, y: field.map((h) => 7e3 + 3e4 * h * h * Math.sign(h)) } },
    ],
  };
}

/** Values over decades, some not positive. */
export function logSample(): XyModel {
  const x = range(40, (i) => 10 ** (i / 8));
  return {
    title: 'Allan deviation',
    draw: 'both',
    x: { label: 'τ', unit: 's', scale: 'log' },
    y: { label: 'σ(τ)', unit: 'V', scale: 'log' },
    series: [{ x, y: x.map((t, i) => (i === 20 ? -1 : 1e-4 / Math.sqrt(t) + 2e-7 * t ** 0.3)) }],
  };
}
