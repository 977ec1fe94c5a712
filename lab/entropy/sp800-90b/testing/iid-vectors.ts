import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PermutationStatistic } from '../iid/statistics.js';
import { FAST_DATA_SETS, LONG_DATA_SETS, samplesOf } from './data-sets.js';

/** What NIST's tool printed of a χ² test. */
interface ReferenceChiSquare {
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/** What NIST's tool says of a data set; it gives up before the LRS test where samples repeat for very long. */
export interface IidVector {
  readonly name: string;
  readonly sha256: string;
  readonly independence: ReferenceChiSquare;
  readonly goodnessOfFit: ReferenceChiSquare;
  readonly lrs: { readonly pcol?: number; readonly w?: number; readonly p?: number };
  readonly statistics: Partial<Record<PermutationStatistic, number>>;
}

/** The vectors with their samples, made again from the seed. @throws Error for samples that are not those that the tool saw */
export function iidVectors(length: 'fast' | 'long'): { vector: IidVector; samples: Uint8Array<ArrayBuffer> }[] {
  const path = new URL(`../../../../test/vectors/sp800-90b/iid-${length}.json`, import.meta.url);
  const vectors = JSON.parse(readFileSync(path, 'utf8')) as IidVector[];
  return (length === 'fast' ? FAST_DATA_SETS : LONG_DATA_SETS).map((set) => {
    const vector = vectors.find(({ name }) => name === set.name);
    const samples = samplesOf(set);
    if (vector?.sha256 !== createHash('sha256').update(samples).digest('hex'))
      throw new Error(`no vector for the samples of ${set.name}`);
    return { vector, samples };
  });
}
