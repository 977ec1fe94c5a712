import type { Tally } from '../kernels/predictor-kernel.js';
import { TallyKeeper } from './tally-keeper.js';

/** Lag as it is defined; the twin of the kernel. */
export function plainLag(symbols: Uint8Array, depth: number): Tally {
  const keeper = new TallyKeeper(depth);
  for (let i = 1; i < symbols.length; i++)
    keeper.take(
      Array.from({ length: depth }, (_, d) => symbols[i - d - 1] ?? null),
      symbols[i]!,
    );
  return keeper;
}
