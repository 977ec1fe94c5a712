import { RandomStream } from '../../base/index.js';
import { type Drive, MacrospinEnsemble, type MacrospinModel } from './macrospin.js';
import { decidedEnergy } from './switching-protocol.js';

/** How a {@link CommittorMap} is sampled. */
export interface CommittorOptions {
  readonly seed: number;
  /** Trials at every node; a node whose first 32 all agree is left at that. */
  readonly trials: number;
  readonly stepS: number;
  /** Longest relaxation, s. */
  readonly relaxS: number;
  /** A trial ends once it lies this many kB T below the saddle. */
  readonly decidedDepth: number;
}

const NZ = 56;
const NPHI = 80;
const LANES = 16;
const LOOK_EVERY = 20;
const FIRST_TRIALS = 32;

/**
 * The probability q(m) that a spin released at direction m in the resting field ends with mz < 0, on a grid of mz × φ with
 * bilinear interpolation. Every node is a Monte Carlo average over relaxations with the stochastic Heun integrator.
 *
 * It splits the switching probability of a pulse in two: p = ⟨q(m at the end of the pulse)⟩. One map serves every voltage
 * and width, and averaging q instead of single outcomes also removes the sampling noise of the relaxation.
 */
export class CommittorMap {
  readonly #q: Float64Array;

  private constructor(q: Float64Array) {
    this.#q = q;
  }

  /** Samples the map. @param rest fields after the pulse */
  static sample(model: MacrospinModel, rest: Drive, options: CommittorOptions): CommittorMap {
    const nodes = (NZ + 1) * NPHI;
    const down = new Float64Array(nodes);
    const count = new Float64Array(nodes);
    const spins = new MacrospinEnsemble(
      model,
      Array.from({ length: LANES }, (_, k) => RandomStream.from(options.seed, 'committor', rest.hk, rest.hz ?? 0, k)),
    );
    const everywhere = Array.from({ length: nodes }, (_, node) => node);
    run(spins, model, rest, options, everywhere, FIRST_TRIALS, down, count);
    const undecided = everywhere.filter((node) => down[node] !== 0 && down[node] !== count[node]);
    run(spins, model, rest, options, undecided, options.trials - FIRST_TRIALS, down, count);
    return new CommittorMap(down.map((d, node) => d / (count[node] as number)));
  }

  /**
   * The map for −Hz. Turning the spin by π about x turns (mx, my, mz; Hz) into (mx, −my, −mz; −Hz), so
   * q(m; −Hz) = 1 − q(mx, −my, −mz; Hz).
   */
  mirrored(): CommittorMap {
    return new CommittorMap(this.#q.map((_, node) => 1 - (this.#q[turned(node)] as number)));
  }

  /** The mean of a map at Hz = 0 and its own mirror image, which are two samples of the same function. */
  symmetrized(): CommittorMap {
    const other = this.mirrored().#q;
    return new CommittorMap(this.#q.map((q, node) => 0.5 * (q + (other[node] as number))));
  }

  /** q at a direction. */
  at(mx: number, my: number, mz: number): number {
    const out = new Float64Array(1);
    evaluateCommittors([this], mx, my, mz, out);
    return out[0] as number;
  }

  /** Grid values; for {@link evaluateCommittors}. */
  get grid(): Float64Array {
    return this.#q;
  }
}

/** Writes q of several maps at one direction to `out`; the place in the grid is worked out once. */
export function evaluateCommittors(
  maps: readonly CommittorMap[],
  mx: number,
  my: number,
  mz: number,
  out: Float64Array,
): void {
  const z = Math.min(NZ - 1e-9, Math.max(0, (mz + 1) * (NZ / 2)));
  const phi = Math.atan2(my, mx) * (NPHI / (2 * Math.PI)) + NPHI;
  const row = Math.floor(z);
  const col = Math.floor(phi);
  const fz = z - row;
  const fp = phi - col;
  const left = row * NPHI + (col % NPHI);
  const right = row * NPHI + ((col + 1) % NPHI);
  for (let i = 0; i < maps.length; i++) {
    const q = (maps[i] as CommittorMap).grid;
    const low = (q[left] as number) * (1 - fp) + (q[right] as number) * fp;
    const high = (q[left + NPHI] as number) * (1 - fp) + (q[right + NPHI] as number) * fp;
    out[i] = low * (1 - fz) + high * fz;
  }
}

function turned(node: number): number {
  const row = Math.floor(node / NPHI);
  const col = node % NPHI;
  return (NZ - row) * NPHI + ((NPHI - col) % NPHI);
}

function run(
  spins: MacrospinEnsemble,
  model: MacrospinModel,
  rest: Drive,
  options: CommittorOptions,
  nodes: readonly number[],
  trials: number,
  down: Float64Array,
  count: Float64Array,
): void {
  const caught = decidedEnergy(model, rest, options.decidedDepth);
  const longest = Math.ceil(options.relaxS / (LOOK_EVERY * options.stepS));
  const total = nodes.length * Math.max(0, trials);
  // A lane whose spin is decided takes the next trial at once, so that no lane idles.
  const node = new Int32Array(LANES).fill(-1);
  const looks = new Int32Array(LANES);
  let next = 0;
  let running = 0;
  const load = (lane: number): void => {
    node[lane] = -1;
    if (next >= total) return;
    const at = nodes[Math.floor(next / trials)] as number;
    next++;
    running++;
    const z = (2 * Math.floor(at / NPHI)) / NZ - 1;
    const r = Math.sqrt(Math.max(0, 1 - z * z));
    const phi = (2 * Math.PI * (at % NPHI)) / NPHI;
    spins.set(lane, r * Math.cos(phi), r * Math.sin(phi), z);
    node[lane] = at;
    looks[lane] = 0;
  };
  for (let lane = 0; lane < LANES; lane++) load(lane);
  while (running > 0) {
    spins.advance(rest, LOOK_EVERY, options.stepS);
    for (let lane = 0; lane < LANES; lane++) {
      const at = node[lane] as number;
      if (at < 0) continue;
      looks[lane] = (looks[lane] as number) + 1;
      if (spins.energyField(rest, lane) < caught || (looks[lane] as number) >= longest) {
        if ((spins.mz[lane] as number) < 0) down[at] = (down[at] as number) + 1;
        count[at] = (count[at] as number) + 1;
        running--;
        load(lane);
      }
    }
  }
}
