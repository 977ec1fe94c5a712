/** Physics of one VCMA-MTJ: parameters, macrospin, junction, and the switching probabilities that the board's cells use. */
export * from './constants.js';
export {
  boardCell,
  type DeviceParameters,
  deviceSets,
  type ResistanceBias,
  s1,
  s2,
  s3,
  thinDiscDemag,
} from './parameters.js';
export { checkDeviceParameters } from './check-parameters.js';
export { findDevice, formatDeviceFile, parseDeviceFile } from './device-file.js';
export {
  barrierCapacitance,
  derive,
  type DerivedFigures,
  effectiveField,
  parallelResistance,
  pillarArea,
  spinTorqueField,
  thermalStability,
} from './derive.js';
export { kittelFrequency, type RingDown, ringDown, type StiffnessFields, stiffnessFields } from './kittel.js';
export { atTemperature, DEFAULT_TEMPERATURE_LAW, type TemperatureLaw } from './temperature-law.js';
export { type SelfHeating, selfHeatingStep } from './self-heating.js';
export { type BarrierModel, DEFAULT_BARRIER_HEIGHT, thicknessFactor, tunnelDecayRate } from './brinkman-barrier.js';
export {
  barrierLimitVoltage,
  type BreakdownModel,
  checkBarrierVoltage,
  DEFAULT_MAX_BARRIER_FIELD,
} from './breakdown.js';
export { BarrierWear, type BarrierWearLaw, brokenJunction, timeToBreakdown63 } from './barrier-wear.js';
export { evaluateCurve, type MonotoneCurve, monotoneCurve } from './monotone-curve.js';
export {
  type DriverCircuit,
  edgeTimeConstant,
  type RcEnergy,
  rcStep,
  rcStepEnergy,
  settledVoltage,
} from './rc-edge.js';
export { type FlickerModel, FlickerNoise, flickerDensity, flickerProcesses, flickerVariance } from './flicker-noise.js';
export { type Lorentzian, lorentzianDensity, lorentzianVariance } from './lorentzian.js';
export { type TelegraphModel, TelegraphNoise, telegraphSpectrum, upperOccupancy } from './telegraph-noise.js';
export { whiteNoiseDensity } from './white-noise.js';
export { type ReadConditions, ReadNoise, type ReadNoiseModel, type ReadNoiseRms, readNoiseRms } from './read-noise.js';
export { type Pulse, pulseFigures, type PulseFigures, type StatePulseFigures } from './pulse-figures.js';
export { type DeviceSummary, summarizeDevice, SUMMARY_PULSE } from './device-summary.js';
export { equilibriumMz2, langevin, meanDwellTime } from './equilibrium.js';
export { type EnergyWells, findWells, type KeepingFields, type StationaryPoint } from './energy-wells.js';
export { type EscapeRates, escapeRates } from './escape-rates.js';
export { flipProbability, type FlipProbability, meanDwell } from './retention.js';
export { RateGrid } from './rate-grid.js';
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
  parallelResistanceAt,
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
export { type Interval, wilsonInterval } from '../../base/index.js';
export { type Engine } from './llg/kernel.js';
export { type Precision } from './llg/kernel-memory.js';
export { type EnsembleOptions, type Method, type Spin, SpinEnsemble, type Stretch } from './llg/spin-ensemble.js';
export { equilibriumMeanSquare, type MeanSquare, type MeanSquareOptions } from './mean-square.js';
export { type ParallelOptions } from './parallel/run-units.js';
export {
  type FieldLoop,
  type FieldLoopOptions,
  fieldLoops,
  type FieldLoops,
  type SwitchingFields,
} from './field-loop.js';
export { type PulseEnergy, pulseEnergy, type PulseEnergyOptions } from './pulse-energy.js';
export { type SweptField, sweptSwitching } from './swept-switching.js';
export { type FittedLine, type FittedValue, fitVcma, type VcmaFit, type VcmaPoint } from './vcma-fit.js';
export { Schedule, type ScheduledStretch, type ScheduleOptions } from './schedule.js';
export { spinOf } from './spin-of.js';
export {
  type SwitchingMap,
  switchingMap,
  type SwitchingMapOptions,
  switchingProbability,
  type SwitchingProbabilityOptions,
} from './switching.js';
export {
  followTrajectory,
  simulateTrajectory,
  type Trajectory,
  TRAJECTORY_METHODS,
  type TrajectoryMethod,
  type TrajectoryOptions,
} from './trajectory.js';
export {
  checkWaveform,
  parseWaveform,
  voltageAt,
  type Waveform,
  type WaveformPiece,
  waveformPieces,
  type WaveformShape,
} from './waveform.js';
