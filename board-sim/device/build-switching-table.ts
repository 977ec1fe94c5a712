import { RandomStream } from '../../base/index.js';
import { BOLTZMANN, GAMMA0 } from './constants.js';
import { CommittorMap, evaluateCommittors } from './committor.js';
import { MacrospinEnsemble, type MacrospinModel } from './macrospin.js';
import {
  hzAxis,
  pulseAxis,
  restAxis,
  STRETCHED_PERIOD,
  TABLE_IN_PLANE_FIELD,
  TABLE_SIZE,
  WIDTH_UNIT,
  widthAxis,
  widthStretch,
} from './table-axes.js';

/** What decides a master table, beyond the magnet. */
export interface TableBuild {
  readonly model: MacrospinModel;
  readonly seed: number;
  /** Pulse trajectories at every point of Hz and pulse-Hk. A multiple of 16. */
  readonly trials: number;
  /** Relaxations at every node of the relaxation maps. */
  readonly relaxations: number;
  /** Called with the share done, 0 … 1. */
  readonly onProgress?: (share: number, note: string) => void;
}

/** Longest step in settling and relaxing, s, and the angle that a spin may turn about its field in a step of the pulse. */
const REST_STEP = 1.4e-12;
const LONGEST_STEP = 3e-12;
const STEP_ANGLE = 0.05;
/** Ten damping times of the nominal cell. */
const SETTLE = 6e-9;
const RELAX = 6e-9;
const LANES = 16;
/** For Hk at or below this during the pulse the state is forgotten by the stretched width below; what follows is held. */
const FORGETFUL = -12.5e3;
const FORGOTTEN_AT = 24e-9;
/** Rest Hk for which the starts are drawn, A/m: the middle of the axis, whose points re-weight them. */
const START_HK = 143e3;

/**
 * Monte Carlo of the stochastic Heun integrator over all axes of the table. Returns p(P→AP) in the order of the axes; the
 * other direction follows from p(AP→P; Hz) = p(P→AP; −Hz).
 *
 * 1. For each rest Hk and Hz a {@link CommittorMap}: where does a spin released at m end?
 * 2. For each Hz, trials settle in the parallel well; for each pulse-Hk each runs through the longest pulse once, and
 *    wherever it passes a point of the width axis its committor is added to that point.
 * 3. One set of trajectories serves all rest Hk: the Boltzmann weight of a start changes by exp((Δ' − Δ) mz²).
 */
export function buildSwitchingTable(build: TableBuild): Float64Array {
  const { model, trials, onProgress } = build;
  if (trials % LANES !== 0) throw new RangeError(`trials is ${trials}; allowed are multiples of ${LANES}.`);
  const maps = sampleMaps(build);
  const table = new Float64Array(TABLE_SIZE);
  hzAxis.forEach((hz, iz) => {
    const columns = Array.from(restAxis, (_, k) => (k * hzAxis.length + iz) * pulseAxis.length * widthAxis.length);
    let weightSums = Array.from(restAxis, () => 0);
    for (let first = 0; first < trials; first += LANES) {
      const starts = settle(build, hz, first);
      const weights = startWeights(model, starts);
      weightSums = weightSums.map(
        (sum, k) => sum + weights.subarray(k * LANES, (k + 1) * LANES).reduce((a, w) => a + w),
      );
      pulseAxis.forEach((hkPulse, ik) => {
        // The same thermal noise for every Hz: the table is then smooth along Hz.
        const spins = new MacrospinEnsemble(model, streams(build.seed, 'pulse', hkPulse, first));
        spins.mx.set(starts.mx);
        spins.my.set(starts.my);
        spins.mz.set(starts.mz);
        const offsets = columns.map((column) => column + ik * widthAxis.length);
        followPulse(spins, { hkPulse, hz }, maps[iz] as CommittorMap[], weights, table, offsets);
      });
      onProgress?.(0.3 + (0.7 * (iz + (first + LANES) / trials)) / hzAxis.length, `pulses at Hz ${hz} A/m`);
    }
    columns.forEach((column, k) => {
      const end = column + pulseAxis.length * widthAxis.length;
      for (let i = column; i < end; i++) table[i] = (table[i] as number) / (weightSums[k] as number);
      pulseAxis.forEach((hkPulse, ik) => {
        holdPlateau(table, column + ik * widthAxis.length, simulatedPoints(hkPulse));
      });
    });
  });
  return table;
}

/** Relaxation maps [hz][rest]; those of negative Hz are mirror images. */
function sampleMaps(build: TableBuild): CommittorMap[][] {
  const maps: CommittorMap[][] = Array.from(hzAxis, () => []);
  const positive = [...hzAxis.keys()].filter((iz) => (hzAxis[iz] as number) >= 0);
  let done = 0;
  for (const iz of positive) {
    for (const hk of restAxis) {
      const hz = hzAxis[iz] as number;
      const map = CommittorMap.sample(
        build.model,
        { hk, hx: TABLE_IN_PLANE_FIELD, hz },
        { seed: build.seed, trials: build.relaxations, stepS: REST_STEP, relaxS: RELAX, decidedDepth: 5 },
      );
      (maps[iz] as CommittorMap[]).push(hz === 0 ? map.symmetrized() : map);
      if (hz > 0) (maps[hzAxis.length - 1 - iz] as CommittorMap[]).push(map.mirrored());
      build.onProgress?.((0.3 * ++done) / (positive.length * restAxis.length), `relaxation at Hk ${hk}, Hz ${hz} A/m`);
    }
  }
  return maps;
}

function settle(build: TableBuild, hz: number, first: number): MacrospinEnsemble {
  const spins = new MacrospinEnsemble(build.model, streams(build.seed, 'settle', 0, first));
  const rest = { hk: START_HK, hx: TABLE_IN_PLANE_FIELD, hz };
  spins.advance(rest, Math.ceil(SETTLE / REST_STEP), REST_STEP);
  return spins;
}

/** Weights of the starts for each rest Hk, [rest][lane]: exp((Δ' − Δ)(mz² − 1)). */
function startWeights(model: MacrospinModel, starts: MacrospinEnsemble): Float64Array {
  const weights = new Float64Array(restAxis.length * LANES);
  restAxis.forEach((hk, k) => {
    const excess = (model.moment * (hk - START_HK)) / (2 * BOLTZMANN * model.temperature);
    starts.mz.forEach((mz, lane) => {
      // A spin that left its well while settling is no start of this state.
      weights[k * LANES + lane] = mz > 0 ? Math.exp(excess * (mz * mz - 1)) : 0;
    });
  });
  return weights;
}

function followPulse(
  spins: MacrospinEnsemble,
  { hkPulse, hz }: { readonly hkPulse: number; readonly hz: number },
  maps: readonly CommittorMap[],
  weights: Float64Array,
  table: Float64Array,
  offsets: readonly number[],
): void {
  const unit = WIDTH_UNIT / widthStretch(hkPulse, hz);
  const stepsPerUnit = Math.ceil(unit / Math.min(LONGEST_STEP, STEP_ANGLE / (GAMMA0 * Math.abs(hkPulse))));
  const drive = { hk: hkPulse, hx: TABLE_IN_PLANE_FIELD, hz };
  const q = new Float64Array(maps.length);
  const points = simulatedPoints(hkPulse);
  // Width 0 keeps its exact value 0.
  for (let iu = 1, units = 0; iu < points; iu++) {
    const target = Math.round((widthAxis[iu] as number) / WIDTH_UNIT);
    spins.advance(drive, (target - units) * stepsPerUnit, unit / stepsPerUnit);
    units = target;
    for (let lane = 0; lane < LANES; lane++) {
      evaluateCommittors(maps, spins.mx[lane] as number, spins.my[lane] as number, spins.mz[lane] as number, q);
      for (let k = 0; k < q.length; k++) {
        const at = (offsets[k] as number) + iu;
        table[at] = (table[at] as number) + (weights[k * LANES + lane] as number) * (q[k] as number);
      }
    }
  }
}

/** How many points of the width axis the pulses at this Hk run through. */
function simulatedPoints(hkPulse: number): number {
  return hkPulse > FORGETFUL ? widthAxis.length : widthAxis.findIndex((u) => u > FORGOTTEN_AT);
}

/** Fills the points that were not simulated with the mean over the last period that was. */
function holdPlateau(table: Float64Array, offset: number, points: number): void {
  if (points === widthAxis.length) return;
  const from = widthAxis.findIndex((u) => u > (widthAxis[points - 1] as number) - STRETCHED_PERIOD);
  const mean = table.subarray(offset + from, offset + points).reduce((a, p) => a + p, 0) / (points - from);
  table.fill(mean, offset + points, offset + widthAxis.length);
}

function streams(seed: number, use: string, hkPulse: number, first: number): RandomStream[] {
  return Array.from({ length: LANES }, (_, k) => RandomStream.from(seed, 'switching-table', use, hkPulse, first + k));
}
