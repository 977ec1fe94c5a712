import { RandomStream } from '../../../../base/index.js';

/** Gives the sample with number `i` of a data set; `before` is the sample that came before it, 0 at first. */
type Source = (random: RandomStream, i: number, before: number) => number;

/** Samples from a seed, fair to hopeless: pseudo-random test data and never entropy. */
export interface DataSet {
  readonly name: string;
  /** Width of a sample, 1 to 8 bits. */
  readonly bits: number;
  readonly length: number;
  readonly seed: number;
  /** Gives the source of a fresh set; what a source remembers begins anew. */
  readonly open: () => Source;
}

const uniform =
  (bits: number): Source =>
  (random) =>
    random.nextU32() >>> (32 - bits);
const biased =
  (p: number): Source =>
  (random) =>
    random.uniform() < p ? 1 : 0;
/** Each value half as likely as the one below it. */
const geometric =
  (bits: number, ratio: number): Source =>
  (random) =>
    Math.min((1 << bits) - 1, Math.floor(Math.log(1 - random.uniform()) / Math.log(ratio)));
/** Keeps the last value with probability `stay`. */
const sticky =
  (bits: number, stay: number): Source =>
  (random, i, before) =>
    i > 0 && random.uniform() < stay ? before : random.nextU32() >>> (32 - bits);
/** A second-order memory of one bit. */
const memory2 = (p: number) => (): Source => {
  let [one, two] = [0, 0];
  return (random) => {
    const bit = random.uniform() < p ? one ^ two : 1 - (one ^ two);
    [one, two] = [bit, one];
    return bit;
  };
};
/** Counts round a period; now and then a value is wrong. */
const periodic =
  (bits: number, period: number, wrong: number): Source =>
  (random, i) =>
    wrong > 0 && random.uniform() < wrong ? random.nextU32() >>> (32 - bits) : ((i % period) * 37) & ((1 << bits) - 1);
const oneOf =
  (values: readonly number[]): Source =>
  (random) =>
    values[random.integer(values.length)]!;
/** `usual` but for rare others. */
const nearlyConstant =
  (usual: number, other: number, p: number): Source =>
  (random) =>
    random.uniform() < p ? other : usual;
/** Some bits of each sample never change. */
const stuckBits =
  (bits: number, clear: number, set: number): Source =>
  (random) =>
    ((random.nextU32() >>> (32 - bits)) & ~clear) | set;
/** One bit whose bias wanders sinusoidally, one turn in `turn` samples. */
const drifting =
  (depth: number, turn: number): Source =>
  (random, i) =>
    random.uniform() < 0.5 + depth * Math.sin((2 * Math.PI * i) / turn) ? 1 : 0;
/** A stretch of good samples that comes again and again. */
const replayed = (bits: number, length: number) => (): Source => {
  const kept: number[] = [];
  return (random, i) => {
    if (i < length) kept.push(random.nextU32() >>> (32 - bits));
    return kept[i % length]!;
  };
};
/** A random walk that is reflected at its ends. */
const walk =
  (bits: number, step: number): Source =>
  (random, i, before) => {
    const next = (i === 0 ? 1 << (bits - 1) : before) + random.integer(2 * step + 1) - step;
    const top = (1 << bits) - 1;
    return next < 0 ? -next : next > top ? 2 * top - next : next;
  };

const set = (name: string, bits: number, length: number, source: Source | (() => Source)): DataSet => ({
  name,
  bits,
  length,
  seed: 90,
  open: source.length === 0 ? (source as () => Source) : () => source as Source,
});

/** Sets that are assessed within a second each. */
export const FAST_DATA_SETS: readonly DataSet[] = [
  set('fair-1', 1, 100_000, uniform(1)),
  set('biased-1', 1, 60_001, biased(0.6)),
  set('very-biased-1', 1, 50_000, biased(0.97)),
  set('sticky-1', 1, 40_003, sticky(1, 0.5)),
  set('alternating-1', 1, 30_000, periodic(1, 2, 0.02)),
  set('strictly-periodic-1', 1, 20_000, periodic(1, 6, 0)),
  set('memory-1', 1, 50_000, memory2(0.7)),
  set('drift-1', 1, 65_537, drifting(0.2, 9_000)),
  set('replayed-1', 1, 30_001, replayed(1, 7_001)),
  set('nearly-constant-1', 1, 25_000, nearlyConstant(0, 1, 0.002)),
  set('short-1', 1, 5_003, uniform(1)),
  set('very-short-1', 1, 500, biased(0.45)),
  set('uniform-2', 2, 40_001, uniform(2)),
  set('sparse-2', 2, 20_011, oneOf([0, 1, 3, 3])),
  set('uniform-3', 3, 30_007, uniform(3)),
  set('sticky-3', 3, 30_000, sticky(3, 0.4)),
  set('uniform-4', 4, 60_000, uniform(4)),
  set('geometric-4', 4, 40_000, geometric(4, 0.6)),
  set('walk-5', 5, 40_000, walk(5, 2)),
  set('sparse-6', 6, 30_011, oneOf([1, 9, 17, 40, 63])),
  set('geometric-7', 7, 30_000, geometric(7, 0.93)),
  set('uniform-8', 8, 50_000, uniform(8)),
  set('stuck-bits-8', 8, 30_001, stuckBits(8, 0x10, 0x02)),
  set('two-values-8', 8, 30_000, oneOf([0x11, 0xc4])),
  set('two-values-biased-8', 8, 20_009, nearlyConstant(255, 0, 0.3)),
  set('walk-8', 8, 40_000, walk(8, 3)),
  set('periodic-8', 8, 20_000, periodic(8, 100, 0.05)),
  set('replayed-8', 8, 20_000, replayed(8, 6_000)),
  set('nearly-constant-8', 8, 20_000, nearlyConstant(0x80, 0x7f, 0.001)),
  set('sticky-8', 8, 30_000, sticky(8, 0.6)),
  set('short-8', 8, 1_200, uniform(8)),
];

/** Sets of the length that the standard asks for. */
export const LONG_DATA_SETS: readonly DataSet[] = [
  set('fair-1-million', 1, 1_000_000, uniform(1)),
  set('drift-1-million', 1, 1_000_000, drifting(0.1, 100_000)),
  set('uniform-4-million', 4, 1_000_000, uniform(4)),
  set('uniform-8-million', 8, 1_000_000, uniform(8)),
  set('walk-8-million', 8, 1_000_000, walk(8, 5)),
];

/** Makes the samples of a set, one a byte. */
export function samplesOf({ name, length, seed, open }: DataSet): Uint8Array<ArrayBuffer> {
  const random = RandomStream.from(seed, 'data set', name);
  const samples = new Uint8Array(length);
  const source = open();
  for (let i = 0, before = 0; i < length; i++) samples[i] = before = source(random, i, before);
  return samples;
}
