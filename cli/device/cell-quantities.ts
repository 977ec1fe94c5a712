import type { CellArray } from '../../board-sim/array/index.js';
import { BOLTZMANN, boardCell, spinOf } from '../../board-sim/device/index.js';

/** What of a cell can be shown. */
export const CELL_QUANTITIES = ['resistance', 'tmr', 'hk', 'delta', 'vc'] as const;
export type CellQuantity = (typeof CELL_QUANTITIES)[number];

/** A quantity of every cell of an array. */
export interface CellValues {
  readonly label: string;
  readonly unit: string;
  readonly nominal: number;
  /** Row by row; NaN where a cell is stuck, open or short. */
  readonly values: Float64Array;
}

/** The quantity of every cell. Δ takes the moment and temperature of the boards' junction for all cells: the scenarios spread Hk itself. */
export function quantityValues(cells: CellArray, quantity: CellQuantity): CellValues {
  const { nominal } = cells;
  const perHk = spinOf(boardCell).moment / (2 * BOLTZMANN * boardCell.temperature);
  const kinds: Record<CellQuantity, [label: string, unit: string, nominal: number, (cell: number) => number]> = {
    resistance: ['Parallel resistance R_{P}', 'Ω', nominal.resistanceP, (i) => cells.resistanceP[i]!],
    tmr: ['TMR at zero bias', '', nominal.tmr, (i) => cells.tmr[i]!],
    hk: ['Anisotropy field H_{k}', 'A/m', nominal.hkAPerM, (i) => cells.hk[i]!],
    delta: ['Thermal stability Δ', '', perHk * nominal.hkAPerM, (i) => perHk * cells.hk[i]!],
    vc: [
      'Critical voltage V_{c}',
      'V',
      nominal.hkAPerM / Math.abs(nominal.vcmaSlopeAPerMPerV),
      (i) => cells.hk[i]! / Math.abs(cells.vcmaSlope[i]!),
    ],
  };
  const [label, unit, expected, valueOf] = kinds[quantity];
  const values = Float64Array.from({ length: cells.rows * cells.cols }, (_, cell) =>
    cells.isGood(cell) ? valueOf(cell) : NaN,
  );
  return { label, unit, nominal: expected, values };
}
