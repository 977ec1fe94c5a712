import { expect, it } from 'vitest';
import { BOLTZMANN, ELEMENTARY_CHARGE } from './constants.js';
import { whiteNoiseDensity } from './white-noise.js';

const G = 1 / 51e3;

it('is Johnson noise 4kTG at zero bias', () => {
  const johnson = 4 * BOLTZMANN * 300 * G;
  expect(whiteNoiseDensity(G, 0, 300)).toBe(johnson);
  expect(whiteNoiseDensity(G, 1e-6, 300) / johnson).toBeCloseTo(1, 9);
  // 64 cells of 52 kΩ in 1 MHz: 4.5 nA.
  expect(Math.sqrt(whiteNoiseDensity(64 / 52e3, 0, 300) * 1e6) * 1e9).toBeCloseTo(4.5, 1);
});

it('is shot noise 2eI far above 2kT/e, of either sign, and at T = 0', () => {
  for (const v of [1, -1]) expect(whiteNoiseDensity(G, v, 300) / (2 * ELEMENTARY_CHARGE * G)).toBeCloseTo(1, 12);
  expect(whiteNoiseDensity(G, 0.01, 0)).toBeCloseTo(2 * ELEMENTARY_CHARGE * G * 0.01, 30);
});

it('crosses over as 2eI coth(eV/2kT), above both limits', () => {
  for (const v of [1e-9, 1e-4, 0.026, 0.052, 0.2]) {
    const shot = 2 * ELEMENTARY_CHARGE * G * v;
    const density = whiteNoiseDensity(G, v, 300);
    const x = (ELEMENTARY_CHARGE * v) / (2 * BOLTZMANN * 300);
    expect(density / ((shot * (Math.exp(x) + Math.exp(-x))) / (Math.exp(x) - Math.exp(-x)))).toBeCloseTo(1, 6);
    expect(density).toBeGreaterThanOrEqual(Math.max(shot, 4 * BOLTZMANN * 300 * G));
  }
});
