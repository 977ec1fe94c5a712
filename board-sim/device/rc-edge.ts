import { checkNumber } from '../../base/index.js';

/** What drives a junction: a source behind a resistance, and the capacitance that it has to charge. */
export interface DriverCircuit {
  /** Rs, Ω; 0 makes every edge a jump. */
  readonly seriesResistance: number;
  /** Junction and line together, F. The junction alone (46 aF in S1) would give femtoseconds: the line decides. */
  readonly capacitance: number;
}

/** Where the energy of a stretch went, J: supply = junction + series + stored. */
export interface RcEnergy {
  /** Delivered by the source. */
  readonly supply: number;
  /** Joule heat in the junction. */
  readonly junction: number;
  /** Joule heat in the series resistance. */
  readonly series: number;
  /** Change of the energy in the capacitance; negative when it discharges. */
  readonly stored: number;
}

/** V∞ = V0 R/(R + Rs): where the junction settles when driven with V0, V. */
export function settledVoltage(driveV: number, resistanceOhm: number, circuit: DriverCircuit): number {
  return (driveV * resistanceOhm) / (resistanceOhm + circuit.seriesResistance);
}

/** τ = C (R ∥ Rs), s. */
export function edgeTimeConstant(resistanceOhm: number, circuit: DriverCircuit): number {
  const { seriesResistance, capacitance } = circuit;
  return (capacitance * resistanceOhm * seriesResistance) / (resistanceOhm + seriesResistance);
}

/**
 * Junction voltage after a step, V, exact for any length with R held over the step: V ← V∞ + (V − V∞) exp(−dt/τ). A driven edge
 * and the decay after it (`driveV` 0) are the same law, the decay starting from the voltage that was reached.
 *
 * @param voltageV at the start
 * @param driveV open-circuit voltage of the source during the step
 * @param resistanceOhm of the junction, more than 0
 * @param dtS 0 or more
 */
export function rcStep(
  voltageV: number,
  driveV: number,
  resistanceOhm: number,
  circuit: DriverCircuit,
  dtS: number,
): number {
  const settled = settledVoltage(driveV, resistanceOhm, circuit);
  return settled + (voltageV - settled) * remainder(resistanceOhm, circuit, dtS);
}

/** The energies of the same step, in closed form. */
export function rcStepEnergy(
  voltageV: number,
  driveV: number,
  resistanceOhm: number,
  circuit: DriverCircuit,
  dtS: number,
): RcEnergy {
  const { seriesResistance, capacitance } = circuit;
  const settled = settledVoltage(driveV, resistanceOhm, circuit);
  const away = voltageV - settled;
  const rest = remainder(resistanceOhm, circuit, dtS);
  const tau = edgeTimeConstant(resistanceOhm, circuit);
  // τ/Rs without the quotient 0/0 of a source without resistance.
  const coupled = (capacitance * resistanceOhm) / (resistanceOhm + seriesResistance);
  const settledCurrent = driveV / (resistanceOhm + seriesResistance);
  const after = settled + away * rest;
  return {
    supply: driveV * (settledCurrent * dtS - away * coupled * (1 - rest)),
    junction:
      (settled * settled * dtS + 2 * settled * away * tau * (1 - rest) + 0.5 * away * away * tau * (1 - rest * rest)) /
      resistanceOhm,
    series:
      settledCurrent * settledCurrent * seriesResistance * dtS -
      2 * settledCurrent * seriesResistance * away * coupled * (1 - rest) +
      0.5 * away * away * coupled * (1 - rest * rest),
    stored: 0.5 * capacitance * (after * after - voltageV * voltageV),
  };
}

/** exp(−dt/τ), what is left of the distance to the settled voltage. */
function remainder(resistanceOhm: number, circuit: DriverCircuit, dtS: number): number {
  checkNumber('dtS', dtS, { min: 0 });
  const tau = edgeTimeConstant(resistanceOhm, circuit);
  return tau === 0 ? 0 : Math.exp(-dtS / tau);
}
