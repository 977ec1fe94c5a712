import { RandomStream } from '../../../base/index.js';
import { GAMMA0 } from '../constants.js';
import { SpinEnsemble, type Stretch } from '../llg/spin-ensemble.js';
import { diffusionTime, equilibriumSpin } from '../parallel/equilibrium-unit.js';
import { MomentEquation } from './moments.js';

const TEMPERATURE = 300;

/** How many spins, how they are damped, and which dice. */
export interface RelaxationOptions {
  readonly delta: number;
  readonly spins: number;
  readonly seed: number;
  /** In units of τN nothing depends on it. Default 0.2. */
  readonly damping?: number;
}

/** Means over an ensemble beside the Fokker–Planck equation. */
export interface RelaxationPoint {
  /** Units of τN. */
  readonly time: number;
  readonly mz: number;
  readonly mzError: number;
  readonly exactMz: number;
  readonly mz2: number;
  readonly mz2Error: number;
  readonly exactMz2: number;
}

/** Lets spins go at mz = 1 and looks at ⟨mz⟩ and ⟨mz²⟩ at the given times (units of τN, rising). */
export function relaxFromPole(options: RelaxationOptions, times: readonly number[]): RelaxationPoint[] {
  const { ensemble, stretch, tauN } = freeSpins(options);
  const equation = new MomentEquation(options.delta);
  let moments = equation.atPole();
  let before = 0;
  return times.map((time) => {
    ensemble.advance({ ...stretch, steps: Math.round(((time - before) * tauN) / stretch.dtS) });
    moments = equation.evolve(moments, time - before);
    before = time;
    const [mz, mzError] = meanOf(ensemble.mz, (z) => z);
    const [mz2, mz2Error] = meanOf(ensemble.mz, (z) => z * z);
    return { time, mz, mzError, exactMz: moments[0]!, mz2, mz2Error, exactMz2: (2 * moments[1]! + 1) / 3 };
  });
}

/** Slowest rate of ⟨mz⟩, units of 1/τN, from its decay between two times in the tail, beside the exact eigenvalue. */
export function slowRate(options: RelaxationOptions): {
  readonly rate: number;
  readonly error: number;
  readonly exact: number;
} {
  const { ensemble, stretch, tauN } = freeSpins(options);
  const exact = new MomentEquation(options.delta).slowestRate();
  // Faster modes are gone after one τN; then over one e-fold of what is left.
  const at = (from: number, to: number): [number, number] => {
    ensemble.advance({ ...stretch, steps: Math.round(((to - from) * tauN) / stretch.dtS) });
    return meanOf(ensemble.mz, (z) => z);
  };
  const [z1, e1] = at(0, 1);
  const span = 1 / exact;
  const [z2, e2] = at(1, 1 + span);
  return {
    rate: Math.log(z1 / z2) / span,
    error: Math.hypot(e1 / z1, e2 / z2) / span,
    exact,
  };
}

function freeSpins({ delta, spins, seed, damping = 0.2 }: RelaxationOptions): {
  ensemble: SpinEnsemble;
  stretch: Omit<Stretch, 'steps'>;
  tauN: number;
} {
  const setup = { delta, damping, temperature: TEMPERATURE };
  const tauN = diffusionTime(setup);
  const spin = equilibriumSpin(setup as Parameters<typeof equilibriumSpin>[0]);
  const ensemble = new SpinEnsemble(new Array(spins).fill(spin), {
    temperature: TEMPERATURE,
    streams: Array.from({ length: spins }, (_, i) => RandomStream.from(seed, 'relaxation', i)),
  });
  const dtS = Math.min(2.5e-4 * tauN, 0.02 / (GAMMA0 * Math.abs(spin.hk) || 1));
  return { ensemble, stretch: { dtS, voltage: 0, field: [0, 0, 0] }, tauN };
}

function meanOf(values: Float32Array | Float64Array, of: (z: number) => number): [mean: number, error: number] {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += of(value);
    squares += of(value) ** 2;
  }
  const mean = sum / values.length;
  return [mean, Math.sqrt(Math.max(0, squares / values.length - mean * mean) / (values.length - 1))];
}
