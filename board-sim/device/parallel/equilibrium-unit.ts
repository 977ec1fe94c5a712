import { RandomStream } from '../../../base/index.js';
import { GAMMA0 } from '../constants.js';
import { type Precision } from '../llg/kernel-memory.js';
import { type Spin, SpinEnsemble } from '../llg/spin-ensemble.js';

/** What the units of an equilibrium average share. */
export interface EquilibriumSetup {
  /** Thermal stability of the spin; below 0 an easy plane. */
  readonly delta: number;
  readonly damping: number;
  readonly temperature: number;
  readonly stepS: number;
  /** Steps of a spin before it counts, between two samples, and samples of a spin. */
  readonly burnIn: number;
  readonly between: number;
  readonly samples: number;
  /** Spins of a unit; half start up, half down. */
  readonly spins: number;
  readonly seed: number | bigint;
  readonly precision: Precision;
}

/** μ0 Ms Vol of set S1, J m/A; with Δ it fixes Hk. */
export const EQUILIBRIUM_MOMENT = 3.257e-24;
const BOLTZMANN_T = 1.380649e-23;

/** The spin of a setup. */
export function equilibriumSpin({ delta, damping, temperature }: EquilibriumSetup): Spin {
  return {
    damping,
    moment: EQUILIBRIUM_MOMENT,
    hk: (2 * delta * BOLTZMANN_T * temperature) / EQUILIBRIUM_MOMENT,
    hkPerVolt: 0,
    inPlaneAnisotropy: 0,
  };
}

/** Diffusion time τN = μ0 Ms Vol (1+α²)/(2 γ0 α kB T), s. */
export function diffusionTime({ damping, temperature }: Pick<EquilibriumSetup, 'damping' | 'temperature'>): number {
  return (EQUILIBRIUM_MOMENT * (1 + damping * damping)) / (2 * GAMMA0 * damping * BOLTZMANN_T * temperature);
}

/** Time mean of mz² of each spin of a unit: independent numbers, whose spread gives the error of their mean. */
export function equilibriumUnit(setup: EquilibriumSetup, unit: number): Float64Array {
  const { spins, temperature, stepS, burnIn, between, samples, seed, precision } = setup;
  const ensemble = new SpinEnsemble(new Array(spins).fill(equilibriumSpin(setup)), {
    temperature,
    precision,
    streams: Array.from({ length: spins }, (_, i) => RandomStream.from(seed, 'equilibrium', unit, i)),
  });
  for (let i = 0; i < spins; i++) ensemble.set(i, 0, 0, i % 2 === 0 ? 1 : -1);
  const stretch = { dtS: stepS, voltage: 0, field: [0, 0, 0] } as const;
  ensemble.advance({ ...stretch, steps: burnIn });
  const sums = new Float64Array(spins);
  for (let k = 0; k < samples; k++) {
    ensemble.advance({ ...stretch, steps: between });
    for (let i = 0; i < spins; i++) sums[i] = sums[i]! + ensemble.mz[i]! ** 2;
  }
  return sums.map((sum) => sum / samples);
}
