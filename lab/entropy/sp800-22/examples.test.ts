import { describe, expect, it } from 'vitest';
import { approximateEntropy, entropyTail } from './approximate-entropy.js';
import { type BitSequence, bitsFromAscii } from './bit-sequence.js';
import { blockFrequency } from './block-frequency.js';
import type { StsCounts } from './counts.js';
import { cumulativeSums } from './cumulative-sums.js';
import { frequency } from './frequency.js';
import { KernelCounts } from './kernel-counts.js';
import { linearComplexity } from './linear-complexity.js';
import { longestRun } from './longest-run.js';
import { templateTail } from './non-overlapping.js';
import { PlainCounts } from './plain-counts.js';
import { excursionTail, randomExcursions } from './random-excursions.js';
import { variantTail } from './random-excursions-variant.js';
import { rank } from './rank.js';
import { runs } from './runs.js';
import { serial } from './serial.js';
import { spectral } from './spectral.js';
import { constantBits } from './testing/constants.js';
import { meanLogDistance, universalTail } from './universal.js';

const ENGINES = [
  ['kernels', (bits: BitSequence): StsCounts => new KernelCounts(bits)],
  ['plain twins', (bits: BitSequence): StsCounts => new PlainCounts(bits)],
] as const;

/** The published worked examples of SP 800-22 rev. 1a, sections 2 and B, to the six digits that they are printed with. */
describe.each(ENGINES)('the worked examples of the standard, with %s', (_, open) => {
  const of = (digits: string): StsCounts => open(bitsFromAscii(digits));
  const close = (found: number | null, expected: number): void => {
    expect(found).not.toBeNull();
    expect(Math.abs(found! - expected)).toBeLessThan(1e-6);
  };

  it('frequency', () => close(frequency(of('1011010101')).p, 0.527089));
  it('block frequency, M 3', () => close(blockFrequency(of('0110011010'), 3).p, 0.801252));
  it('runs', () => close(runs(of('1001101011')).p, 0.147232));

  it('longest run, M 8', () => {
    const found = longestRun(
      of(
        '11001100000101010110110001001100111000000000001001001101010100010001001111010110100000001101011111001100111001101101100010110010',
      ),
      'published',
    );
    expect(found.details['classes']).toEqual([4, 9, 3, 0]);
    close(found.p, 0.180609);
  });

  it('spectrum; the document has the figure of an older formula', () => {
    const found = spectral(of('1001010011'));
    expect(found.details['below']).toBe(5);
    close(found.p, 0.46816);
  });

  it('non-overlapping template 001 in two blocks', () => {
    const found = of('10100100101110010110').templates(3, Uint32Array.of(1), 10, 2);
    expect([...found]).toEqual([2, 1]);
    close(templateTail([...found], 3, 10), 0.344154);
  });

  it('universal statistic, L 2, Q 4', () => {
    const f = meanLogDistance(of('01011010011101010111'), 2, 4);
    expect(f).toBeCloseTo(1.1949875, 7);
    close(universalTail(f, 1.5374383, Math.sqrt(1.338)), 0.767189);
  });

  it('linear complexity of one block', () => {
    expect([...of('1101011110001').complexities(13, 1)]).toEqual([4]);
  });

  it('serial, m 3', () => {
    const found = serial(of('0011011101'), 3);
    close(found.p![0], 0.808792);
    close(found.p![1], 0.67032);
  });

  it('approximate entropy, m 3; the test itself does not apply to fewer bits than patterns', () => {
    close(entropyTail(of('0100110101'), 3).p, 0.261961);
    expect(approximateEntropy(of('0100110101'), 3).p).toBeNull();
  });

  it('cumulative sums', () => close(cumulativeSums(of('1011010111')).p!.forward, 0.411659));

  it('excursions: the tests do not apply to three cycles, their formulas do', () => {
    const counts = of('0110110101');
    expect(randomExcursions(counts)).toMatchObject({ p: null, reason: 'the walk has 3 cycles, 500 are needed' });
    const visited = counts.excursions();
    expect(visited.cycles).toBe(3);
    close(excursionTail(visited, 1), 0.502488);
    close(variantTail(visited, 1), 0.683091);
  });

  it('six tests of the first hundred digits of π', () => {
    const counts = open(constantBits('pi', 100));
    close(frequency(counts).p, 0.109599);
    close(blockFrequency(counts, 10).p, 0.706438);
    close(runs(counts).p, 0.500798);
    const sums = cumulativeSums(counts).p!;
    close(sums.forward, 0.219194);
    close(sums.reverse, 0.114866);
    close(approximateEntropy(counts, 2).p, 0.235301);
    const found = spectral(counts);
    expect(found.details['below']).toBe(48);
    close(found.p, 0.646355);
  });

  it('rank of a hundred thousand digits of e', () => {
    const found = rank(open(constantBits('e', 100_000)));
    expect(found.details['ranks']).toEqual([23, 60, 14]);
    close(found.p, 0.532069);
  });
});

it('serial, linear complexity and excursions of a million digits of e', () => {
  const counts = new KernelCounts(constantBits('e', 1_000_000));
  const found = serial(counts, 2).p!;
  expect(Math.abs(found[0] - 0.843764)).toBeLessThan(1e-6);
  expect(Math.abs(found[1] - 0.561915)).toBeLessThan(1e-6);
  const complexity = linearComplexity(counts, 1000, 'published');
  expect(complexity.details['classes']).toEqual([11, 31, 116, 501, 258, 57, 26]);
  expect(Math.abs(complexity.p! - 0.845406)).toBeLessThan(1e-6);
  expect(counts.excursions().cycles).toBe(1490);
});
