import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { estimateMinEntropy } from '../assess-non-iid.js';
import type { SequenceName } from '../assessment.js';
import { ESTIMATORS, type EstimatorId } from '../estimators.js';
import { type DataSet, samplesOf } from './data-sets.js';

/** What NIST's tool says of a data set; test/vectors/sp800-90b/README.md tells how it was asked. */
type ReferenceVector = Readonly<
  Pick<DataSet, 'name' | 'bits' | 'length' | 'seed'> & {
    sha256: string;
    hOriginal: number;
    hBitstring?: number;
    hConditioned: number;
    assessed: number;
  } & Partial<Record<SequenceName, Partial<Record<EstimatorId, Readonly<Record<string, number>>>>>>
>;

/** NIST's own limit for two implementations. */
const TOLERANCE = 1e-6;
/** Where the root is 1 to the last bit, one search ends beside it: bits. */
const NOTHING = 1e-12;

function expectClose(value: number | null, wanted: number | undefined, what: string): void {
  if (wanted === undefined) expect(value, what).toBeNull();
  else
    expect(Math.abs(value! - wanted), `${what}: ${value} and ${wanted}`).toBeLessThanOrEqual(
      Math.max(TOLERANCE * wanted, NOTHING),
    );
}

/** Tests every estimator of every data set against the reference tool. */
export function testAgainstReference(file: 'fast' | 'long', sets: readonly DataSet[]): void {
  const path = new URL(`../../../../test/vectors/sp800-90b/non-iid-${file}.json`, import.meta.url);
  const vectors = JSON.parse(readFileSync(path, 'utf8')) as readonly ReferenceVector[];
  it('there is a vector for each data set', () => {
    expect(vectors.map(({ name, bits, length, seed }) => ({ name, bits, length, seed }))).toEqual(
      sets.map(({ name, bits, length, seed }) => ({ name, bits, length, seed })),
    );
  });
  for (const [i, vector] of vectors.entries())
    it(`${vector.name}: every figure agrees to 1e-6`, () => {
      const samples = samplesOf(sets[i]!);
      expect(createHash('sha256').update(samples).digest('hex')).toBe(vector.sha256);
      const found = estimateMinEntropy(samples, vector.bits);
      for (const id of ESTIMATORS) {
        expectClose(found.estimators[id], vector.literal?.[id]?.['min entropy'], `literal ${id}`);
        expectClose(found.bitstring?.[id] ?? null, vector.bitstring?.[id]?.['min entropy'], `bit string ${id}`);
      }
      expectClose(found.hOriginal, vector.hOriginal, 'H_original');
      expectClose(found.hBitstring, vector.hBitstring, 'H_bitstring');
      expectClose(found.minEntropy, vector.assessed, 'assessed');
      // With two values in one bit the bit string is what was just assessed.
      if (vector.bits > 1 && file === 'fast')
        expectClose(
          estimateMinEntropy(samples, vector.bits, { conditioned: true }).hBitstring,
          vector.hConditioned,
          'h′',
        );
    });
}
