import type { Tally } from '../kernels/predictor-kernel.js';
import { TallyKeeper } from './tally-keeper.js';

/** MultiMCW as it is defined; the twin of the kernel. */
export function plainMostCommonInWindow(symbols: Uint8Array, windows: readonly number[]): Tally {
  const keeper = new TallyKeeper(windows.length);
  for (let i = windows[0]!; i < symbols.length; i++)
    keeper.take(
      windows.map((size) => (i < size ? null : mostCommon(symbols.subarray(i - size, i)))),
      symbols[i]!,
    );
  return keeper;
}

/** The most common symbol; of several the one seen last. */
function mostCommon(window: Uint8Array): number {
  const counts = new Uint32Array(256);
  let most = 0;
  for (const symbol of window) most = Math.max(most, (counts[symbol] = counts[symbol]! + 1));
  return window[window.findLastIndex((symbol) => counts[symbol] === most)]!;
}
