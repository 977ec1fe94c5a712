import type { TupleCounts } from '../kernels/tuple-kernel.js';

/** Counts repeated tuples length by length, as they are defined; the twin of the kernels, for short sequences. */
export function plainTuples(symbols: Uint8Array): TupleCounts {
  const text = String.fromCharCode(...symbols);
  const most = [0];
  const pairs = [0];
  for (let i = 1; i < text.length; i++) {
    const counts = new Map<string, number>();
    for (let at = 0; at + i <= text.length; at++) {
      const tuple = text.slice(at, at + i);
      counts.set(tuple, (counts.get(tuple) ?? 0) + 1);
    }
    const commonest = Math.max(...counts.values());
    if (commonest < 2) break;
    most.push(commonest);
    pairs.push([...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0));
  }
  return { longest: most.length - 1, most: Uint32Array.from(most), pairs: Float64Array.from(pairs) };
}
