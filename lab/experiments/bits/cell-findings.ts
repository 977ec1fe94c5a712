import { wilsonInterval } from '../../../base/index.js';
import { minEntropyOf, upperBound, Z_99 } from '../../entropy/sp800-90b/estimate.js';
import type { StreamLayout } from '../../entropy/statistics/cell-series.js';
import type { PackedBits } from '../../entropy/statistics/packed-bits.js';
import type { Cell } from '../events.js';
import { cellSpreadOf } from '../switching/cell-spread.js';

/** Most cells that a result names. */
const MOST_NAMED = 10;

/** Min-entropy a bit by the most common value (SP 800-90B 6.3.1), of counts. Says nothing of correlations. */
function mostCommonValueEntropy(ones: number, bits: number): number {
  return minEntropyOf(upperBound(Math.max(ones, bits - ones) / bits, bits, Z_99));
}

/** What there is to say of a cell. */
export function cellRow(place: { readonly row: number; readonly col: number }, bits: PackedBits): Record<string, Cell> {
  const shots = bits.length;
  const ones = bits.ones();
  const [lower, upper] = wilsonInterval(ones, shots);
  const changes = bits.disagreements(1);
  return {
    ...place,
    shots,
    ones,
    p: ones / shots,
    lower,
    upper,
    changes: changes / (shots - 1),
    min_entropy: mostCommonValueEntropy(ones, shots),
  };
}

/** What there is to say of all cells together. */
export function cellFindings(cells: readonly PackedBits[], { rows, columns }: StreamLayout): Record<string, unknown> {
  const shots = cells[0]?.length ?? 0;
  const ones = cells.map((bits) => bits.ones());
  const entropies = ones.map((count) => mostCommonValueEntropy(count, shots));
  const order = [...cells.keys()].sort((a, b) => entropies[a]! - entropies[b]! || a - b);
  const worst = order.slice(0, MOST_NAMED).map((k) => ({
    row: rows[Math.floor(k / columns)]!,
    col: k % columns,
    p: ones[k]! / shots,
    minEntropy: entropies[k]!,
  }));
  const alive = ones.filter((count) => count > 0 && count < shots);
  const spread = cellSpreadOf(alive, shots);
  return {
    cells: cells.length,
    shotsOfCell: shots,
    stuckCells: cells.length - alive.length,
    cellSigmaP: spread?.sigmaP ?? null,
    cellSigmaPInterval: spread === undefined ? null : [spread.sigmaLower, spread.sigmaUpper],
    cellMinEntropyMedian: entropies[order[order.length >> 1]!] ?? null,
    cellMinEntropyLowest: entropies[order[0]!] ?? null,
    /** What a fair cell would get of so many shots. */
    cellMinEntropyOfFair: mostCommonValueEntropy(shots / 2, shots),
    worstCells: worst,
  };
}
