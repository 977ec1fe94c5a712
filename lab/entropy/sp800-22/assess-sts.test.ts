import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aperiodicTemplates } from './aperiodic-templates.js';
import { assessSts } from './assess-sts.js';
import { STS_TESTS } from './test-names.js';
import { bitsFromBytes, sliceBits } from './bit-sequence.js';
import { pValues, stsTable } from './p-values.js';
import { PlainCounts } from './plain-counts.js';
import { spectral } from './spectral.js';
import { seededBits } from './testing/seeded-bits.js';

describe('assessSts', () => {
  it('runs 188 tests on a million bits, and counts those below alpha', async () => {
    const told: number[] = [];
    const found = await assessSts(seededBits(2, 1_000_000), { onProgress: (done) => void told.push(done) });
    const [outcomes] = found.streams;
    const all = pValues(outcomes!);
    expect(Object.keys(outcomes!)).toEqual(STS_TESTS);
    expect(all.length).toBe(188);
    expect(found.pValues).toEqual({
      run: 188,
      below: all.filter(({ p }) => p < 0.01).length,
      expectedBelow: 188 * 0.01,
    });
    expect(told.at(-1)).toBe(15);
    const table = stsTable(outcomes!);
    expect(Object.keys(table.nonOverlapping!).length).toBe(148);
    expect(Object.keys(table.randomExcursions!).sort()).toEqual(['-1', '-2', '-3', '-4', '1', '2', '3', '4']);
    expect(Object.keys(table.randomExcursionsVariant!).length).toBe(18);
    for (const { p } of all) expect(p >= 0 && p <= 1).toBe(true);
  });

  it('answers null with a reason where a test does not apply, and never 0 or 1 instead', async () => {
    const { streams, pValues: count } = await assessSts(seededBits(3, 100));
    const [outcomes] = streams;
    const table = stsTable(outcomes!);
    for (const test of [
      'blockFrequency',
      'longestRun',
      'rank',
      'overlapping',
      'universal',
      'randomExcursions',
      'serial',
    ] as const) {
      expect(table[test], test).toBeNull();
      expect(outcomes![test]!.reason, test).toMatch(/\w/);
    }
    for (const test of ['frequency', 'runs', 'dft', 'cusumForward', 'nonOverlapping'] as const)
      expect(table[test], test).not.toBeNull();
    expect(outcomes!.nonOverlapping!.warning).toMatch(/too few/);
    expect(count.run).toBe(pValues(outcomes!).length);
  });

  it('gives every stream what it gets alone, also those that begin inside a byte', async () => {
    const bits = seededBits(4, 3 * 20_001);
    const found = await assessSts(bits, { streams: 3, tests: ['frequency', 'serial', 'dft'], serialBits: 5 });
    expect(found.length).toBe(20_001);
    for (const [stream, outcomes] of found.streams.entries()) {
      const alone = await assessSts(sliceBits(bits, stream * 20_001, 20_001), {
        tests: ['frequency', 'serial', 'dft'],
        serialBits: 5,
      });
      expect(outcomes).toEqual(alone.streams[0]);
    }
  });

  it('refuses a verdict over fewer than 55 streams', async () => {
    const { secondLevel } = await assessSts(seededBits(5, 54_000), { streams: 54, tests: ['frequency'] });
    expect(secondLevel).toMatchObject([
      { test: 'frequency', streams: 54, proportionPassed: null, uniformityPassed: null },
    ]);
  });

  it('finds a bias in the proportion and the uniformity that single streams hardly show', async () => {
    const options = { streams: 100, tests: ['frequency', 'runs'] } as const;
    const fair = await assessSts(seededBits(6, 200_000), options);
    const biased = await assessSts(seededBits(7, 200_000, 0.515), options);
    // A good source fails either verdict with a probability below 1 in 200 (3 σ of a binomial) and 1e-4.
    expect(fair.secondLevel).toMatchObject([
      { proportionPassed: true, uniformityPassed: true },
      { proportionPassed: true, uniformityPassed: true },
    ]);
    expect(biased.secondLevel![0]).toMatchObject({ proportionPassed: false, uniformityPassed: false });
    expect(fair.secondLevel![0]!.expected[0]).toBeCloseTo(0.96015, 5);
  });

  it('stops when it is told to, and says which option is wrong', async () => {
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 2) stop.abort(new Error('enough'));
    };
    await expect(assessSts(seededBits(1, 1000), { signal: stop.signal, onProgress })).rejects.toThrow('enough');
    const bits = bitsFromBytes(new Uint8Array(1000));
    await expect(assessSts(bits, { length: 8001 })).rejects.toThrow(/length must be an integer from 100 to 8000/);
    await expect(assessSts(bits, { streams: 0 })).rejects.toThrow(/streams/);
    await expect(assessSts(bits, { serialBits: 1 })).rejects.toThrow(/serialBits must be an integer from 2 to 24/);
    await expect(assessSts(bits, { tests: ['poker' as 'rank'] })).rejects.toThrow(/tests must be one of "frequency"/);
  });

  it('cannot tell a hashed counter from chance: passing proves nothing about a source', async () => {
    const counter = Uint8Array.from({ length: 125_000 }, (_, i) => i);
    const hashed = Buffer.concat(
      Array.from({ length: 3907 }, (_, i) => createHash('sha256').update(String(i)).digest()),
    ).subarray(0, 125_000);
    const raw = await assessSts(bitsFromBytes(counter));
    const conditioned = await assessSts(bitsFromBytes(hashed));
    expect(raw.pValues.below).toBeGreaterThan(100);
    // Two of 188 are expected; seven or more of independent ones would be seen once in 300 sequences. This one is always the same.
    expect(conditioned.pValues.below).toBeLessThan(7);
    expect(Math.min(...pValues(conditioned.streams[0]!).map(({ p }) => p))).toBeGreaterThan(1e-5);
  });

  it('leaves the spectrum out where there is no memory for it', () => {
    const counts = new PlainCounts(seededBits(8, 1000));
    const starved = Object.assign(Object.create(counts) as PlainCounts, {
      length: counts.length,
      linesBelow: () => {
        throw new RangeError('Array buffer allocation failed');
      },
    });
    expect(spectral(starved)).toMatchObject({ p: null, reason: 'no memory here for the spectrum of 1000 bits' });
    const endless = Object.assign(Object.create(counts) as PlainCounts, { length: 2 ** 30 });
    expect(spectral(endless)).toMatchObject({ p: null, reason: expect.stringContaining('4 GiB') as string });
  });

  it('says of a stuck source what is wrong with it', async () => {
    const { streams } = await assessSts({ bytes: new Uint8Array(125_000), length: 1_000_000 });
    const table = stsTable(streams[0]!);
    expect(table.frequency).toBe(0);
    expect(table.runs).toBe(0);
    expect(table.randomExcursions).toBeNull();
    expect(table.linearComplexity).toBeLessThan(1e-100);
  });
});

it('there are as many aperiodic templates as published, ascending', () => {
  expect([2, 3, 4, 5, 6, 7, 8, 9, 10].map((bits) => aperiodicTemplates(bits).length)).toEqual([
    2, 4, 6, 12, 20, 40, 74, 148, 284,
  ]);
  expect([...aperiodicTemplates(4)]).toEqual([0b0001, 0b0011, 0b0111, 0b1000, 0b1100, 0b1110]);
});
