import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const run = async (name: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [folder(`../../dist/examples/${name}.js`)]);
  return stdout;
};

describe('examples', () => {
  /** What each example prints on the simulated board that it opens by itself. */
  const expected: Record<string, (output: string) => void> = {
    multiply: (output) => {
      const [, first, second] = /codes (-?\d+), (-?\d+) for exact products 2, 0; 0 cells failed/.exec(output) ?? [];
      // An ideal board reads about 17 codes a unit; a product of 0 reads as 0.
      expect(Number(first)).toBeGreaterThan(30);
      expect(Number(first)).toBeLessThan(40);
      expect(Number(second)).toBe(0);
    },
    'random-bits': (output) => {
      const [, ones] = /^(\d+) ones in 100000 bits of .* \(pseudo-random: not entropy\)$/m.exec(output) ?? [];
      // Fair bits leave this band, six standard deviations wide on either side, less than once in 10^8 seeds; the seed is fixed.
      expect(Math.abs(Number(ones) - 50_000)).toBeLessThan(950);
    },
  };

  it('are all tested here', () => {
    const names = readdirSync(folder('../../examples')).filter((name) => name.endsWith('.ts'));
    expect(names.map((name) => name.replace('.ts', '')).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(expected))('%s', async (name) => {
    expected[name]?.(await run(name));
  });
});
