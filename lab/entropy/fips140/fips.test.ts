import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askProgram, hasProgram } from '../testing/oracle-program.js';
import { BYTE_SETS } from '../testing/seeded-bytes.js';
import { assessFips } from './assess-fips.js';
import { FIPS_BLOCK_BYTES, FIPS_TESTS, fipsBlock } from './block-tests.js';

/** Successes, failures, and failures of each test in the order of {@link FIPS_TESTS}, as rngtest counts them. */
type Counts = readonly number[];

const vectors = JSON.parse(
  readFileSync(new URL('../../../test/vectors/fips140/rngtest.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Counts>>;
const installed = hasProgram('rngtest', 'rng-tools5');

async function ours(bytes: Uint8Array): Promise<Counts> {
  const { passed, failed, failures } = await assessFips(bytes);
  return [passed, failed, ...FIPS_TESTS.map((test) => failures[test])];
}

/**
 * rngtest 5 keeps its place in a run from one block to the next: where a block begins with a 0 behind a 1, its poker test counts a nibble 15 too many.
 * That can only be seen where a block is next to a limit, as those of the counter are; alone they come out right.
 */
const ALONE = 'byte counter';

function theirs(name: string, bytes: Uint8Array): Counts {
  const blocks = (bytes.length - 4) / FIPS_BLOCK_BYTES;
  const parts =
    name === ALONE
      ? Array.from({ length: Math.floor(blocks) }, (_, i) =>
          bytes.subarray(i * FIPS_BLOCK_BYTES, (i + 1) * FIPS_BLOCK_BYTES + 4),
        )
      : [bytes];
  const said = parts.map((part) => [
    ...askProgram('rngtest', [], part).matchAll(/^rngtest: FIPS 140-2[^:]*: (\d+)$/gm),
  ]);
  return said[0]!.map((_, k) => said.reduce((sum, counts) => sum + Number(counts[k]![1]), 0));
}

describe.each(BYTE_SETS)('blocks of "$name" bytes', ({ name, bytes }) => {
  it('fail as rng-tools 5 found', async () => {
    expect(await ours(bytes())).toEqual(vectors[name]);
  });

  it.skipIf(!installed)('fail as rngtest finds now', async () => {
    expect(await ours(bytes())).toEqual(theirs(name, bytes()));
  });
});

describe('a block', () => {
  /** Alternating pairs pass nothing but counts of ones; what is of interest here are single figures. */
  const block = (fill: (i: number) => number): Uint8Array =>
    Uint8Array.from({ length: FIPS_BLOCK_BYTES }, (_, i) => fill(i));

  it('is counted bit by bit', () => {
    const found = fipsBlock(
      block((i) => (i === 0 ? 0b0001_1111 : 0b1111_1111)),
      0,
    );
    expect(found).toMatchObject({ ones: 19_997, longestRun: 19_997 });
    expect(found.runs).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(found.poker).toBe(4999 ** 2 + 1);
    expect(found.failed).toEqual([...FIPS_TESTS]);
  });

  it('is held against the word before it', () => {
    const words = block((i) => (i * 97) & 255);
    const first = words[0]! | (words[1]! << 8) | (words[2]! << 16) | (words[3]! << 24);
    expect(fipsBlock(words, first >>> 0).failed).toContain('continuous');
    expect(fipsBlock(words, 1).failed).not.toContain('continuous');
  });
});

it('needs a word and a block, and can be stopped', async () => {
  await expect(assessFips(new Uint8Array(2503))).rejects.toThrow(RangeError);
  expect(await assessFips(new Uint8Array(2504))).toMatchObject({
    blocks: 1,
    failed: 1,
    firstFailure: 0,
    unusedBytes: 0,
  });
  await expect(assessFips(new Uint8Array(5000), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
    'enough',
  );
});
