import { z } from 'zod';
import { defineExperiment } from './define-experiment.js';
import { count, quantity } from './params.js';
import { resistanceSummary } from './resistance-statistics.js';

/** Grey levels of a map: black is the least resistance, white the greatest, on a logarithmic scale; unreadable cells are black. */
export function greyMap(ohm: Float32Array): Uint8Array {
  const logs = Float64Array.from(ohm, (value) => (Number.isFinite(value) && value > 0 ? Math.log(value) : NaN));
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of logs) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const span = greatest - least || 1;
  return Uint8Array.from(logs, (value) => (Number.isNaN(value) ? 0 : Math.round((255 * (value - least)) / span)));
}

export const resistanceMap = defineExperiment({
  id: 'resistance-map',
  title: 'Resistance map',
  summary:
    'Reads the resistance of every cell in the state it is in, and tells the parallel from the antiparallel ones where they differ enough.',
  params: z.object({
    readVoltage: quantity({
      label: 'Read voltage',
      unit: 'V',
      default: 0.1,
      min: 0.01,
      max: 0.3,
      help: 'Higher disturbs the cells.',
    }),
    averages: count({
      label: 'Averages',
      default: 16,
      min: 1,
      max: 65_535,
      help: 'Conversions averaged for each cell.',
    }),
    tile: count({ label: 'Tile', default: 0, min: 0, max: 65_535 }),
  }),
  views: [
    { kind: 'image', id: 'map', title: 'Resistance, logarithmic', image: 'resistance-map' },
    {
      kind: 'heatmap',
      id: 'resistance',
      title: 'Resistance of every cell',
      table: 'cells',
      x: { column: 'col', label: 'Column' },
      y: { column: 'row', label: 'Row' },
      value: { column: 'resistance_ohm', label: 'Resistance', unit: 'Ω', scale: 'log' },
      aspect: 'equal',
      yDown: true,
    },
    {
      kind: 'histogram',
      id: 'distribution',
      title: 'Distribution of resistance',
      table: 'cells',
      value: { column: 'resistance_ohm', label: 'Resistance', unit: 'Ω' },
    },
  ],
  async *run(ctx) {
    const { board, params, signal } = ctx;
    const { rows, cols } = board.identity.geometry;
    await ctx.phase('read');
    await ctx.setDrive({ ...(await board.getState(signal)).drive, readV: params.readVoltage });
    const map = new Float32Array(rows * cols);
    for (let row = 0; row < rows; row += 1) {
      const ohm = await board.readMap({
        rowMask: 1n << BigInt(row),
        averages: params.averages,
        tile: params.tile,
        signal,
      });
      map.set(ohm, row * cols);
      for (const [col, resistance] of ohm.entries()) {
        // A cell that cannot be read is stored as a number that does not exist.
        yield { type: 'row', table: 'cells', values: { row, col, resistance_ohm: resistance } };
      }
      yield { type: 'progress', done: row + 1, total: rows, unit: 'rows' };
    }
    yield { type: 'image', name: 'resistance-map', width: cols, height: rows, data: greyMap(map) };
    yield { type: 'result', values: resistanceSummary(map) };
  },
});
