import { checkNumber } from '../../base/index.js';
import { equilibriumMz2 } from './equilibrium.js';
import type { Precision } from './llg/kernel-memory.js';
import { diffusionTime, type EquilibriumSetup, equilibriumSpin } from './parallel/equilibrium-unit.js';
import { type ParallelOptions, runUnits } from './parallel/run-units.js';
import { GAMMA0 } from './constants.js';

/** How to sample ⟨mz²⟩. */
export interface MeanSquareOptions extends ParallelOptions {
  /** Thermal stability; below 0 an easy plane. */
  readonly delta: number;
  /** Default 0.1: nothing in equilibrium depends on it, and a larger one forgets faster. */
  readonly damping?: number;
  /** K. Default 300. */
  readonly temperature?: number;
  /** Least number of independent samples, from which the run's length follows. Default 100 000. */
  readonly samples?: number;
  readonly seed?: number | bigint;
  /** Default: thermal kicks of 0.016 rad and turns of 0.02 rad a step at most. */
  readonly stepS?: number;
  readonly precision?: Precision;
}

/** Result of {@link equilibriumMeanSquare}. */
export interface MeanSquare {
  readonly mz2: number;
  /** Standard error of `mz2`, from the spread between independent spins. */
  readonly stderr: number;
  /** The closed form. */
  readonly exact: number;
  readonly spins: number;
  /** Samples of each spin. */
  readonly samples: number;
  readonly stepS: number;
}

const UNIT_SPINS = 256;
const SAMPLES_A_SPIN = 50;

/**
 * ⟨mz²⟩ of a free uniaxial spin in thermal equilibrium, by the stochastic kernel, beside its closed form: the test that a scheme has the
 * right measure. Half of the spins start up and half down; samples of a spin lie a correlation time apart, and the error comes from the
 * spread between spins, never from within one.
 */
export async function equilibriumMeanSquare(options: MeanSquareOptions): Promise<MeanSquare> {
  const delta = checkNumber('delta', options.delta, { min: -200, max: 200 });
  const damping = checkNumber('damping', options.damping ?? 0.1, { min: 1e-3, max: 1 });
  const temperature = checkNumber('temperature', options.temperature ?? 300, { min: 1, max: 1000 });
  const wanted = checkNumber('samples', options.samples ?? 100_000, { min: 512, max: 1e9, integer: true });
  const units = Math.ceil(wanted / (UNIT_SPINS * SAMPLES_A_SPIN));
  const fluctuation = diffusionTime({ damping, temperature });
  const { hk } = equilibriumSpin({ delta, damping, temperature } as EquilibriumSetup);
  // mz² forgets within a well (or around the plane) in the damping time; without an anisotropy, by diffusion.
  const forget = Math.min(fluctuation, (1 + damping * damping) / (damping * GAMMA0 * Math.abs(hk) || 1e-300));
  const stepS = checkNumber(
    'stepS',
    options.stepS ?? Math.min(2.5e-4 * fluctuation, 0.02 / (GAMMA0 * Math.abs(hk) || 1)),
    {
      min: 1e-16,
      max: 1e-10,
    },
  );
  const between = Math.max(2, Math.ceil((2 * forget) / stepS));
  const setup: EquilibriumSetup = {
    delta,
    damping,
    temperature,
    stepS,
    between,
    burnIn: 4 * between,
    samples: SAMPLES_A_SPIN,
    spins: UNIT_SPINS,
    seed: options.seed ?? 1,
    precision: options.precision ?? 'f32',
  };
  const means = (await runUnits('equilibrium', setup, units, options)).flatMap((unit) => Array.from(unit));
  const mz2 = means.reduce((sum, value) => sum + value, 0) / means.length;
  const variance = means.reduce((sum, value) => sum + (value - mz2) ** 2, 0) / (means.length - 1);
  return {
    mz2,
    stderr: Math.sqrt(variance / means.length),
    exact: equilibriumMz2(delta),
    spins: means.length,
    samples: SAMPLES_A_SPIN,
    stepS,
  };
}
