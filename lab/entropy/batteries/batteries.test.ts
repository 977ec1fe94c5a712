import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { unpackLsbFirst } from '../bit-order.js';
import { estimateMinEntropy } from '../sp800-90b/index.js';
import { BATTERIES, type BatteryName, type BatteryRequest, type BatteryResult } from './batteries.js';
import { summariseBits } from './bit-summary.js';
import { startBattery } from './start-battery.js';
import { pVerdict } from './verdict.js';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'spindrift-batteries-'))));
afterEach(() => rm(folder, { recursive: true }));

function fair(bytes: number): Uint8Array {
  const random = RandomStream.from(11, 'batteries');
  return Uint8Array.from({ length: bytes }, () => random.nextU32() >>> 24);
}

async function assess<B extends BatteryName>(
  battery: B,
  bytes: Uint8Array,
  more: Partial<BatteryRequest> = {},
): Promise<Extract<BatteryResult, { battery: B }>> {
  const path = join(folder, 'bits.bin');
  await writeFile(path, bytes);
  return (await startBattery({ battery, path, ...more })) as Extract<BatteryResult, { battery: B }>;
}

describe('a battery over a file', () => {
  it('estimates min-entropy of its bits in the order of the board', async () => {
    const bytes = fair(2000);
    const { found, summary, sha256 } = await assess('non-iid', bytes);
    const { minEntropy, estimators } = estimateMinEntropy(unpackLsbFirst(bytes), 1);
    expect(found).toMatchObject({ minEntropy, estimators, samples: 16_000 });
    expect(summary).toMatchObject({ minEntropy, verdict: null });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives nothing to a single value', async () => {
    expect((await assess('non-iid', new Uint8Array(500))).summary).toMatchObject({ verdict: 'FAIL', minEntropy: 0 });
  });

  it('runs the fifteen tests and says which value each p-value is made of', async () => {
    const { found, summary } = await assess('sts', fair(12_500));
    expect(found).toMatchObject({ length: 100_000, streams: 1, alpha: 0.01 });
    const frequency = found.rows.find(({ test }) => test === 'frequency')!;
    expect(frequency).toMatchObject({ statistic: { name: 'S' }, verdict: 'PASS', part: '' });
    expect(found.rows.filter(({ test }) => test === 'nonOverlapping')).toHaveLength(148);
    expect(found.rows.find(({ test }) => test === 'universal')).toMatchObject({ p: null, verdict: null });
    expect(found.rows.find(({ test }) => test === 'serial')).toMatchObject({ parameters: { m: 16 }, part: '1' });
    expect(found.histogram.reduce((a, b) => a + b)).toBe(found.overall.run);
    expect(summary.verdict).not.toBe('FAIL');
  });

  it('fails bits that are hopeless', async () => {
    const { summary, found } = await assess('sts', new Uint8Array(2000).fill(0x55), { tests: ['frequency', 'runs'] });
    expect(found.rows.find(({ test }) => test === 'runs')?.verdict).toBe('FAIL');
    expect(summary.verdict).toBe('FAIL');
  });

  it('judges many streams by proportion and uniformity', async () => {
    const { found } = await assess('sts', fair(12_500), { streams: 100, tests: ['frequency'] });
    expect(found.secondLevel).toMatchObject([{ test: 'frequency', streams: 100, verdict: 'PASS' }]);
    expect(found.overall.run).toBe(100);
  });

  it('tells alarms of the health tests with their place', async () => {
    const bytes = fair(4000);
    bytes.fill(0xff, 1000, 1100);
    const { found, summary } = await assess('health', bytes, { minEntropy: 0.8 });
    const repetition = found.tests.find(({ test }) => test === 'repetitionCount')!;
    expect(repetition.failures).toBeGreaterThan(0);
    expect(repetition.firstFailure! / 8).toBeGreaterThan(1000);
    expect(repetition.firstFailure! / 8).toBeLessThan(1100);
    expect(summary.verdict).toBe('FAIL');
    expect((await assess('health', fair(4000))).summary).toMatchObject({ verdict: 'PASS', text: 'no alarm' });
  });

  it('counts bytes, blocks and shuffles', async () => {
    const bytes = fair(6000);
    expect((await assess('ent', bytes)).found).toMatchObject({ mode: 'byte', samples: 6000 });
    expect((await assess('fips', bytes)).found).toMatchObject({ blocks: 2, failed: 0 });
    const { found, summary } = await assess('iid', fair(250), { rounds: 20 });
    expect(found).toMatchObject({ valid: false, permutation: { rounds: 20 } });
    expect(summary.text).toContain('too few samples to be valid');
  });

  it('refuses restart data of another size', async () => {
    await expect(assess('restart', fair(100))).rejects.toThrow(/holds 800 bits; a restart test takes 1000000/);
  });

  it('carries the mark of bits that are no entropy', async () => {
    const record = { format: 'spindrift-bits', notEntropy: true, board: { serial: 'S-1', kind: 'simulated' } };
    await writeFile(join(folder, 'bits.bin.json'), JSON.stringify(record));
    expect((await assess('bits', fair(100))).origin).toMatchObject({
      notEntropy: true,
      mark: 'PSEUDO-RANDOM: NOT ENTROPY',
      otherBytes: true,
    });
  });

  it('tells how far it is, and stops at the signal', async () => {
    const seen: number[] = [];
    const path = join(folder, 'bits.bin');
    await writeFile(path, fair(2000));
    await startBattery(
      { battery: 'sts', path, tests: ['frequency', 'runs'] },
      { onProgress: (done) => seen.push(done) },
    );
    expect(seen.at(-1)).toBe(2);
    const stop = new AbortController();
    const going = startBattery({ battery: 'iid', path }, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(going).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each(BATTERIES)('%s refuses a file that is not there', async (battery) => {
    await expect(startBattery({ battery, path: join(folder, 'none') })).rejects.toThrow(/does not exist/);
  });
});

describe('what bits look like', () => {
  it('counts exactly', () => {
    // 1111 0000 0100 1000, first bit lowest.
    const { bits, ones, runs, bytes } = summariseBits(Uint8Array.of(0x0f, 0x12));
    expect([bits, ones]).toEqual([16, 6]);
    expect(runs.map((run) => [run.length, run.zeros, run.ones])).toEqual([
      [1, 0, 2],
      [2, 1, 0],
      [3, 1, 0],
      [4, 0, 1],
      [5, 1, 0],
    ]);
    expect(bytes.counts[0x0f]).toBe(1);
  });

  it('has as many runs of fair bits as are to be expected', () => {
    const { runs, outside, autocorrelation, band, share, stretches } = summariseBits(fair(50_000));
    // A count of mean m has a deviation of √m at most; ten lengths, six deviations.
    for (const { length, ones, zeros, expected } of runs.slice(0, 10))
      for (const count of [ones, zeros])
        expect(Math.abs(count - expected), `length ${length}`).toBeLessThan(6 * Math.sqrt(expected));
    expect(outside).toBe(autocorrelation.filter((r) => Math.abs(r) > band).length);
    expect(outside).toBeLessThan(20);
    expect(stretches.reduce((sum, part) => sum + part) / stretches.length).toBeCloseTo(share, 3);
  });
});

it('calls a low p-value a matter for review, and a hopeless one a failure', () => {
  expect([0.5, 0.01, 0.0099, 1e-6, 9e-7].map((p) => pVerdict(p, 0.01))).toEqual([
    'PASS',
    'PASS',
    'REVIEW',
    'REVIEW',
    'FAIL',
  ]);
});
