import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { FlickerNoise, flickerDensity, flickerProcesses, flickerVariance } from './flicker-noise.js';
import { erf } from './special-functions.js';
import { scaledKsDistance } from './testing/kolmogorov-smirnov.js';
import { periodogram } from './testing/power-spectrum.js';

const AREA = 2e-15;
const model = { hoogeParameter: 2e-21, lowFrequency: 10, highFrequency: 1e5 };
const K = model.hoogeParameter / AREA;
/** Covariance of two samples a time apart. */
const covariance = (lag: number): number =>
  flickerProcesses(model, AREA).reduce((sum, p) => sum + p.variance * Math.exp(-p.rate * lag), 0);
const noise = (k: number): FlickerNoise => new FlickerNoise(model, AREA, RandomStream.from(5, 'flicker-test', k));

describe('the sum of processes', () => {
  it('is α_H/(A f) inside the band, with soft ends', () => {
    const wide = { ...model, lowFrequency: 1e-4, highFrequency: 1e10 };
    for (const f of [1, 3, 10, 170, 3e4]) {
      expect(Math.abs((flickerDensity(wide, AREA, f) * f) / K - 1)).toBeLessThan(1e-3);
    }
    // One decade from an end 6 % are missing, and about half at the end.
    expect((flickerDensity(model, AREA, 100) * 100) / K).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(0.1), 2);
    expect((flickerDensity(model, AREA, 10) * 10) / K).toBeCloseTo(0.5, 1);
  });

  it('has the variance of the law over the band, exactly', () => {
    const exact = K * Math.log(1e5 / 10);
    expect(flickerVariance(model, AREA, 0, Infinity) / exact).toBeCloseTo(1, 12);
    expect(covariance(0) / exact).toBeCloseTo(1, 12);
    expect(flickerVariance(model, AREA, 300, 3000) / (K * Math.LN10)).toBeCloseTo(1, 1);
    // Half the area, twice the noise power.
    expect(flickerVariance(model, AREA / 2, 0, 1e3) / flickerVariance(model, AREA, 0, 1e3)).toBeCloseTo(2, 12);
  });

  it('integrates to the variance between two frequencies', () => {
    let sum = 0;
    const steps = 4000;
    for (let i = 0; i < steps; i++) {
      const f = 20 * 100 ** ((i + 0.5) / steps);
      sum += flickerDensity(model, AREA, f) * f * (Math.log(100) / steps);
    }
    expect(sum / flickerVariance(model, AREA, 20, 2000)).toBeCloseTo(1, 5);
  });
});

describe('samples', () => {
  it('have the spectrum, octave by octave', () => {
    const [dt, n, records] = [2e-6, 2048, 400];
    const mean = new Float64Array(n / 2 + 1);
    for (let k = 0; k < records; k++) {
      const source = noise(k);
      const record = Array.from({ length: n }, (_, i) => source.at(i * dt));
      periodogram(record, dt).forEach((s, bin) => (mean[bin]! += s / records));
    }
    // A sampled Lorentzian has the aliases folded in.
    const sampled = (f: number): number =>
      flickerProcesses(model, AREA).reduce((sum, { variance, rate }) => {
        const r = Math.exp(-rate * dt);
        return sum + (2 * dt * variance * (1 - r * r)) / (1 + r * r - 2 * r * Math.cos(2 * Math.PI * f * dt));
      }, 0);
    for (let first = 8; first < n / 2; first *= 2) {
      let [found, expected] = [0, 0];
      for (let bin = first; bin < 2 * first; bin++) {
        found += mean[bin]!;
        expected += sampled(bin / (n * dt));
      }
      // Neighbouring bins of a Hann window overlap by half: about 1.9 times the variance of independent ones. 4.5 σ, 7 octaves: 5e-5.
      const sigma = Math.sqrt(1.9 / (records * first));
      expect(Math.abs(found / expected - 1)).toBeLessThan(4.5 * sigma + 0.01);
    }
  });

  it('have the same joint distribution however the time between is split', () => {
    const span = 3e-4;
    const deviation = Math.sqrt(2 * (covariance(0) - covariance(span)));
    const normal = (x: number): number => 0.5 * (1 + erf(x / (deviation * Math.SQRT2)));
    const irregular = RandomStream.from(6, 'times');
    for (const split of [false, true]) {
      const changes = Array.from({ length: 3000 }, (_, k) => {
        const source = noise(k);
        const start = source.at(1);
        if (split) {
          const times = Array.from({ length: 6 }, () => 1 + span * irregular.uniform()).sort((a, b) => a - b);
          for (const time of times) source.at(time);
        }
        return source.at(1 + span) - start;
      });
      // False alarm 1e-6 each.
      expect(scaledKsDistance(changes, normal)).toBeLessThan(2.69);
    }
  });

  it('keep their variance however often they are drawn', () => {
    const n = 4000;
    const sum = Array.from({ length: n }, (_, k) => {
      const source = noise(k);
      let value = 0;
      for (let i = 0; i < 12; i++) value = source.at(i * 4e-5);
      return value * value;
    }).reduce((a, b) => a + b);
    // 4.5 standard errors: false alarm 7e-6.
    expect(Math.abs(sum / n / covariance(0) - 1)).toBeLessThan(4.5 * Math.sqrt(2 / n));
  });

  it('repeat at the same time and never go back', () => {
    const source = noise(0);
    const value = source.at(1e-3);
    expect(source.at(1e-3)).toBe(value);
    expect(() => source.at(0.9e-3)).toThrow(/timeS must be .*not below 0\.001, got 0\.0009/);
    expect(source.at(2e-3)).not.toBe(value);
  });
});
