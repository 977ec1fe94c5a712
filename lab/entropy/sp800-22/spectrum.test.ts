import { expect, it } from 'vitest';
import { bitsFromSamples } from './bit-sequence.js';
import { KernelCounts } from './kernel-counts.js';
import { PlainCounts } from './plain-counts.js';
import { seededSamples } from './testing/seeded-bits.js';

/** The sum that defines the lines. */
function squaredLines(of: Uint8Array): number[] {
  return Array.from({ length: Math.floor(of.length / 2) }, (_, j) => {
    let [re, im] = [0, 0];
    of.forEach((bit, k) => {
      const angle = (2 * Math.PI * ((j * k) % of.length)) / of.length;
      re += (2 * bit - 1) * Math.cos(angle);
      im -= (2 * bit - 1) * Math.sin(angle);
    });
    return re * re + im * im;
  });
}

it.each([2, 3, 5, 10, 16, 60, 97, 98, 100, 225, 250, 254, 333, 1458])(
  'counts the lines of %d bits below any limit',
  (n) => {
    const samples = seededSamples(n, n);
    const lines = squaredLines(samples).sort((a, b) => a - b);
    const counts = [new KernelCounts(bitsFromSamples(samples)), new PlainCounts(bitsFromSamples(samples))];
    // Between two lines that differ, and beyond both ends.
    const between = lines.flatMap((line, i) => (lines[i + 1]! - line > 1e-9 ? [(line + lines[i + 1]!) / 2] : []));
    const each = Math.ceil(between.length / 20);
    for (const limit of [-1, ...between.filter((_, i) => i % each === 0), 1e9])
      for (const counted of counts) expect(counted.linesBelow(limit)).toBe(lines.filter((line) => line < limit).length);
  },
);
