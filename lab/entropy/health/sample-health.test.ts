import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aptWindow, proportionCutoff, repetitionCutoff } from './cutoffs.js';
import { proportionFalseAlarms, repetitionFalseAlarms } from './false-alarms.js';
import { SampleHealth, type SampleHealthFindings } from './sample-health.js';

/** Straight from the text of SP 800-90B 4.4.1 and 4.4.2. */
function byTheText(samples: readonly number[], bits: number, minEntropy: number, exponent: number): unknown {
  const c = repetitionCutoff(exponent, minEntropy, bits);
  let rct: number | null = null;
  for (let i = 0, b = 0; i < samples.length; i++) {
    b = i > 0 && samples[i] === samples[i - 1] ? b + 1 : 1;
    if (b >= c) rct ??= i;
  }
  const w = aptWindow(bits);
  const cutoff = proportionCutoff(exponent, minEntropy, bits);
  let apt: number | null = null;
  for (let start = 0; start < samples.length; start += w) {
    const window = samples.slice(start, start + w);
    let b = 0;
    window.forEach((sample, i) => {
      if (sample === window[0] && ++b >= cutoff) apt ??= start + i;
    });
  }
  return { rct: { cutoff: c, firstFailure: rct }, apt: { cutoff, window: w, firstFailure: apt } };
}

describe('the approved tests over samples', () => {
  it('are those of the text, however the samples are cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.integer({ min: 2, max: 30 }),
        fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 25 }),
        fc.array(fc.nat(5000), { maxLength: 5 }),
        (bits, share, exponent, runs, cuts) => {
          const most = (1 << bits) - 1;
          const samples = runs.flatMap(([value, length]) =>
            Array.from({ length }, (_, i) => (i % 3 === 2 ? (value + i) & most : value & most)),
          );
          const health = new SampleHealth({ bits, minEntropy: share * bits, exponent });
          const places = [0, ...cuts.filter((c) => c < samples.length).sort((a, b) => a - b), samples.length];
          places.slice(1).forEach((to, i) => health.push(Uint8Array.from(samples.slice(places[i], to))));
          expect(health.findings).toMatchObject(
            byTheText(samples, bits, share * bits, exponent) as SampleHealthFindings,
          );
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('test a last window that is not full', () => {
    const health = new SampleHealth({ bits: 8, minEntropy: 8, exponent: 30 });
    health.push(
      Uint8Array.from({ length: 512 + 40 }, (_, i) => (i < 512 ? i & 255 : i % 2 === 0 ? 7 : (i & 127) | 128)),
    );
    const { apt, rct } = health.findings;
    expect(apt).toMatchObject({ cutoff: 16, firstFailure: 512 + 30 });
    expect(rct.firstFailure).toBeNull();
  });

  it('name the sample that is too wide', () => {
    const health = new SampleHealth({ bits: 2, minEntropy: 1, exponent: 30 });
    health.push(Uint8Array.of(1, 2));
    expect(() => health.push(Uint8Array.of(3, 4))).toThrow(/samples\[3\] must be an integer from 0 to 3/);
  });
});

describe('the expected false alarms', () => {
  it('at 10 Mb/s and H = 1: 4.8 a second at 2^-20, one in 215 s at 2^-30, one in 2.5 days at 2^-40', () => {
    const perSecond = (a: number): number => 1e7 * repetitionFalseAlarms(repetitionCutoff(a, 1), 1);
    expect(perSecond(20)).toBeCloseTo(4.77, 2);
    expect(1 / perSecond(30)).toBeCloseTo(214.7, 1);
    expect(1 / perSecond(40) / 86_400).toBeCloseTo(2.545, 3);
  });

  it('of the adaptive proportion test stay below its level', () => {
    for (const a of [20, 30, 40, 60])
      for (const h of [0.5, 0.8, 1]) {
        const alarms = 1024 * proportionFalseAlarms(proportionCutoff(a, h), 1024, h);
        expect(alarms).toBeGreaterThan(0);
        // The text's formula ignores that the first sample equals itself.
        expect(alarms).toBeLessThan(2 * 2 ** -a);
        expect(
          1024 * proportionFalseAlarms(proportionCutoff(a, h, 1, { formula: 'corrected' }), 1024, h),
        ).toBeLessThanOrEqual(2 ** -a);
      }
  });
});
