import { expect, it } from 'vitest';
import { estimateMinEntropy } from './assess-non-iid.js';

// Algorithms that are not linear take hours here.
const LENGTH = 8_000_000;

it('assesses 8 MB that are all zero but one bit', () => {
  const bits = new Uint8Array(LENGTH);
  bits[LENGTH / 2] = 1;
  const { minEntropy, estimators, details } = estimateMinEntropy(bits, 1);
  expect(minEntropy).toBeLessThan(1e-6);
  expect(Object.values(estimators).every((value) => value !== null && value < 1e-5)).toBe(true);
  // Runs of n/2 and n/2 − 1 zeros hold n + 1 − 2 t tuples of t zeros: 35 at least.
  expect(details.literal!.tTuple['t']).toBe(Math.floor((LENGTH + 1 - 35) / 2));
  expect(details.literal!.lrs['v']).toBe(LENGTH / 2 - 1);
});

it('assesses 8 MB that come round every hundred samples', () => {
  const samples = Uint8Array.from({ length: LENGTH / 8 }, (_, i) => (i % 100) + 7);
  const { minEntropy, details } = estimateMinEntropy(samples, 8);
  expect(minEntropy).toBeLessThan(1e-4);
  expect(details.bitstring!.lrs).toMatchObject({ v: LENGTH - 800 });
});
