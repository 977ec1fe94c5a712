import { describe, expect, it } from 'vitest';
import { BOLTZMANN, ELEMENTARY_CHARGE } from './constants.js';
import { ReadNoise, type ReadNoiseModel, readNoiseRms } from './read-noise.js';

const AREA = 2e-15;
const flicker = { hoogeParameter: 2e-21, lowFrequency: 10, highFrequency: 1e5 };
const telegraph = { dwellUpper: 3e-6, dwellLower: 1e-6, relativeAmplitude: 0.04 };
const read = { voltageV: 0.1, conductanceS: 2e-5, temperatureK: 300, bandwidthHz: 1e6 };

/** Mean and root-mean-square deviation of reads that lie a second apart, and the number of them. */
function statistics(model: ReadNoiseModel, conditions: typeof read): { mean: number; rms: number; n: number } {
  const n = 20_000;
  const noise = new ReadNoise(model, AREA, 31, 'cell', 4);
  const reads = Array.from({ length: n }, (_, i) => noise.sample(i, conditions));
  const mean = reads.reduce((a, b) => a + b) / n;
  return { mean, rms: Math.sqrt(reads.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1)), n };
}

describe('the rms in a bandwidth', () => {
  it('has the Johnson and the shot limit', () => {
    const at = (voltageV: number): number => readNoiseRms({ white: true }, AREA, { ...read, voltageV }).white;
    expect(at(0)).toBeCloseTo(Math.sqrt(4 * BOLTZMANN * 300 * 2e-5 * 1e6), 18);
    expect(at(1)).toBeCloseTo(Math.sqrt(2 * ELEMENTARY_CHARGE * 2e-5 * 1e6), 18);
  });

  it('adds in quadrature; 1/f and telegraph noise scale with the current and vanish without it', () => {
    const model = { white: true, flicker, telegraph };
    const rms = readNoiseRms(model, AREA, read);
    expect(rms.total ** 2 / (rms.white ** 2 + rms.flicker ** 2 + rms.telegraph ** 2)).toBeCloseTo(1, 12);
    const half = readNoiseRms(model, AREA, { ...read, voltageV: -0.05 });
    expect(rms.flicker / half.flicker).toBeCloseTo(2, 12);
    expect(rms.telegraph / half.telegraph).toBeCloseTo(2, 12);
    const none = readNoiseRms(model, AREA, { ...read, voltageV: 0 });
    expect([none.flicker, none.telegraph]).toEqual([0, 0]);
  });

  it('is nothing when everything is off, and refuses an empty band', () => {
    expect(readNoiseRms({ white: false }, AREA, read).total).toBe(0);
    expect(() => readNoiseRms({ white: true }, AREA, read, 2e6)).toThrow(/bandwidthHz/);
  });
});

describe('sampled currents', () => {
  // Reads a second apart are independent up to the 10 Hz end of the 1/f band. Bands of 4.5 standard errors: 7e-6 each.
  it.each<[string, ReadNoiseModel, typeof read]>([
    ['Johnson noise', { white: true }, { ...read, voltageV: 0 }],
    ['shot noise', { white: true }, { ...read, voltageV: 1 }],
    ['1/f noise', { white: false, flicker }, read],
    ['all together', { white: true, flicker, telegraph }, read],
  ])('have the rms of %s about the mean current', (_name, model, conditions) => {
    const { mean, rms, n } = statistics(model, conditions);
    const white = readNoiseRms({ white: model.white }, AREA, conditions).white;
    const whole = readNoiseRms({ ...model, white: false }, AREA, { ...conditions, bandwidthHz: 1e15 }).total;
    const expected = Math.hypot(white, whole);
    expect(Math.abs(mean - conditions.conductanceS * conditions.voltageV)).toBeLessThan(
      (4.5 * expected) / Math.sqrt(n),
    );
    expect(Math.abs(rms / expected - 1)).toBeLessThan(4.5 / Math.sqrt(2 * n));
  });

  it('are the exact current when every noise is off', () => {
    expect(new ReadNoise({ white: false }, AREA, 1).sample(0, read)).toBe(2e-5 * 0.1);
  });

  it('keep the other noises as they were when one is turned on', () => {
    const [alone, both] = [
      new ReadNoise({ white: false, telegraph }, AREA, 7),
      new ReadNoise({ white: false, flicker: { ...flicker, hoogeParameter: 0 }, telegraph }, AREA, 7),
    ];
    for (let i = 0; i < 50; i++) expect(both.sample(i * 1e-6, read)).toBe(alone.sample(i * 1e-6, read));
  });

  it('belong to the seed and path', () => {
    const current = (...path: number[]): number => new ReadNoise({ white: true }, AREA, 1, ...path).sample(0, read);
    expect(current(3)).toBe(current(3));
    expect(current(3)).not.toBe(current(4));
  });
});
