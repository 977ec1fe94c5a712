import { checkNumber } from '../../base/index.js';

/** A rectangle of cells of one array. */
export interface ArrayWindow {
  readonly rowFirst: number;
  readonly rows: number;
  readonly colFirst: number;
  readonly cols: number;
}

/** @throws RangeError unless the window has at least one cell and lies within `rows` × `cols` */
export function checkWindow(window: ArrayWindow, rows: number, cols: number): ArrayWindow {
  checkNumber('rowFirst', window.rowFirst, { min: 0, max: rows - 1, integer: true });
  checkNumber('rows', window.rows, { min: 1, max: rows - window.rowFirst, integer: true });
  checkNumber('colFirst', window.colFirst, { min: 0, max: cols - 1, integer: true });
  checkNumber('cols', window.cols, { min: 1, max: cols - window.colFirst, integer: true });
  return window;
}
