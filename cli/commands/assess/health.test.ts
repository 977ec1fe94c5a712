import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomBytes } from '../../../lab/entropy/health/testing/streams.js';
import { runCli } from '../../run-cli.js';
import { FakeWorld } from '../../testing/fake-world.js';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'spindrift-health-'))));
afterEach(() => rm(folder, { recursive: true }));

async function call(bytes: Uint8Array, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const path = join(folder, 'samples');
  await writeFile(path, bytes);
  const world = new FakeWorld();
  const code = await runCli(['assess', 'health', path, ...argv], world);
  return { code, out: world.stdout.text, err: world.stderr.text };
}

it('names cutoffs and first failures, and goes on to the end', async () => {
  const samples = randomBytes(1, 5000);
  samples.fill(9, 100, 106);
  samples.fill(7, 4900, 4940);
  const { code, out } = await call(samples, '--bits', '8', '--min-entropy', '8', '--alpha', '2^-30', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    samples: 5000,
    rct: { cutoff: 5, firstFailure: 104, failures: 2, longestRun: 40 },
    // The run of sevens lies in a last window that is not full, and does not begin it.
    apt: { cutoff: 16, window: 512, firstFailure: null },
  });
});

it('runs the other tests over bits too, and says so in a table', async () => {
  const alternating = Uint8Array.from({ length: 40_000 }, (_, i) => i & 1);
  const json = await call(alternating, '--bits', '1', '--min-entropy', '1', '--json');
  expect(JSON.parse(json.out)).toMatchObject({
    rct: { cutoff: 41, firstFailure: null },
    apt: { cutoff: 625, window: 1024, firstFailure: null },
    developerDefined: { transition: { alarms: 2, firstFailure: 16_383 }, replay: { alarms: 0 } },
  });
  const { out } = await call(alternating, '--bits', '1', '--min-entropy', '1');
  expect(out).toMatch(/repetition count +run of 41 +1 +0 +none +2\.55 days/);
  expect(out).toMatch(/transition +2 +at sample 16383/);
  expect(out).toMatch(/lag predictor +\d+ +at sample/);
  expect(out).not.toContain('lagPredictor');
  expect(out).toContain('A test failed');
});

it('names the tests whose window the samples do not fill', async () => {
  const { out } = await call(Uint8Array.of(0, 1, 1, 0), '--bits', '1', '--min-entropy', '1');
  expect(out).toMatch(/too few samples for a window of monobit, transition, lag, lag predictor/);
  const more = await call(randomBytes(3, 2100), '--bits', '1', '--packed', 'lsb', '--min-entropy', '1');
  expect(more.out).toMatch(/too few samples for a window of lag, lag predictor/);
  const enough = await call(randomBytes(3, 16_400), '--bits', '1', '--packed', 'lsb', '--min-entropy', '1');
  expect(enough.out).not.toContain('too few samples');
});

it('keeps the mark of bits of a simulated board, and tells a record of other bytes', async () => {
  const record = {
    format: 'spindrift-bits',
    notEntropy: true,
    board: { kind: 'simulated', serial: 'S-1' },
    sha256: '',
  };
  await writeFile(join(folder, 'samples.json'), JSON.stringify(record));
  const { out, err } = await call(Uint8Array.of(0, 1, 1, 0), '--bits', '1', '--min-entropy', '1');
  expect(out).toContain('board S-1, simulated: PSEUDO-RANDOM: NOT ENTROPY');
  expect(err).toMatch(/the record beside .* is of other bytes/);
});

it('takes packed bits as spindrift entropy writes them', async () => {
  const packed = randomBytes(2, 2000);
  packed.fill(255, 1000, 1006);
  packed[999]! &= 127;
  const { out } = await call(packed, '--bits', '1', '--packed', 'lsb', '--min-entropy', '1', '--json');
  expect(JSON.parse(out)).toMatchObject({ samples: 16_000, rct: { firstFailure: 8040 } });
});

it('calls wrong use exit code 2', async () => {
  const bytes = Uint8Array.of(0, 1, 2);
  for (const [argv, text] of [
    [['--bits', '1', '--min-entropy', '1'], /samples\[2\].*--packed lsb/],
    [['--bits', '2', '--min-entropy', '3'], /no more than 2/],
    [['--bits', '2', '--min-entropy', '1', '--packed', 'lsb'], /for files of bits/],
    [['--bits', '2', '--min-entropy', '1', '--alpha', '3'], /2\^-1 to 2\^-180/],
  ] as const) {
    const { code, err } = await call(bytes, ...argv);
    expect([code, err]).toEqual([2, expect.stringMatching(text)]);
  }
});
