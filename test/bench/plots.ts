import { RandomStream } from '../../base/index.js';
import { cssColor, levelOf } from '../../desktop/renderer/plot/color/color-map.js';
import { cellsAlong, raster } from '../../desktop/renderer/plot/map/raster.js';
import { align } from '../../desktop/renderer/plot/xy/aligned.js';
import { looksOf } from '../../desktop/renderer/plot/xy/model.js';
import type { Benchmark } from './harness.js';

const POINTS = 100_000;
const COLUMNS = 1000;
const SIDE = 512;

/** What plots do before the browser draws. */
export const plotBenchmarks: readonly Benchmark[] = [
  {
    id: 'plot.band',
    unit: 'points/s',
    what: `band of ${POINTS} points with its mean brought to ${COLUMNS} pixel columns`,
    against: 'the same band handed on point by point',
    prepare() {
      const random = RandomStream.from(1);
      const y = Float64Array.from({ length: POINTS }, () => random.gaussian());
      const looks = looksOf({
        draw: 'line',
        series: [
          {
            x: Float64Array.from({ length: POINTS }, (_, i) => i),
            y,
            lower: y.map((value) => value - 1),
            upper: y.map((value) => value + 1),
          },
        ],
      });
      const window = { x: [0, POINTS] as const, xLog: false, yLog: false };
      return {
        subject: { amount: POINTS, work: () => void align(looks, { ...window, columns: COLUMNS }) },
        reference: { amount: POINTS, work: () => void align(looks, { ...window, columns: POINTS }) },
      };
    },
  },
  {
    id: 'plot.map',
    unit: 'cells/s',
    what: `map of ${SIDE} x ${SIDE} cells as pixels`,
    against: 'a rectangle a cell, its colour as text, on a canvas of bytes',
    prepare() {
      const random = RandomStream.from(2);
      const values = Float64Array.from({ length: SIDE * SIDE }, () => random.uniform());
      const edges = Array.from({ length: SIDE + 1 }, (_, i) => i);
      const along = cellsAlong(edges, (edge) => edge, SIDE);
      const scale = { low: 0, high: 1, log: false };
      const job = { values, columns: SIDE, across: along, down: along, scale, colors: 'viridis' as const };
      const canvas = new Uint8ClampedArray(4 * SIDE * SIDE);
      return {
        subject: { amount: SIDE * SIDE, work: () => void raster({ ...job, paper: 0, hatch: 0, pitch: 6 }) },
        reference: {
          amount: SIDE * SIDE,
          work: () => {
            const level = levelOf(scale);
            for (let i = 0; i < values.length; i += 1) {
              fillRect(canvas, i % SIDE, Math.floor(i / SIDE), cssColor('viridis', level(values[i]!)));
            }
          },
        },
      };
    },
  },
];

/** One pixel of a style sheet's colour. */
function fillRect(canvas: Uint8ClampedArray, x: number, y: number, color: string): void {
  const [red, green, blue] = /(\d+) (\d+) (\d+)/.exec(color)!.slice(1).map(Number);
  canvas.set([red!, green!, blue!, 255], 4 * (y * SIDE + x));
}
