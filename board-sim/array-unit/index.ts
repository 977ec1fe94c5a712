/** One of a board's arrays as its scenario and seed draw it: what pulses do to its cells, what reads cost, how states are lost. */
export {
  A_PER_M_PER_UT,
  ArrayUnit,
  CELL_CAPACITANCE_F,
  ROW_LINE_F,
  drawCells,
  drawRowSkews,
  meanConductance,
  nominalCell,
  type ArrayGeometry,
} from './array-unit.js';
export { CellElectrics } from './cell-electrics.js';
export { EscapeTable, type Surroundings } from './escape-table.js';
export { Retention, type KeepingBoard } from './retention.js';
export { ShotEngine, type Burst, type BurstSums } from './shot-engine.js';
export { ShotThresholds, threshold, type RowDrive } from './shot-thresholds.js';
export { StateDecay } from './state-decay.js';
