import { predictorsWasm } from './gen/predictors.wasm.js';
import { Kernel } from './kernel.js';

/** The kernels of assembly/predictors.ts; what each does is documented there. */
interface PredictorExports {
  fillWindows(text: number, sizes: number, windows: number, tables: number): void;
  mostCommonInWindow(
    text: number,
    from: number,
    to: number,
    sizes: number,
    windows: number,
    alphabet: number,
    tables: number,
    state: number,
  ): void;
  lag(text: number, from: number, to: number, depth: number, state: number): void;
  multiMmcBinary(
    text: number,
    length: number,
    from: number,
    to: number,
    depth: number,
    cap: number,
    counts: number,
    state: number,
  ): void;
  lz78yBinary(text: number, from: number, to: number, depth: number, cap: number, counts: number, state: number): void;
  openTable(text: number, slots: number, slotBits: number, contexts: number, pairs: number, pairBits: number): void;
  multiMmcHashed(
    text: number,
    length: number,
    from: number,
    to: number,
    depth: number,
    cap: number,
    state: number,
  ): void;
  lz78yHashed(
    text: number,
    from: number,
    to: number,
    depth: number,
    cap: number,
    room: number,
    hashes: number,
    state: number,
  ): number;
  pairsUsed(): number;
  growPairs(to: number, bits: number): void;
}

/** Samples between two reports of progress. */
const CHUNK = 1 << 18;
const STATE_BYTES = 6144;
/** 32-bit words of a predictor's state. */
const [CORRECT, LONGEST] = [1, 3];

/** What a predictor's run over a sequence comes to. */
export interface Tally {
  /** C: right predictions. */
  readonly correct: number;
  /** The longest row of right predictions; r of the standard is one more. */
  readonly longestRun: number;
}

/** Tells how far a computation is, 0 to 1. */
export type Tell = (fraction: number) => void;

const open = (symbols: Uint8Array) => {
  const kernel = new Kernel<PredictorExports>(predictorsWasm);
  const text = kernel.load(symbols, 256, 64);
  const state = kernel.allocate(STATE_BYTES);
  const tally = (): Tally => {
    const words = kernel.words(state, 4);
    return { correct: words[CORRECT]!, longestRun: words[LONGEST]! };
  };
  return { kernel, run: kernel.exports, text, state, tally };
};

/** Chunks of the samples from `first` on; their ends are multiples of the chunk's size. */
function chunks(first: number, length: number, tell: Tell | undefined, work: (from: number, to: number) => void): void {
  for (let from = first; from < length;) {
    const to = Math.min(length, (Math.floor(from / CHUNK) + 1) * CHUNK);
    work(from, to);
    tell?.(to / length);
    from = to;
  }
}

const bitsFor = (places: number): number => Math.max(4, Math.ceil(Math.log2(places)));

/** MultiMCW; windows rise and the last one is shorter than the sequence. */
export function tallyMostCommonInWindow(
  symbols: Uint8Array,
  alphabet: number,
  windows: readonly number[],
  tell?: Tell,
): Tally {
  const { kernel, run, text, state, tally } = open(symbols);
  const sizes = kernel.allocate(4 * windows.length);
  const tables = kernel.allocate(2064 * windows.length);
  kernel.words(sizes, windows.length).set(windows);
  run.fillWindows(text, sizes, windows.length, tables);
  chunks(windows[0]!, symbols.length, tell, (from, to) =>
    run.mostCommonInWindow(text, from, to, sizes, windows.length, alphabet, tables, state),
  );
  return tally();
}

/** Lag; at most 128 lags. */
export function tallyLag(symbols: Uint8Array, depth: number, tell?: Tell): Tally {
  const { run, text, state, tally } = open(symbols);
  chunks(1, symbols.length, tell, (from, to) => run.lag(text, from, to, depth, state));
  return tally();
}

/** MultiMMC; at most 16 orders. */
export function tallyMultiMmc(symbols: Uint8Array, alphabet: number, depth: number, cap: number, tell?: Tell): Tally {
  const { kernel, run, text, state, tally } = open(symbols);
  const { length } = symbols;
  if (alphabet <= 2) {
    const counts = kernel.allocate(8 * 2 ** (depth + 1));
    chunks(2, length, tell, (from, to) => run.multiMmcBinary(text, length, from, to, depth, cap, counts, state));
    return tally();
  }
  // A context has at least one pair; tables are at most three quarters full.
  const most = Math.min(cap, length) * depth;
  const bits = bitsFor(most / 0.77);
  run.openTable(
    text,
    kernel.allocate(4 * 2 ** bits),
    bits,
    kernel.allocate(12 * most),
    kernel.allocate(8 * 2 ** bits),
    bits,
  );
  chunks(2, length, tell, (from, to) => run.multiMmcHashed(text, length, from, to, depth, cap, state));
  return tally();
}

/** LZ78Y; prefixes of at most 16 symbols. */
export function tallyLz78y(symbols: Uint8Array, alphabet: number, depth: number, cap: number, tell?: Tell): Tally {
  const { kernel, run, text, state, tally } = open(symbols);
  const { length } = symbols;
  const first = depth + 1;
  if (alphabet <= 2) {
    const counts = kernel.allocate(8 * 2 ** (depth + 1));
    chunks(first, length, tell, (from, to) => run.lz78yBinary(text, from, to, depth, cap, counts, state));
    return tally();
  }
  const most = Math.min(Math.max(cap, depth), length * depth);
  const slotBits = bitsFor(2 * most);
  let pairBits = bitsFor(Math.max(64, 2 * most));
  const hashes = kernel.allocate(4 * (depth + 1));
  run.openTable(
    text,
    kernel.allocate(4 * 2 ** slotBits),
    slotBits,
    kernel.allocate(12 * most),
    kernel.allocate(8 * 2 ** pairBits),
    pairBits,
  );
  chunks(first, length, tell, (from, to) => {
    for (let at = from; at < to;) {
      at = run.lz78yHashed(text, at, to, depth, cap, 0.7 * 2 ** pairBits, hashes, state);
      // Known prefixes may go on collecting symbols: how many pairs there will be, nobody knows before.
      if (at < to) run.growPairs(kernel.allocate(8 * 2 ** ++pairBits), pairBits);
    }
  });
  return tally();
}
