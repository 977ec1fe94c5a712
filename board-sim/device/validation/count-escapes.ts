import { RandomStream } from '../../../base/index.js';
import { BOLTZMANN } from '../constants.js';
import { findWells, type KeepingFields } from '../energy-wells.js';
import { MacrospinEnsemble, type MacrospinModel } from '../macrospin.js';

/** Escapes counted in a simulation, and the rates they amount to, 1/s. */
export interface CountedEscapes {
  readonly fromP: number;
  readonly fromAP: number;
  readonly counts: readonly [fromP: number, fromAP: number];
}

const LANES = 16;
const STEP_S = 1.5e-12;
/** Steps between two looks. */
const LOOK_EVERY = 8;
/** A spin has arrived when it lies this share of the lower barrier below the saddle: then it has lost its memory. */
const ARRIVED = 0.6;

/** Follows spins with the stochastic Heun integrator until they have changed wells `escapes` times in all. */
export function countEscapes(
  magnet: MacrospinModel,
  fields: KeepingFields,
  escapes: number,
  seed: number,
): CountedEscapes {
  const wells = findWells(fields);
  if (wells === undefined) throw new RangeError('There are no two wells to escape from.');
  const { p, ap, saddle } = wells;
  const [place, kT] = [Math.cos(saddle.angle), (BOLTZMANN * magnet.temperature) / magnet.moment];
  const arrived = saddle.energy - ARRIVED * Math.min(saddle.energy - p.energy, saddle.energy - ap.energy);
  if (!(saddle.energy - arrived > 1.5 * kT)) throw new RangeError('The barriers are too low to tell the wells apart.');
  const spins = new MacrospinEnsemble(
    magnet,
    Array.from({ length: LANES }, (_, k) => RandomStream.from(seed, 'escapes', k)),
  );
  const inP = new Array<boolean>(LANES).fill(true);
  // Half of the spins start in each well.
  for (let k = 0; k < LANES; k++) {
    const { angle } = k % 2 === 0 ? p : ap;
    spins.set(k, Math.sin(angle), 0, Math.cos(angle));
  }
  spins.advance(fields, 2000, STEP_S);
  inP.forEach((_, k) => (inP[k] = (spins.mz[k] as number) > place));
  const counts: [number, number] = [0, 0];
  const time: [number, number] = [0, 0];
  while (counts[0] + counts[1] < escapes) {
    spins.advance(fields, LOOK_EVERY, STEP_S);
    for (let k = 0; k < LANES; k++) {
      const from = inP[k] === true ? 0 : 1;
      time[from] += LOOK_EVERY * STEP_S;
      if ((spins.mz[k] as number) > place === (from === 0) || spins.energyField(fields, k) > arrived) continue;
      counts[from]++;
      inP[k] = from === 1;
    }
  }
  return { fromP: counts[0] / time[0], fromAP: counts[1] / time[1], counts };
}
