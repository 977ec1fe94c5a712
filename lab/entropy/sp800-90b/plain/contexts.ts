import type { Tally } from '../kernels/predictor-kernel.js';
import { TallyKeeper } from './tally-keeper.js';

/** Counts of the symbols after a prefix. */
class Followers {
  readonly counts = new Map<number, number>();

  add(y: number): void {
    this.counts.set(y, (this.counts.get(y) ?? 0) + 1);
  }

  /** The most common one, the larger of several, and its count. */
  get best(): readonly [symbol: number, count: number] {
    return [...this.counts].reduce((best, [y, count]) =>
      count > best[1] || (count === best[1] && y > best[0]) ? [y, count] : best,
    );
  }
}

const prefix = (symbols: Uint8Array, end: number, length: number): string =>
  symbols.subarray(end - length, end).join(' ');

/** MultiMMC as it is defined; the twin of both kernels. */
export function plainMultiMmc(symbols: Uint8Array, depth: number, cap: number): Tally {
  const keeper = new TallyKeeper(depth);
  const orders = Array.from({ length: depth }, (_, d) => {
    const followers = new Map<string, Followers>();
    const m = d + 1;
    if (m < symbols.length) learn(followers, prefix(symbols, m, m), symbols[m]!);
    return { followers, pairs: 1 };
  });
  for (let i = 2; i < symbols.length; i++) {
    const y = symbols[i]!;
    const predictions: (number | null)[] = [];
    let seen = true;
    for (let m = 1; m <= Math.min(depth, i - 1); m++) {
      const order = orders[m - 1]!;
      const x = prefix(symbols, i, m);
      const known: Followers | undefined = seen ? order.followers.get(x) : undefined;
      seen = known !== undefined;
      predictions.push(known?.best[0] ?? null);
      if (known?.counts.has(y) === true) known.add(y);
      else if (order.pairs < cap) {
        learn(order.followers, x, y);
        order.pairs++;
      }
    }
    keeper.take(predictions, y);
  }
  return keeper;
}

/** LZ78Y as it is defined; the twin of both kernels. */
export function plainLz78y(symbols: Uint8Array, depth: number, cap: number): Tally {
  const keeper = new TallyKeeper(1);
  const dictionary = new Map<string, Followers>();
  for (let j = 1; j <= depth; j++) learn(dictionary, prefix(symbols, depth, j), symbols[depth]!);
  for (let i = depth + 1; i < symbols.length; i++) {
    const y = symbols[i]!;
    let best: readonly [symbol: number, count: number] = [-1, 0];
    for (let j = depth; j >= 1; j--) {
      const x = prefix(symbols, i, j);
      const known = dictionary.get(x);
      if (known !== undefined) {
        if (known.best[1] > best[1]) best = known.best;
        known.add(y);
      } else if (dictionary.size < cap) learn(dictionary, x, y);
    }
    keeper.count(best[0] === y);
  }
  return keeper;
}

function learn(followers: Map<string, Followers>, x: string, y: number): void {
  let known = followers.get(x);
  if (known === undefined) followers.set(x, (known = new Followers()));
  known.add(y);
}
