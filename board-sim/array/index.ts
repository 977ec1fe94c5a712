/** Cells with variation, the wired crossbar, and the column converters. */
export * from './analog/index.js';
export { checkWindow, type ArrayWindow } from './array-window.js';
export { biasGain, multiLevelGainError, type BiasGain } from './bias-gain.js';
export { BrownianTree } from './brownian-tree.js';
export { CellAgeing, NO_AGEING, type AgeingPlan, type CellConditions } from './cell-ageing.js';
export { CellArray, type CellArrayOptions } from './cell-array.js';
export {
  CellCondition,
  NO_FAULTS,
  SHORT_RESISTANCE_OHM,
  tmrAtBias,
  type CellCorrelation,
  type CellConditionCode,
  type CellSpread,
  type FaultPlan,
  type NominalCell,
} from './cell-model.js';
export {
  ADC_CODES,
  ADC_MIDDLE,
  ADC_SPAN_V,
  ColumnConverters,
  FEEDBACK_OHM,
  codesPerMicrosiemens,
  toCode,
  type ConverterRange,
  type ConverterSpread,
} from './column-converters.js';
export { correlatedField, fieldCorrelation, type FieldKernel } from './correlated-field.js';
export { Crossbar, resultShift, type MultiplyCounts, type MultiplySettings } from './crossbar.js';
export { multiplyTwin } from './crossbar-twin.js';
export { effectiveMatrix } from './effective-matrix.js';
export { WireSolver, planIteration, type IterationPlan } from './iterative-matrix.js';
export { junctionVoltages } from './junction-voltages.js';
export { localNoise, type LocalNoise } from './local-noise.js';
export { TemperatureField, drivenPower, type ThermalSheet } from './temperature-field.js';
export { TileCache } from './tile-cache.js';
export { buildTileMatrix, codeMatrix, type TileMatrix } from './tile-matrix.js';
export { inDirection, type Direction, type Wires } from './wires.js';
