/** Physics of one VCMA-MTJ: parameters, macrospin, junction, and the switching probabilities that the board's cells use. */
export * from './constants.js';
export {
  boardCell,
  checkDeviceParameters,
  type DeviceParameters,
  deviceSets,
  s1,
  s3,
  thinDiscDemag,
} from './parameters.js';
export {
  derive,
  type DerivedFigures,
  effectiveField,
  parallelResistance,
  pillarArea,
  spinTorqueField,
  thermalStability,
} from './derive.js';
export { equilibriumMz2, langevin, meanDwellTime } from './equilibrium.js';
export {
  type Drive,
  MacrospinEnsemble,
  macrospinModel,
  type MacrospinModel,
  planSteps,
  type StepPlan,
  thermalFieldDeviation,
} from './macrospin.js';
export {
  chargeEnergyJ,
  conductance,
  type JouleEnergy,
  jouleEnergyJ,
  jouleEnergyOfMean,
  type JouleEstimate,
  type JunctionElectrics,
  junctionElectrics,
  readEnergyJ,
  resistance,
  stateResistance,
  tmrAt,
} from './electrical.js';
export {
  type CellState,
  simulateSwitching,
  type SwitchingEstimate,
  type SwitchingOptions,
  type SwitchingTrial,
} from './switching-protocol.js';
export { nominalCell, type RecommendedDrive, recommendedDrives, type RecommendedDrives } from './recommended-drives.js';
export { type SwitchingCell, SwitchingTable } from './switching-table.js';
export { TABLE_IN_PLANE_FIELD } from './table-axes.js';
export { type Interval, wilsonInterval } from './wilson.js';
