import { RandomStream } from '../../../base/index.js';
import { conductance, junctionElectrics } from '../electrical.js';
import { type Spin, SpinEnsemble } from '../llg/spin-ensemble.js';
import { planSteps } from '../macrospin.js';
import type { DeviceParameters } from '../parameters.js';
import { spinOf } from '../spin-of.js';

/** Trials of one unit. */
export const ENERGY_UNIT_TRIALS = 256;

/** What the units of an energy estimate share. */
export interface EnergySetup {
  readonly device: DeviceParameters;
  readonly temperature: number;
  readonly field: readonly [number, number, number];
  readonly start: 'P' | 'AP';
  readonly voltageV: number;
  /** Rising, s. */
  readonly widthsS: readonly number[];
  readonly beforeS: number;
  readonly stepS: number;
  readonly trials: number;
  readonly seed: number | bigint;
}

/** Joule energies of one unit's pulses: over its trials, the sum at each width and the sum of squares, J and J². */
export interface EnergyUnit {
  readonly trials: number;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/** Follows the trials of one unit through the longest pulse and reads the integral of the power at every width. */
export function energyUnit(setup: EnergySetup, unit: number): EnergyUnit {
  const { device, temperature, field, voltageV, widthsS, beforeS, stepS, seed } = setup;
  const first = unit * ENERGY_UNIT_TRIALS;
  const trials = Math.min(ENERGY_UNIT_TRIALS, setup.trials - first);
  const ensemble = new SpinEnsemble(new Array<Spin>(trials).fill(spinOf(device)), {
    temperature,
    streams: Array.from({ length: trials }, (_, k) => RandomStream.from(seed, 'pulse-energy', first + k)),
  });
  for (let i = 0; i < trials; i++) ensemble.set(i, temperature > 0 ? 0 : 2e-3, 0, setup.start === 'P' ? 1 : -1);
  ensemble.advance({ ...planSteps(beforeS, stepS), voltage: 0, field });
  ensemble.clearIntegral();
  const electrics = junctionElectrics(device);
  // Power is linear in mz: V² (GP+GAP)/2 + V² (GP−GAP)/2 · mz.
  const steady = voltageV ** 2 * conductance(electrics, 0, voltageV);
  const weight = (v: number): number => v * v * (conductance(electrics, 1, v) - conductance(electrics, 0, v));
  const [sum, squares] = [new Float64Array(widthsS.length), new Float64Array(widthsS.length)];
  let before = 0;
  widthsS.forEach((width, at) => {
    ensemble.advance({ ...planSteps(width - before, stepS), voltage: voltageV, field, weight });
    before = width;
    for (const part of ensemble.integral) {
      const joules = steady * width + part;
      sum[at] = sum[at]! + joules;
      squares[at] = squares[at]! + joules * joules;
    }
  });
  return { trials, sum, squares };
}
