import type { Board, DriveSettings } from '../../../firmware-host/host/index.js';
import type { BoardWait } from '../board-wait.js';
import type { LineSelection } from '../line-selection.js';
import { countAntiparallel } from '../shot-counts.js';
import type { CoilBudget } from './coil-budget.js';
import type { Exposure, MagneticState, ReadingInterval } from './switching-records.js';

/** One passage of the field over some rows. */
export interface PassagePlan {
  readonly board: Board;
  readonly wait: BoardWait;
  readonly coil: CoilBudget;
  readonly signal: AbortSignal;
  readonly rows: LineSelection;
  readonly columns: LineSelection;
  readonly tile: number;
  /** Settings of everything but the field. */
  readonly drive: DriveSettings;
  /** State that the board brings the cells to in the first field. */
  readonly from: MagneticState;
  readonly fieldsAPerM: readonly number[];
  /** Time in each field before it is read, s; the coil's settling is the least. */
  readonly dwellS: number;
  readonly averages: number;
}

/** What was read in one field. */
export interface PassageReading {
  /** Field in force, A/m. */
  readonly fieldAPerM: number;
  /** Resistances of the selected cells, ohm, row-major. */
  readonly ohm: Float32Array;
  /** For each selected row, what its cells went through since the reading before. */
  readonly intervals: readonly ReadingInterval[];
  /** Time from the change of the field to the reading of the first row, s. */
  readonly dwellS: number;
}

/**
 * Passes the field over the cells and reads them in each. Times are the board's own.
 *
 * Rows are read one after the other. Before its reading a row has been in the field for the dwell and the readings of the rows before it; afterwards it
 * stays for those of the rows behind it. The static bias lies on the row that was read last, so with a bias there must be one row; the reading itself
 * puts the read voltage on the row, which can matter more than the bias and is accounted for with the interval that follows.
 */
export async function* passField(plan: PassagePlan): AsyncGenerator<PassageReading, void, undefined> {
  const { board, wait, coil, signal, rows, columns, tile, drive, averages } = plan;
  const place = { row: rows.lines[0]!, column: columns.lines[0]!, tile };
  let before: { readonly fieldAPerM: number; readonly readS: number } | undefined;
  let since = await wait.now();
  for (const wanted of plan.fieldsAPerM) {
    const { fieldAPerM } = await board.setConfig({ ...drive, fieldAPerM: wanted }, signal);
    if (before === undefined) {
      const start = { rows, columns, shots: 1, initialise: plan.from, tile, signal };
      await countAntiparallel(board, start);
    }
    const ready = await wait.until(since + plan.dwellS, place);
    const ohm = await board.readMap({ rowMask: rows.mask, colMask: columns.mask, averages, tile, signal });
    const done = await wait.now();
    coil.advance(fieldAPerM, done - since);
    const [dwellS, readS] = [ready - since, (done - ready) / rows.lines.length];
    const intervals = rows.lines.map((_, position): ReadingInterval => {
      const behind = rows.lines.length - 1 - position;
      const exposures: Exposure[] = [{ fieldAPerM, voltageV: drive.biasV, secondsS: dwellS + position * readS }];
      if (before === undefined) return { fieldAPerM, exposures };
      const past = { fieldAPerM: before.fieldAPerM };
      exposures.unshift({ ...past, voltageV: drive.readV, secondsS: before.readS });
      if (behind > 0) exposures.unshift({ ...past, voltageV: drive.biasV, secondsS: behind * before.readS });
      return { fieldAPerM, exposures };
    });
    yield { fieldAPerM, ohm, intervals, dwellS };
    before = { fieldAPerM, readS };
    since = done;
  }
}
