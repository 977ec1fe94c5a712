import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { packMsbFirst } from '../../../lab/entropy/bit-order.js';
import { estimateMinEntropy } from '../../../lab/entropy/sp800-90b/index.js';
import { runCli } from '../../run-cli.js';
import { FakeWorld } from '../../testing/fake-world.js';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'spindrift-assess-'))));
afterEach(() => rm(folder, { recursive: true }));

async function call(
  name: string,
  bytes: Uint8Array,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string; json: Record<string, unknown> }> {
  await writeFile(join(folder, name), bytes);
  const world = new FakeWorld();
  const code = await runCli(['assess', 'non-iid', join(folder, name), ...argv], world);
  const { stdout, stderr } = world;
  const json = argv.includes('--json') ? (JSON.parse(stdout.text) as Record<string, unknown>) : {};
  return { code, out: stdout.text, err: stderr.text, json };
}

const uniform = (length: number, bits: number): Uint8Array => {
  const random = RandomStream.from(1, 'non-iid command');
  return Uint8Array.from({ length }, () => random.nextU32() >>> (32 - bits));
};

it('prints the assessment of samples, with the hash of their file', async () => {
  const samples = uniform(9000, 4);
  const { code, json } = await call('samples', samples, '--bits', '4', '--json');
  expect(code).toBe(0);
  const { minEntropy, estimators, bitstring, hOriginal, hBitstring } = estimateMinEntropy(samples, 4);
  expect(json).toMatchObject({
    samples: 9000,
    bitsPerSample: 4,
    minEntropy,
    estimators,
    bitstring,
    hOriginal,
    hBitstring,
  });
  expect(json).toMatchObject({
    sha256: createHash('sha256').update(samples).digest('hex'),
    file: join(folder, 'samples'),
  });
  expect(json).not.toHaveProperty('board');
  expect((await call('samples', samples, '--bits', '4', '--submitter', '1.5', '--json')).json['minEntropy']).toBe(1.5);
});

it('shows a table with the estimator that is the least, and what fair bits come to', async () => {
  const { out } = await call('bits', uniform(20_000, 1), '--bits', '1');
  const [, marked] = /6\.3\.\d+ +(0\.\d{6}) +<- least/.exec(out)!;
  expect(out).toMatch(new RegExp(`^least +${marked}$`, 'm'));
  expect(out).toContain('fair coin flips assess to 0.83 to 0.88');
  expect(out).toContain('SP 800-90B-style');
});

it('assesses output of a conditioning function by its bit string', async () => {
  const { json } = await call('samples', uniform(2000, 8), '--bits', '8', '--conditioned', '--json');
  expect(json['hPrime']).toBe(json['hBitstring']);
  expect(json['hOriginal']).toBeNull();
});

it('unpacks bits in either order, and marks those of a stand-in', async () => {
  const bits = uniform(16_000, 1);
  const wanted = estimateMinEntropy(bits, 1).minEntropy;
  const msb = packMsbFirst(bits);
  expect((await call('msb', msb, '--bits', '1', '--packed', 'msb', '--json')).json['minEntropy']).toBe(wanted);
  const reverse = (byte: number): number =>
    Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2);
  const lsb = msb.map(reverse);
  const record = {
    format: 'spindrift-bits',
    notEntropy: true,
    sha256: createHash('sha256').update(lsb).digest('hex'),
    board: { serial: 'SIM-7', kind: 'simulated', uri: 'sim:typical' },
  };
  await writeFile(join(folder, 'lsb.json'), JSON.stringify(record));
  const { json, err } = await call('lsb', lsb, '--bits', '1', '--packed', 'lsb', '--json');
  expect(json).toMatchObject({
    minEntropy: wanted,
    board: { serial: 'SIM-7', kind: 'simulated' },
    notEntropy: true,
    mark: 'PSEUDO-RANDOM: NOT ENTROPY',
    otherBytes: false,
  });
  expect(err).toContain('NOT ENTROPY (the bits of board SIM-7, simulated)');
  expect((await call('lsb', lsb, '--bits', '1')).err).toContain('add --packed lsb');
  expect((await call('lsb', lsb.subarray(1), '--bits', '1', '--packed', 'lsb')).err).toContain('of other bytes');
});

it('calls samples that are too wide and flags that do not fit exit code 2', async () => {
  const wide = await call('samples', Uint8Array.of(1, 2, 9), '--bits', '3');
  expect(wide).toMatchObject({ code: 2 });
  expect(wide.err).toContain('is 9, wider than --bits 3');
  expect((await call('samples', Uint8Array.of(1, 2), '--bits', '3', '--packed', 'lsb')).code).toBe(2);
  expect((await call('samples', Uint8Array.of(1, 2), '--bits', '3', '--submitter', '4')).code).toBe(2);
  expect((await call('samples', Uint8Array.of(1), '--bits', '3')).code).toBe(2);
  expect((await call('samples', new Uint8Array(0), '--bits', '3')).code).toBe(6);
});

it('awards nothing to a single value, and says so by its exit code', async () => {
  const { code, json, err } = await call('stuck', new Uint8Array(5000), '--bits', '1', '--json');
  expect([code, json['minEntropy']]).toEqual([5, 0]);
  expect(err).toContain('no entropy is awarded');
});

it('draws the estimates', async () => {
  const plot = join(folder, 'estimates.svg');
  await call('samples', uniform(5000, 2), '--bits', '2', '--plot', plot);
  expect(await readFile(plot, 'utf8')).toContain('Estimates of min-entropy');
});
