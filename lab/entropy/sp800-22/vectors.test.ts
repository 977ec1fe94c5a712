import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STS_BATTERY } from './battery.js';
import { STS_TESTS, type StsTestId } from './test-names.js';
import { bitsFromSamples } from './bit-sequence.js';
import { KernelCounts } from './kernel-counts.js';
import { stsParameters } from './options.js';
import { pValues } from './p-values.js';
import { REFERENCE_SETS } from './testing/reference-sets.js';

/** p-values of NIST's program; how they were made is in test/vectors/sp800-22/README.md. */
interface Vector {
  readonly length: number;
  readonly sha256: string;
  readonly p: Readonly<Record<StsTestId, readonly number[]>>;
}

function vectorOf(name: string): Vector {
  const url = new URL(`../../../test/vectors/sp800-22/${name.replaceAll(' ', '-')}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Vector;
}

/** Where NIST's program does not test, it writes zeros; ours has no p-value then. */
const applies = (test: StsTestId, vector: Vector): boolean =>
  !['universal', 'randomExcursions', 'randomExcursionsVariant'].includes(test) || vector.p[test].some((p) => p !== 0);

/** Where p-values are compared to fewer digits: the program's table of visits has ten decimals. */
const TOLERANCE: Partial<Record<StsTestId, number>> = { randomExcursions: 1e-8 };

describe.each(REFERENCE_SETS)('NIST’s program and ours on "$name"', ({ name, samples }) => {
  const vector = vectorOf(name);
  const bits = samples();
  const counts = new KernelCounts(bitsFromSamples(bits));

  it('were given the same bits', () => {
    expect(bits.length).toBe(vector.length);
    expect(createHash('sha256').update(bits.join('')).digest('hex')).toBe(vector.sha256);
  });

  it.each(STS_TESTS)('agree on %s', (test) => {
    const outcome = STS_BATTERY[test](counts, stsParameters());
    const ours = pValues({ [test]: outcome }).map(({ p }) => p);
    const theirs = applies(test, vector) ? vector.p[test] : [];
    expect(ours.length).toBe(theirs.length);
    ours.forEach((p, k) => expect(Math.abs(p - theirs[k]!), `p-value ${k + 1}`).toBeLessThan(TOLERANCE[test] ?? 1e-9));
  });
});
