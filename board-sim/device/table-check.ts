import { RandomStream } from '../../base/index.js';
import { macrospinModel } from './macrospin.js';
import { boardCell } from './parameters.js';
import { type CellState, simulateSwitching } from './switching-protocol.js';
import type { SwitchingCell, SwitchingTable } from './switching-table.js';
import { TABLE_IN_PLANE_FIELD } from './table-axes.js';

/** Largest error that the table may have by itself: its sampling and its interpolation. */
export const TABLE_BUDGET = 0.02;

/** One place where the table is held against integration. */
export interface CheckPoint {
  readonly cell: SwitchingCell;
  readonly start: CellState;
  readonly voltageV: number;
  readonly widthS: number;
}

/** Random cells and drives of the kind the board sees; short pulses, where the curves are steep, come more often. */
export function randomPoints(seed: number, count: number): CheckPoint[] {
  const random = RandomStream.from(seed, 'check-points');
  return Array.from({ length: count }, () => ({
    cell: {
      hkAPerM: Math.round(126e3 + 34e3 * random.uniform()),
      vcmaSlopeAPerMPerV: -Math.round(99213 * (0.95 + 0.1 * random.uniform())),
      hzAPerM: Math.round(6e3 * (random.uniform() - 0.5)),
    },
    start: random.uniform() < 0.5 ? 'P' : 'AP',
    voltageV: Number((0.9 + random.uniform()).toFixed(3)),
    widthS: Number((0.1e-9 + 15e-9 * random.uniform() ** 2).toFixed(12)),
  }));
}

/** Table and direct integration at one point, with the standard error of the latter. */
export function compareWithIntegration(
  table: SwitchingTable,
  point: CheckPoint,
  trials: number,
  seed: number,
): { readonly tabulated: number; readonly direct: number; readonly error: number } {
  const { cell, start, voltageV, widthS } = point;
  const { p } = simulateSwitching(
    {
      model: macrospinModel(boardCell),
      hkRest: cell.hkAPerM,
      hkPulse: cell.hkAPerM + cell.vcmaSlopeAPerMPerV * voltageV,
      hx: TABLE_IN_PLANE_FIELD,
      hz: cell.hzAPerM,
      start,
      widthS,
    },
    { trials, seed, stepS: 1.5e-12, settleS: 4e-9, relaxS: 6e-9, decidedDepth: 5 },
  );
  const tabulated = table.probability(cell, start, voltageV, widthS);
  // The table's p is the better estimate of the variance; its floor keeps certain outcomes from allowing nothing.
  return { tabulated, direct: p, error: Math.sqrt(Math.max(tabulated * (1 - tabulated), 1 / trials) / trials) };
}
