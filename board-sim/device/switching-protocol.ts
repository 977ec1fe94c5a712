import { checkNumber, type Interval, RandomStream, wilsonInterval } from '../../base/index.js';
import { BOLTZMANN } from './constants.js';
import { findWells } from './energy-wells.js';
import { type Drive, MacrospinEnsemble, type MacrospinModel, planSteps } from './macrospin.js';

/** Start or end state of a cell: parallel (mz > 0, bit 0) or antiparallel (bit 1). */
export type CellState = 'P' | 'AP';

/** One cell, one rectangular pulse: what {@link simulateSwitching} integrates. */
export interface SwitchingTrial {
  readonly model: MacrospinModel;
  /** Hk outside the pulse, A/m. */
  readonly hkRest: number;
  /** Hk during the pulse, A/m; may be negative. */
  readonly hkPulse: number;
  /** In-plane field, A/m. */
  readonly hx: number;
  /** Out-of-plane field, A/m. */
  readonly hz: number;
  readonly start: CellState;
  readonly widthS: number;
}

/** Numerics of a switching experiment. */
export interface SwitchingOptions {
  readonly trials: number;
  readonly seed: number | bigint;
  /** Time to settle in the well of the start state before the pulse, s. Default 15 ns, 5 damping times of S1 and 24 of the board's cell. */
  readonly settleS?: number;
  /** Time from the end of the pulse to the read-out, s. Default 15 ns. */
  readonly relaxS?: number;
  /** Longest integration step, s. Default 2.5 ps. */
  readonly stepS?: number;
  /**
   * Ends the relaxation of a trial once it lies this many kB T below the saddle. Default: never. With 5, fewer than one
   * trial in a hundred would still have changed its well (measured in the tests); it saves most of the relaxation.
   */
  readonly decidedDepth?: number;
}

/** Result of {@link simulateSwitching}. */
export interface SwitchingEstimate {
  readonly trials: number;
  readonly switched: number;
  readonly p: number;
  /** 95 % Wilson interval. */
  readonly ci95: Interval;
}

const LANES = 16;

/**
 * Switching probability by direct integration: settle from ±z, pulse, relax, compare signs of mz. Trial k draws from the
 * stream (seed, 'switching', k), so results depend neither on batching nor on the number of trials before it.
 */
export function simulateSwitching(trial: SwitchingTrial, options: SwitchingOptions): SwitchingEstimate {
  const trials = checkNumber('trials', options.trials, { min: 1, integer: true });
  const stepS = options.stepS ?? 2.5e-12;
  const settle = planSteps(options.settleS ?? 15e-9, stepS);
  const pulse = planSteps(trial.widthS, stepS);
  const sign = trial.start === 'P' ? 1 : -1;
  const rest: Drive = { hk: trial.hkRest, hx: trial.hx, hz: trial.hz };
  let switched = 0;
  for (let first = 0; first < trials; first += LANES) {
    const lanes = Math.min(LANES, trials - first);
    const streams = Array.from({ length: lanes }, (_, k) => RandomStream.from(options.seed, 'switching', first + k));
    const spins = new MacrospinEnsemble(trial.model, trial.model.temperature > 0 ? streams : lanes);
    spins.mz.fill(sign);
    spins.advance(rest, settle.steps, settle.dtS);
    spins.advance({ ...rest, hk: trial.hkPulse }, pulse.steps, pulse.dtS);
    relax(spins, trial, rest, options);
    for (const mz of spins.mz) if (mz * sign < 0) switched++;
  }
  return { trials, switched, p: switched / trials, ci95: wilsonInterval(switched, trials) };
}

/** Energy below which a spin counts as caught in a well, in A/m (units of μ0 Ms Vol): the saddle's less depth·kB T. */
export function decidedEnergy(model: MacrospinModel, rest: Drive, depth: number): number {
  const { hk, hx = 0, hz = 0 } = rest;
  // A cell with one well decides nothing; it relaxes to the end.
  const saddle = findWells({ hk, hx, hz })?.saddle.energy ?? -Infinity;
  return saddle - (depth * BOLTZMANN * model.temperature) / model.moment;
}

/** Steps between two looks at the energy while relaxing: 50 ps, well below a precession period. */
const LOOK_EVERY = 20;

function relax(spins: MacrospinEnsemble, trial: SwitchingTrial, rest: Drive, options: SwitchingOptions): void {
  const plan = planSteps(options.relaxS ?? 15e-9, options.stepS ?? 2.5e-12);
  if (options.decidedDepth === undefined) {
    spins.advance(rest, plan.steps, plan.dtS);
    return;
  }
  const caught = decidedEnergy(trial.model, rest, options.decidedDepth);
  // A lane that is caught keeps its outcome while the others go on.
  const outcome = new Float64Array(spins.lanes);
  for (let done = 0; done < plan.steps; done += LOOK_EVERY) {
    let open = 0;
    for (let lane = 0; lane < spins.lanes; lane++) {
      if (outcome[lane] === 0 && spins.energyField(rest, lane) < caught) outcome[lane] = spins.mz[lane] as number;
      if (outcome[lane] === 0) open++;
    }
    if (open === 0) break;
    spins.advance(rest, Math.min(LOOK_EVERY, plan.steps - done), plan.dtS);
  }
  outcome.forEach((mz, lane) => {
    if (mz !== 0) spins.mz[lane] = mz;
  });
}
