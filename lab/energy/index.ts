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
