import { decidedEnergy } from '../switching-protocol.js';
import type { Spin, SpinEnsemble } from '../llg/spin-ensemble.js';

/** Where spins go after a pulse. */
export interface RelaxationSetup {
  readonly field: readonly [number, number, number];
  readonly stepS: number;
  /** Longest relaxation, s. */
  readonly relaxS: number;
  readonly temperature: number;
}

/** Time between two looks at the energy, s: well below a precession period. */
const LOOK_S = 50e-12;
/** A spin so many kB T below the saddle counts as caught. Fewer than one in a hundred would still have changed its well. */
const DEPTH = 5;

/**
 * Relaxes any number of directions, given one after the other, until each is caught in a well or its time is over. A lane of the ensemble
 * whose spin is caught takes the next direction at once, so that none idles.
 *
 * @param next writes the next direction to the lane and returns its name, or −1 when there are no more
 * @param ended is told the name and the mz that a direction ended with
 */
export function relaxAll(
  ensemble: SpinEnsemble,
  spin: Spin,
  setup: RelaxationSetup,
  next: (lane: number) => number,
  ended: (name: number, mz: number) => void,
): void {
  const { field, stepS, relaxS, temperature } = setup;
  const rest = { hk: spin.hk, hx: Math.hypot(field[0], field[1]), hz: field[2] };
  const caught = decidedEnergy({ ...spin, temperature }, rest, DEPTH);
  const steps = Math.max(1, Math.round(LOOK_S / stepS));
  const longest = Math.ceil(relaxS / (steps * stepS));
  const { count } = ensemble;
  const names = new Int32Array(count).fill(-1);
  const looks = new Int32Array(count);
  let running = 0;
  const load = (lane: number): void => {
    names[lane] = next(lane);
    looks[lane] = 0;
    if (names[lane] >= 0) running++;
  };
  for (let lane = 0; lane < count; lane++) load(lane);
  while (running > 0) {
    ensemble.advance({ steps, dtS: stepS, voltage: 0, field });
    for (let lane = 0; lane < count; lane++) {
      const name = names[lane]!;
      if (name < 0) continue;
      looks[lane] = looks[lane]! + 1;
      if (ensemble.energyField(lane, field, 0) >= caught && looks[lane]! < longest) continue;
      ended(name, ensemble.mz[lane]!);
      running--;
      load(lane);
    }
  }
}
