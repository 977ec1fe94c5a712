import type { BoardLimits } from '../../../firmware-host/host/index.js';
import { selectLines, type LineSelection } from '../line-selection.js';
import { parseQuantityList } from '../quantity-list.js';
import type { LoopParams } from './loop-params.js';

/** What a hysteresis run does, worked out from its parameters and the board. */
export interface LoopPlan {
  readonly biasesV: readonly number[];
  /** Rows that are swept together: all of them without a bias, one at a time with one, since it lies on a single row. */
  readonly rowGroups: readonly LineSelection[];
  readonly rows: LineSelection;
  readonly columns: LineSelection;
  /** Fields from parallel to antiparallel, falling; the way back is the same, rising. */
  readonly fieldsAPerM: readonly number[];
}

/** @throws RangeError naming the parameter that the board cannot do */
export function planLoops(
  params: LoopParams,
  limits: BoardLimits,
  { rows: rowCount, cols }: { readonly rows: number; readonly cols: number },
): LoopPlan {
  const { min, max } = limits.fieldAPerM;
  const most = Math.min(max, -min);
  if (!(most > 0)) throw new RangeError('this board has no coil: it makes no field');
  const fieldMax = params.fieldMax === 0 ? most : params.fieldMax;
  if (fieldMax > most)
    throw new RangeError(`fieldMax must not be above the ${Math.floor(most)} A/m of this board, got ${fieldMax}`);
  if (params.fieldStep > fieldMax)
    throw new RangeError(`fieldStep must not be above fieldMax = ${fieldMax}, got ${params.fieldStep}`);
  const biasesV = parseQuantityList('biases', params.biases, {
    unit: 'V',
    min: limits.biasV.min,
    max: limits.biasV.max,
  });
  const rows = selectLines('rows', params.rows, rowCount);
  const steps = Math.ceil((2 * fieldMax) / params.fieldStep);
  return {
    biasesV,
    rows,
    rowGroups: biasesV.every((bias) => bias === 0)
      ? [rows]
      : rows.lines.map((row) => ({ lines: [row], mask: 1n << BigInt(row) })),
    columns: selectLines('columns', params.columns, cols),
    fieldsAPerM: Array.from({ length: steps + 1 }, (_, k) => fieldMax * (1 - (2 * k) / steps)),
  };
}

/** Fields that are set and read in all: down and up again in every loop, at every bias, for every group of rows. */
export function fieldPointsOf({ rowGroups, biasesV, fieldsAPerM }: LoopPlan, loops: number): number {
  return rowGroups.length * loops * biasesV.length * 2 * fieldsAPerM.length;
}
