/** The energy ledger: entries by scope and kind, the formulas behind them, and the meters that post. */
export * from './amount.js';
export * from './area-figures.js';
export type { ConstantTrust, EnergyConstant } from './constants.js';
export type { EnergyEntry } from './entry.js';
export { ENERGY_MODEL_VERSION, FORMULAS, formulaById, type Formula } from './formulas.js';
export { HostMeter, type HostMeterOptions, type HostMeterState } from './host-meter.js';
export * from './ledger.js';
export { DESIGN_IDLE, type IdlePower } from './rail-meter.js';
export type * from './reading.js';
export { TelemetryAccountant, type AccountantOptions, type AccountedBoard } from './telemetry-accountant.js';
export { recompute, RecomputeTally, type RecomputeCheck, type Recomputed } from './recompute.js';
export type { Span } from './trace/clock-trace.js';
export {
  clockOf,
  EnergyTrace,
  isIdle,
  TRACE_CLOCKS,
  TRACE_SPLITS,
  type EnergyView,
  type TraceClock,
  type TraceSplit,
  type ViewPart,
  type ViewRequest,
} from './trace/energy-trace.js';
export { RunEnergyTrace, type SelectionRequest } from './trace/run-energy-trace.js';
export type { EnergySelection, NamedFigures, Produced, SelectionTotal } from './trace/selection.js';
export type { SeriesFigures, SeriesKey } from './trace/series.js';
export { perUnit, type TracedStep, type UnitFigures } from './trace/step-trace.js';
