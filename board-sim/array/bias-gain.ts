import { tmrAtBias } from './cell-model.js';

/** What is left out when cells are taken as linear at the read bias. All are fractions. */
export interface BiasGain {
  /** TMR at the bias over TMR at zero bias. */
  readonly tmr: number;
  /** Conductance of the antiparallel state at the bias over that at zero bias; the parallel one does not change. */
  readonly antiparallel: number;
  /** Step of a weight, ΔG = G_P·TMR/(1 + TMR), at the bias over that at zero bias. */
  readonly weight: number;
}

/**
 * How the bias changes a cell: TMR(V) = TMR0/(1 + (V/V_h)²), R_P independent of it. At 0.1 V the TMR has fallen to 0.962 of its value
 * (V_h = 0.5 V) or 0.941 (0.4 V).
 */
export function biasGain(tmr: number, tmrHalfVoltage: number, voltageV: number): BiasGain {
  const there = tmrAtBias(tmr, tmrHalfVoltage, voltageV);
  return {
    tmr: there / tmr,
    antiparallel: (1 + tmr) / (1 + there),
    weight: there / (1 + there) / (tmr / (1 + tmr)),
  };
}

/**
 * Largest relative error that multi-level inputs make on a weight when the tile is taken as linear at the full read bias: an input x drives
 * its cell with x·V, where the weight is not the one at V. Largest for the smallest input; none for binary inputs, which drive every cell
 * with the same bias: bit-serial inputs have a common factor instead of an error.
 */
export function multiLevelGainError(tmr: number, tmrHalfVoltage: number, readV: number, levels: number): number {
  const full = biasGain(tmr, tmrHalfVoltage, readV).weight;
  return biasGain(tmr, tmrHalfVoltage, readV / levels).weight / full - 1;
}
