import { describe, expect, it } from 'vitest';
import { unpackLsbFirst } from '../bit-order.js';
import { BitHealth } from '../health/bit-health.js';
import { estimateMinEntropy } from '../sp800-90b/index.js';
import { TapCore } from './tap-core.js';
import type { TapMode, TapOptions } from './tap-types.js';

/**
 * A byte counter holds no entropy at all. What it looks like behind each mode is the reason why p-values of a conditioned stream say nothing about
 * its source.
 */
const counter = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, (_, i) => i & 255);

/** What a tap would give that gated by the two approved tests alone and believed in one bit of entropy a bit. */
function through(mode: TapMode, raw: Uint8Array): [Uint8Array, TapCore] {
  const options: TapOptions = {
    mode,
    kind: 'simulated',
    allowSimulated: true,
    assessment: { minEntropy: 1, origin: 'believed' },
    tests: 'approved',
    ...(mode === 'debiased' ? { debias: { kind: 'xor', distance: 64 } as const } : {}),
  };
  const core = new TapCore(options);
  return [core.push(raw, raw.length * 8), core];
}

describe('a byte counter', () => {
  const raw = counter(40_000);

  it('passes repetition count and adaptive proportion, and fails the tests that are there for such things', () => {
    const alarms = (tests: 'approved' | 'all'): Set<string> =>
      new Set(new BitHealth({ minEntropy: 1, tests }).push(raw, raw.length * 8).map(({ test }) => test));
    expect(alarms('approved')).toEqual(new Set());
    expect([...alarms('all')]).toEqual(expect.arrayContaining(['lag', 'lagPredictor']));
  });

  it('is seen through by the estimators while it is raw, or only debiased', () => {
    for (const mode of ['raw', 'debiased'] as const) {
      const [out] = through(mode, raw);
      expect(estimateMinEntropy(unpackLsbFirst(out, 40_000), 1).minEntropy).toBeLessThan(0.1);
    }
  });

  it('looks perfect once it is hashed, which proves nothing', () => {
    for (const mode of ['conditioned', 'drbg'] as const) {
      const [out, core] = through(mode, counter(400_000));
      const bits = 200_000;
      const ones = unpackLsbFirst(out, bits).reduce((sum, bit) => sum + bit, 0);
      // Six standard deviations.
      expect(Math.abs(ones - bits / 2)).toBeLessThan(3 * Math.sqrt(bits));
      expect(estimateMinEntropy(unpackLsbFirst(out, 40_000), 1).minEntropy).toBeGreaterThan(0.5);
      expect([core.state, core.counters.creditedBits]).toEqual(['open', 0]);
    }
  });

  it('never opens a tap that runs all tests', () => {
    const core = new TapCore({ mode: 'conditioned', kind: 'real', assessment: { minEntropy: 1, origin: 'believed' } });
    expect(core.push(counter(400_000), 3_200_000).length).toBe(0);
    expect(core.state).toBe('failed');
  });
});
