import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { unpackMsbFirst } from '../../../lab/entropy/bit-order.js';
import { runCli } from '../../run-cli.js';
import { FakeWorld } from '../../testing/fake-world.js';

let root: string;
const path = (name: string): string => join(root, name);
const mirrored = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte) => parseInt(Array.from(byte.toString(2).padStart(8, '0')).reverse().join(''), 2));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-bit-tests-'));
  const stream = RandomStream.from(1, 'bit tests');
  const bytes = Uint8Array.from({ length: 12_504 }, () => stream.integer(256));
  const bits = unpackMsbFirst(bytes);
  await writeFile(path('bits.bin'), bytes);
  await writeFile(path('bits.lsb'), mirrored(bytes));
  await writeFile(path('bits.txt'), bits.join('').replace(/(.{25})/g, '$1\n'));
  await writeFile(path('bits.one'), bits);
  await writeFile(path('short.txt'), '000000001'.repeat(100));
  await writeFile(path('short.bin'), bytes.subarray(0, 12));
  await writeFile(path('board.bin'), mirrored(bytes));
  await writeFile(
    path('board.bin.json'),
    JSON.stringify({
      format: 'spindrift-bits',
      notEntropy: true,
      board: { kind: 'simulated', serial: 'S-1' },
      sha256: '',
    }),
  );
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const world = new FakeWorld();
  const code = await runCli(['assess', ...argv], world);
  return { code, out: world.stdout.text, err: world.stderr.text };
}

async function json(...argv: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await call(...argv, '--json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
}

describe('spindrift assess sts', () => {
  it('has the keys of the contract, and null where a test does not apply', async () => {
    const found = await json('sts', path('bits.bin'));
    expect(Object.keys(found['tests'] as object)).toEqual(
      'frequency blockFrequency cusumForward cusumReverse runs longestRun rank dft nonOverlapping overlapping universal approximateEntropy randomExcursions randomExcursionsVariant serial linearComplexity'.split(
        ' ',
      ),
    );
    expect(found).toMatchObject({
      length: 100_032,
      tests: { universal: null },
      reasons: { universal: 'needs 387840 bits, got 100032' },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const { nonOverlapping, serial } = found['tests'] as { nonOverlapping: Record<string, number>; serial: number[] };
    expect(Object.keys(nonOverlapping).length).toBe(148);
    expect(nonOverlapping['000000001']).toBeGreaterThan(0);
    expect(serial.length).toBe(2);
  });

  it('reads the same bits from every format', async () => {
    const { tests } = await json('sts', path('bits.bin'));
    expect((await json('sts', path('bits.txt'), '--format', 'ascii'))['tests']).toEqual(tests);
    expect((await json('sts', path('bits.one'), '--format', 'bits'))['tests']).toEqual(tests);
    expect((await json('sts', path('bits.lsb'), '--bit-order', 'lsb'))['tests']).toEqual(tests);
    expect((await json('sts', path('board.bin')))['tests']).not.toEqual(tests);
  });

  it('says what the record beside the file says of its bits and their order', async () => {
    const { err, out } = await call('sts', path('board.bin'), '--json');
    expect(err).toMatch(/PSEUDO-RANDOM: NOT ENTROPY \(the bits of board S-1, simulated\)/);
    expect(err).toMatch(/the record beside .* is of other bytes/);
    expect(err).toMatch(/--bit-order lsb reads it in the order of the board/);
    expect(JSON.parse(out)).toMatchObject({ notEntropy: true, board: { serial: 'S-1' } });
    expect((await call('sts', path('board.bin'), '--bit-order', 'lsb')).err).not.toMatch(/--bit-order/);
    expect((await call('sts', path('bits.txt'))).err).toMatch(/looks like digits .* --format ascii/);
  });

  it('takes a length, streams, parameters and single tests', async () => {
    expect(await json('sts', path('bits.bin'), '--length', '5000', '--tests', 'frequency, runs')).toMatchObject({
      length: 5000,
      pValues: { run: 2, expectedBelow: 0.02 },
      tests: { rank: null },
    });
    const many = await json('sts', path('bits.bin'), '--streams', '100', '--tests', 'runs,serial', '--serial', '3');
    expect(many).toMatchObject({ length: 1000, parameters: { serialBits: 3 }, pValues: { run: 300 } });
    expect((many['streams'] as unknown[]).length).toBe(100);
    expect(many['secondLevel']).toMatchObject([
      { test: 'runs', streams: 100, proportionPassed: true },
      { part: '1' },
      { part: '2' },
    ]);
    expect(await json('sts', path('bits.bin'), '--exact')).toMatchObject({ parameters: { constants: 'exact' } });
  });

  it('tells people what was tested and what it does not prove', async () => {
    const { out } = await call('sts', path('bits.bin'));
    expect(out).toMatch(/^frequency +0\.\d{6} {2}PASS$/m);
    expect(out).toMatch(/^universal +- {2}not applicable {2}needs 387840 bits/m);
    expect(out).toMatch(/p-values are below 0\.01; of fair bits about \d\.\d would be/);
    expect(out).toMatch(/passing says nothing about a source behind conditioning/);
    const many = await call('sts', path('bits.bin'), '--streams', '10', '--tests', 'frequency');
    expect(many.out).toMatch(/^frequency +\d+\/10 {2}too few streams/m);
    expect(many.out).toMatch(/from 55 streams on/);
    const short = await call('sts', path('bits.bin'), '--streams', '30', '--tests', 'approximateEntropy,universal');
    expect(short.out).toMatch(/^note: approximate entropy: .*⌊log₂n⌋ − 5 bits at most/m);
    expect(short.out).toMatch(/^note: universal: needs 387840 bits/m);
  });

  it('draws the p-values', async () => {
    expect((await call('sts', path('bits.bin'), '--plot', path('p.svg'))).code).toBe(0);
    expect(await readFile(path('p.svg'), 'utf8')).toMatch(/p-values of SP 800-22/);
  });

  it('writes a warning apart from what stands before it, and test names in words', async () => {
    const { out } = await call('sts', path('short.txt'), '--format', 'ascii', '--plot', path('short.svg'));
    expect(out).toMatch(/\d+ low +of 148, .*[^ ] \(a template is expected/);
    const svg = await readFile(path('short.svg'), 'utf8');
    expect(svg).toContain('2 frequency in blocks');
    expect(svg).not.toMatch(/blockFrequency|longestRun/);
  });

  const mistakes: [what: string, argv: () => string[], code: number, line: RegExp][] = [
    ['a file that is not there', () => [path('none')], 6, /none: it does not exist/],
    [
      'text that holds no digits',
      () => [path('bits.bin'), '--format', 'ascii'],
      2,
      /is not of --format ascii: text\[\d+\]/,
    ],
    ['too few bits', () => [path('short.bin')], 2, /gives streams of 96 bits; the tests need 100/],
    [
      'more bits than there are',
      () => [path('bits.bin'), '--length', '100033'],
      2,
      /holds 100032 bits, fewer than 100033/,
    ],
    [
      'an order of digits',
      () => [path('bits.txt'), '--format', 'ascii', '--bit-order', 'lsb'],
      2,
      /--bit-order is for packed bytes/,
    ],
    ['an unknown test', () => [path('bits.bin'), '--tests', 'runs,poker'], 2, /'poker' is none\. Allowed: frequency/],
    ['a pattern that is too long', () => [path('bits.bin'), '--serial', '30'], 2, /from 2 to 24/],
  ];
  it.each(mistakes)('refuses %s', async (_, argv, code, line) => {
    const answer = await call('sts', ...argv());
    expect(answer.code).toBe(code);
    expect(answer.err).toMatch(line);
  });
});

describe('spindrift assess fips and ent', () => {
  it('count blocks', async () => {
    expect(await json('fips', path('bits.bin'))).toMatchObject({
      blocks: 5,
      passed: 5,
      failed: 0,
      firstFailure: null,
      unusedBytes: 0,
    });
    expect((await call('fips', path('bits.bin'))).out).toMatch(/blocks: +5 of 20,000 bits/);
    expect((await call('fips', path('short.bin'))).code).toBe(2);
  });

  it('keep the mark of bits of a simulated board, and do not name flags that they lack', async () => {
    for (const command of ['fips', 'ent']) {
      const { out } = await call(command, path('board.bin'));
      expect(out).toMatch(/board: +S-1, simulated: PSEUDO-RANDOM: NOT ENTROPY/);
      const { err } = await call(command, path('bits.txt'));
      expect(err).toMatch(/looks like digits 0 and 1; it is read as packed bytes$/m);
      expect(err).not.toMatch(/--format/);
    }
  });

  it('give a reason for each figure of ENT that is null', async () => {
    await writeFile(path('two.bin'), Uint8Array.of(7, 7));
    expect(await json('ent', path('two.bin'))).toMatchObject({
      monteCarloPi: null,
      serialCorrelation: null,
      reasons: { monteCarloPi: 'needs six bytes', serialCorrelation: 'none: all bytes are equal' },
    });
    expect(await json('ent', path('bits.bin'))).toMatchObject({ reasons: {} });
  });

  it('give statistics of bytes and bits, in either order', async () => {
    expect(await json('ent', path('bits.bin'))).toMatchObject({ mode: 'byte', samples: 12_504, degrees: 255 });
    const bits = await json('ent', path('bits.bin'), '--bits');
    expect(bits).toMatchObject({ mode: 'bit', samples: 100_032 });
    expect((await json('ent', path('bits.lsb'), '--bits', '--bit-order', 'lsb'))['serialCorrelation']).toBe(
      bits['serialCorrelation'],
    );
    expect((await call('ent', path('bits.bin'))).out).toMatch(/Shannon entropy: +7\.98\d+ bit a byte/);
  });
});
