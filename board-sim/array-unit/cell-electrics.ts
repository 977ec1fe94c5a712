import { type CellArray } from '../array/index.js';
import { CellCondition } from '../array/index.js';

/**
 * What a pulse or read costs in each cell, ready to be summed: the conductance during a constant voltage is linear in the magnetisation, so a
 * pulse that takes a cell from state a to state b spends V²·t·(G(a) + G(b))/2 by the mean of its ends.
 */
export class CellElectrics {
  /** Conductance in the parallel and antiparallel state at the pulse voltage, S. */
  readonly gP: Float64Array;
  readonly gAP: Float64Array;

  /** @param voltageV bias of the pulse or read: the TMR falls with it */
  constructor(cells: CellArray, voltageV: number) {
    const count = cells.rows * cells.cols;
    this.gP = new Float64Array(count);
    this.gAP = new Float64Array(count);
    for (let cell = 0; cell < count; cell++) {
      const stuck = cells.condition[cell];
      // A stuck cell conducts as the state it is stuck in, whatever its bit is asked to be.
      this.gP[cell] = cells.conductance(cell, stuck === CellCondition.stuckAP ? 1 : 0, voltageV);
      this.gAP[cell] = cells.conductance(cell, stuck === CellCondition.stuckP ? 0 : 1, voltageV);
    }
  }
}
