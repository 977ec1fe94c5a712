import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { lorentzianDensity, lorentzianVariance } from './lorentzian.js';
import { TelegraphNoise, telegraphSpectrum, upperOccupancy } from './telegraph-noise.js';
import { periodogram } from './testing/power-spectrum.js';

const model = { dwellUpper: 3e-6, dwellLower: 1e-6, relativeAmplitude: 0.04 };
const p = upperOccupancy(model);
const { variance, rate } = telegraphSpectrum(model);
const noise = (k: number): TelegraphNoise => new TelegraphNoise(model, RandomStream.from(9, 'telegraph-test', k));

it('has two levels about a mean of zero, the amplitude apart', () => {
  const source = noise(0);
  const levels = new Set(Array.from({ length: 1000 }, (_, i) => source.at(i * 1e-6)));
  const [low, high] = [...levels].sort((a, b) => a - b);
  expect(levels.size).toBe(2);
  expect(high! - low!).toBeCloseTo(0.04, 15);
  expect(p * high! + (1 - p) * low!).toBeCloseTo(0, 15);
  expect(p * high! ** 2 + (1 - p) * low! ** 2).toBeCloseTo(variance, 15);
});

describe('sampled', () => {
  // Bands of 4.5 standard errors: false alarm 7e-6 each.
  it('starts in the levels as often as it stays there', () => {
    const n = 20_000;
    const upper = Array.from({ length: n }, (_, k) => noise(k)).filter((source) => source.upper).length;
    expect(Math.abs(upper / n - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / n));
  });

  it('spends its time in the levels as the dwells say', () => {
    const n = 40_000;
    const source = noise(1);
    let upper = 0;
    // 20 relaxation times apart: independent.
    for (let i = 0; i < n; i++) {
      source.at((i * 20) / rate);
      if (source.upper) upper++;
    }
    expect(Math.abs(upper / n - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / n));
  });

  it.each([
    [0.2e-6, 20_000],
    [0.01e-6, 3000],
  ])('stays as long as the dwells say, seen every %f s', (dt, stays) => {
    const memory = Math.exp(-rate * dt);
    const source = noise(2);
    const runs = { upper: [] as number[], lower: [] as number[] };
    let [state, length] = [source.upper, 0];
    for (let i = 0; runs.upper.length < stays; i++) {
      source.at(i * dt);
      if (source.upper !== state) {
        (state ? runs.upper : runs.lower).push(length);
        [state, length] = [source.upper, 0];
      }
      length++;
    }
    // Seen every dt, a stay is geometric: it goes on with the probability of finding the level again.
    for (const [found, stay, dwell] of [
      [runs.upper, p + (1 - p) * memory, model.dwellUpper],
      [runs.lower, 1 - p + p * memory, model.dwellLower],
    ] as const) {
      const n = found.length;
      const mean = found.reduce((sum, run) => sum + run, 0) / n;
      expect(Math.abs(mean * (1 - stay) - 1)).toBeLessThan(4.5 * Math.sqrt(stay / n));
      for (const share of [0.1, 0.4, 1, 2, 3]) {
        const longer = Math.ceil((share * dwell) / dt);
        const tail = stay ** longer;
        const above = found.filter((run) => run > longer).length / n;
        expect(Math.abs(above - tail)).toBeLessThan(4.5 * Math.sqrt((tail * (1 - tail)) / n) + 1 / n);
        // The same for the exponential law of the true stays, which are cut short by up to the flips missed in dt.
        expect(Math.abs(above - Math.exp(-share))).toBeLessThan(4.5 * Math.sqrt(0.25 / n) + rate * dt);
      }
    }
  });

  it('does not depend on where else it was looked at', () => {
    const span = 0.8e-6;
    const exact = p + (1 - p) * Math.exp(-rate * span);
    const irregular = RandomStream.from(10, 'times');
    for (const looks of [0, 1, 9]) {
      // Of those that start in the upper level: 1 for each that is found there again.
      const stays = Array.from({ length: 20_000 }, (_, k) => noise(k))
        .filter((source) => source.upper)
        .map((source): number => {
          const times = Array.from({ length: looks }, () => span * irregular.uniform()).sort((a, b) => a - b);
          for (const time of [0, ...times, span]) source.at(time);
          return source.upper ? 1 : 0;
        });
      const share = stays.reduce((a, b) => a + b) / stays.length;
      expect(Math.abs(share - exact)).toBeLessThan(4.5 * Math.sqrt((exact * (1 - exact)) / stays.length));
    }
  });

  it('has a Lorentzian spectrum', () => {
    const [dt, n, records] = [0.02e-6, 2048, 150];
    const mean = new Float64Array(n / 2 + 1);
    for (let k = 0; k < records; k++) {
      const source = noise(k);
      periodogram(
        Array.from({ length: n }, (_, i) => source.at(i * dt)),
        dt,
      ).forEach((s, bin) => (mean[bin]! += s / records));
    }
    for (let first = 4; first <= 128; first *= 2) {
      const bins = Array.from({ length: first }, (_, i) => first + i);
      const found = bins.reduce((sum, bin) => sum + mean[bin]!, 0);
      const expected = bins.reduce((sum, bin) => sum + lorentzianDensity({ variance, rate }, bin / (n * dt)), 0);
      expect(Math.abs(found / expected - 1)).toBeLessThan(4.5 * Math.sqrt(1.9 / (records * first)) + 0.05);
    }
  });
});

it('has the whole variance in its spectrum', () => {
  expect(lorentzianVariance({ variance, rate }, 0, Infinity)).toBeCloseTo(variance, 15);
  const corner = rate / (2 * Math.PI);
  expect(lorentzianVariance({ variance, rate }, 0, corner) / variance).toBeCloseTo(0.5, 12);
});
