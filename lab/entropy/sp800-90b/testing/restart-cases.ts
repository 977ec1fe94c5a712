import { type DataSet, LONG_DATA_SETS } from './data-sets.js';

/** Restart data from a seed, and the initial assessment that they are held against. */
export interface RestartCase {
  readonly set: DataSet;
  readonly hInitial: number;
}

const long = (name: string): DataSet => LONG_DATA_SETS.find((set) => set.name === name)!;
const set = (name: string, bits: number, source: ReturnType<DataSet['open']>): DataSet => ({
  name,
  bits,
  length: 1_000_000,
  seed: 90,
  open: () => source,
});

const biased = set('restart-biased-1', 1, (random) => (random.uniform() < 0.7 ? 1 : 0));
const uneven = set('restart-uneven-2', 2, (random) => [0, 1, 3, 3][random.integer(4)]!);
const sticky = set('restart-sticky-3', 3, (random, _, before) =>
  random.uniform() < 0.2 ? before : random.nextU32() >>> 29,
);
const slanted = set('restart-slanted-4', 4, (random) => Math.min(random.nextU32() >>> 28, random.nextU32() >>> 28));
const spread = set('restart-uniform-8', 8, (random) => random.nextU32() >>> 24);
/** Every restart begins with the same sixty-four bits. */
const sameStart = set('restart-same-start-1', 1, (random, i) =>
  i % 1000 < 64 ? ((i % 1000) >> 2) & 1 : random.nextU32() >>> 31,
);

/** Cases that NIST's tool was run on: eight pass, two fail the sanity check. */
export const RESTART_CASES: readonly RestartCase[] = [
  { set: long('fair-1-million'), hInitial: 0.8 },
  { set: long('fair-1-million'), hInitial: 1 },
  { set: long('drift-1-million'), hInitial: 0.95 },
  { set: long('drift-1-million'), hInitial: 0.5 },
  { set: biased, hInitial: 0.45 },
  { set: sameStart, hInitial: 0.8 },
  { set: uneven, hInitial: 0.9 },
  { set: sticky, hInitial: 1.7 },
  { set: slanted, hInitial: 2.8 },
  { set: spread, hInitial: 6 },
];
