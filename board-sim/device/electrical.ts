import { checkDeviceParameters } from './check-parameters.js';
import { barrierCapacitance, parallelResistance } from './derive.js';
import { evaluateCurve, type MonotoneCurve, monotoneCurve } from './monotone-curve.js';
import type { DeviceParameters } from './parameters.js';
import type { CellState } from './switching-protocol.js';

/** The electrical side of one junction. A cell's own drawn values go in here. */
export interface JunctionElectrics {
  /** RP at low bias, Ω. */
  readonly resistanceP: number;
  /** TMR at zero bias, as a ratio. */
  readonly tmr: number;
  /** Bias that halves the TMR, V. */
  readonly tmrHalfVoltage: number;
  /** Barrier capacitance, F. */
  readonly capacitance: number;
  /** RP(V)/RP(0). Absent: 1 at every bias. */
  readonly resistanceBias?: MonotoneCurve;
}

/** The electrical side of a parameter set. */
export function junctionElectrics(parameters: DeviceParameters): JunctionElectrics {
  const p = checkDeviceParameters(parameters);
  return {
    resistanceP: parallelResistance(p),
    tmr: p.tmr,
    tmrHalfVoltage: p.tmrHalfVoltage,
    capacitance: barrierCapacitance(p),
    ...(p.resistanceBias && { resistanceBias: monotoneCurve(p.resistanceBias.voltage, p.resistanceBias.ratio) }),
  };
}

/**
 * RP at a bias, Ω: constant, or by the junction's table.
 * @throws RangeError outside the table
 */
export function parallelResistanceAt(junction: JunctionElectrics, voltageV: number): number {
  const { resistanceP, resistanceBias: curve } = junction;
  if (curve === undefined) return resistanceP;
  // A table that starts at 0 holds for both polarities.
  const bias = curve.x[0] === 0 ? Math.abs(voltageV) : voltageV;
  const [min, max] = [curve.x[0]!, curve.x[curve.x.length - 1]!];
  if (!(bias >= min && bias <= max)) {
    const from = min === 0 ? -max : min;
    throw new RangeError(`voltageV must be from ${from} to ${max}, the range of resistanceBias, got ${voltageV}`);
  }
  return resistanceP * evaluateCurve(curve, bias);
}

/** TMR(V) = TMR0/(1 + (V/Vh)²). */
export function tmrAt(junction: JunctionElectrics, voltageV: number): number {
  return junction.tmr / (1 + (voltageV / junction.tmrHalfVoltage) ** 2);
}

/**
 * Resistance in Ω at an angle, given cos θ = mz (1 parallel, −1 antiparallel):
 * R = RP (1 + u + TMR0)/(1 + u + TMR0 (1 + cos θ)/2), u = (V/Vh)².
 */
export function resistance(junction: JunctionElectrics, cosTheta: number, voltageV: number): number {
  const bias = 1 + (voltageV / junction.tmrHalfVoltage) ** 2;
  return (
    (parallelResistanceAt(junction, voltageV) * (bias + junction.tmr)) / (bias + (junction.tmr * (1 + cosTheta)) / 2)
  );
}

/** Resistance in Ω of a settled state: RP(V), or RAP(V) = RP (1 + TMR(V)). */
export function stateResistance(junction: JunctionElectrics, state: CellState, voltageV: number): number {
  const parallel = parallelResistanceAt(junction, voltageV);
  return state === 'P' ? parallel : parallel * (1 + tmrAt(junction, voltageV));
}

/** Conductance in S; at fixed V linear in mz: (GP + GAP)/2 + (GP − GAP)/2 · mz. */
export function conductance(junction: JunctionElectrics, mz: number, voltageV: number): number {
  const gP = 1 / parallelResistanceAt(junction, voltageV);
  const gAP = gP / (1 + tmrAt(junction, voltageV));
  return (gP + gAP) / 2 + ((gP - gAP) / 2) * mz;
}

/**
 * Charge energy of one full pulse, J: C V² from the supply, half lost in the driver on the way up, the stored half on the
 * way down. This is the same energy as ½ C V² per edge; never add the two.
 */
export function chargeEnergyJ(junction: JunctionElectrics, voltageV: number): number {
  return junction.capacitance * voltageV * voltageV;
}

/** How a Joule energy was got: from the trajectory, or from the mean conductance of its ends. */
export type JouleEstimate = 'trajectory' | 'end-state mean';

/** A Joule energy with its label. */
export interface JouleEnergy {
  readonly joules: number;
  readonly estimate: JouleEstimate;
}

/**
 * Joule energy of a pulse from the states before and after alone: V² t times the mean of the two conductances at V. For a
 * cell that keeps its state this takes the pulse to be spent in that state; for one that changes it is the P/AP mean. The
 * magnet in between is not followed, and the result says so.
 */
export function jouleEnergyJ(
  junction: JunctionElectrics,
  before: CellState,
  after: CellState,
  voltageV: number,
  widthS: number,
): JouleEnergy {
  const mean = (signOf(before) + signOf(after)) / 2;
  return {
    joules: voltageV * voltageV * conductance(junction, mean, voltageV) * widthS,
    estimate: 'end-state mean',
  };
}

/**
 * Exact Joule energy of a stretch at constant voltage, J: since the conductance is linear in mz, ∫V²/R dt needs only the
 * time mean of mz.
 */
export function jouleEnergyOfMean(
  junction: JunctionElectrics,
  meanMz: number,
  voltageV: number,
  widthS: number,
): JouleEnergy {
  return { joules: voltageV * voltageV * conductance(junction, meanMz, voltageV) * widthS, estimate: 'trajectory' };
}

/** Energy of reading a settled cell, J: Vr² G t. */
export function readEnergyJ(junction: JunctionElectrics, state: CellState, readV: number, timeS: number): number {
  return (readV * readV * timeS) / stateResistance(junction, state, readV);
}

function signOf(state: CellState): number {
  return state === 'P' ? 1 : -1;
}
