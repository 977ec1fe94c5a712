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
    'johnny-five-lamp-and-thermometer': (output) => {
      expect(output).toBe('31.5 degrees: the relay is closed\n');
    },
    'johnny-five-mtj-array': (output) => {
      const widths = [...output.matchAll(/^(\d+) ns: ([\d.]+) \[.*of 2048 pulses switched$/gm)];
      expect(widths.map(([, width]) => Number(width))).toEqual([1, 4, 30]);
      // Precession turns most cells over in half a period; long pulses leave either state equally likely.
      expect(Number(widths[0]![2])).toBeGreaterThan(0.9);
      expect(Math.abs(Number(widths[2]![2]) - 0.5)).toBeLessThan(0.1);
      expect(output).toMatch(/codes 3\d, 0 for exact products 2, 0/);
    },
    'johnny-five-power': (output) => {
      // A third of an ampere in 1.5 ohm.
      expect(output).toBe(
        ['COIL: 0.0 mW at 12.0 V for 0 mT (modelled)', 'COIL: 166.7 mW at 12.0 V for 10 mT (modelled)', ''].join('\n'),
      );
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
