import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../base/index.js';
import { assessRestart, RESTART_ROW_ALPHA, restartCutoff } from './index.js';
import { probabilityAtMost } from './restart-cutoff.js';
import { largestCount, restartSets } from './restart-sets.js';

describe('the cutoff of the sanity check', () => {
  // Evaluated literally, with factorials, in 40-digit arithmetic (mpmath 1.3).
  it.each([
    [20, 1.5, 40, 0.9593280250692213],
    [14, 1.0, 20, 0.9586105346679688],
    [9, 3.2, 30, 0.9919964449476144],
    [6, 5.2, 40, 0.9966255913029993],
    [30, 0.3, 40, 0.2057543889720348],
    [5, 8, 60, 0.9999619973342632],
    [25, 1.7, 60, 0.9190176814273293],
  ])('none above %d at H = %d among %d samples: %d', (count, minEntropy, samples, expected) => {
    expect(Math.abs(probabilityAtMost(count, minEntropy, samples) - expected)).toBeLessThan(1e-11);
  });

  it('is the smallest count that is exceeded with probability α at most', () => {
    for (const minEntropy of [0.02, 0.3, 0.5, 1, 1.585, 2.2, 4, 6.5, 8]) {
      const cutoff = restartCutoff(minEntropy);
      expect(probabilityAtMost(cutoff, minEntropy)).toBeGreaterThanOrEqual(1 - RESTART_ROW_ALPHA);
      expect(probabilityAtMost(cutoff - 1, minEntropy)).toBeLessThan(1 - RESTART_ROW_ALPHA);
    }
  });

  // A wrong cutoff by five or more would be seen; false alarm of this test 1e-3 (four standard errors).
  it('agrees with a simulation of the worst distribution', () => {
    const [minEntropy, count, rounds] = [2.5, 210, 20_000];
    const p = 2 ** -minEntropy;
    const random = RandomStream.from(1, 'restart cutoff');
    let fine = 0;
    for (let round = 0; round < rounds; round++) {
      const counts = new Uint32Array(Math.ceil(1 / p));
      for (let i = 0; i < 1000; i++) {
        const symbol = Math.floor(random.uniform() / p);
        counts[symbol] = counts[symbol]! + 1;
      }
      if (counts.every((seen) => seen <= count)) fine++;
    }
    const expected = probabilityAtMost(count, minEntropy);
    const error = Math.sqrt((expected * (1 - expected)) / rounds);
    expect(expected).toBeGreaterThan(0.5);
    expect(Math.abs(fine / rounds - expected)).toBeLessThan(4 * error);
  });

  it('knows α of a row, and its limits', () => {
    expect(RESTART_ROW_ALPHA).toBeCloseTo(5.0251553006530614e-6, 16);
    expect(() => restartCutoff(0)).toThrow(RangeError);
    expect(() => restartCutoff(8.5)).toThrow('minEntropy must be');
  });
});

describe('restart data', () => {
  const samples = Uint8Array.from({ length: 1e6 }, (_, i) => (i * 7 + (i >> 8)) & 0xff);

  it('are read by rows and by columns', () => {
    const { rows, columns } = restartSets(samples);
    expect(Buffer.compare(rows, samples)).toBe(0);
    for (const [row, column] of [
      [0, 999],
      [17, 3],
      [998, 500],
    ] as const)
      expect(columns[column * 1000 + row]).toBe(samples[row * 1000 + column]);
  });

  it('tell where a symbol is commonest', () => {
    const flat = Uint8Array.from({ length: 1e6 }, (_, i) => (i % 1000) % 200);
    for (let i = 0; i < 30; i++) flat[123 * 1000 + 3 * i] = 250;
    expect(largestCount(restartSets(flat))).toMatchObject({ in: 'column', count: 1000 });
    const shifted = flat.map((value, i) => (value === 250 ? 250 : ((i % 1000) + Math.floor(i / 1000)) % 200));
    expect(largestCount(restartSets(shifted))).toEqual({ in: 'row', index: 123, symbol: 250, count: 30 });
  });

  it('that never change pass nothing', async () => {
    const found = await assessRestart(new Uint8Array(1e6), 1, 0.5);
    expect(found).toMatchObject({ passed: false, hRow: 0, hColumn: 0, minEntropy: 0, sanity: { xMax: 1000 } });
  });

  it('of another size, or an assessment above the width, are refused', async () => {
    await expect(assessRestart(new Uint8Array(1000), 1, 0.5)).rejects.toThrow('samples.length must be');
    await expect(assessRestart(samples, 2, 2.5)).rejects.toThrow('hInitial must be');
    await expect(assessRestart(samples, 2, 1)).rejects.toThrow('samples[');
  });
});
