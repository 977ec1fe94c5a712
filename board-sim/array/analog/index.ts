/** Tiles with multi-level inputs: converters on rows and columns around an effective matrix. */
export { AnalogBench, type AnalogBenchOptions } from './analog-bench.js';
export { analogMatrix, exactProducts, foldPairs, type AnalogMatrix } from './analog-matrix.js';
export { AnalogTile, type AnalogCounts, type AnalogTileOptions } from './analog-tile.js';
export { multiplyAnalogTwin } from './analog-tile-twin.js';
export { cellMatrix, type CellMatrixOptions } from './cell-matrix.js';
export { ColumnAdcs, type AdcErrors, type AdcSpec } from './column-adcs.js';
export { drawAdcErrors, drawDacErrors, type AdcSpread, type DacSpread } from './converter-draws.js';
export { linearity, rampTest, sineTest, type Linearity, type RampResult } from './converter-metrics.js';
export { converterRange, type RangeChoice } from './converter-range.js';
export { recombineInputs, sliceInputs, type InputCoding, type InputSlices } from './input-slices.js';
export { pairOutputError } from './output-error.js';
export { RowDacs, type DacErrors, type DacSpec } from './row-dacs.js';
export { codingThresholds, drawCapacitors, sarThresholds } from './sar.js';
export {
  calibrateTile,
  correctProducts,
  straighten,
  type BenchRange,
  type CalibrationBench,
  type CalibrationOptions,
  type ColumnLine,
  type TileCalibration,
} from './tile-calibration.js';
export { recombineWeights, sliceWeights, type SignScheme, type SliceTerm, type WeightSlices } from './weight-slices.js';
