import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { BitHealth } from './bit-health.js';
import { bitFalseAlarms } from './false-alarms.js';
import { FairBytes, FAULTS } from './testing/faults.js';
import { pack } from './testing/streams.js';

/** Samples before the fault, on a border of no window. */
const BEFORE = 700_003;
const CLAIM = 0.8;
const SEEDS = [1, 2, 3, 4, 5];

describe('injected failures of a source that claims 0.8 bit', () => {
  it.each(FAULTS)('$name: an alarm within $within samples', ({ bit, within }) => {
    for (const seed of SEEDS) {
      const random = RandomStream.from(seed, 'faults');
      // Up to 63 samples wait for the rest of their word.
      const length = BEFORE + within + 64;
      const samples = new Uint8Array(length);
      for (let at = 0; at < length; at++) {
        const u = random.uniform();
        samples[at] = at < BEFORE ? (u < 0.5 ? 1 : 0) : bit(at - BEFORE, u, samples, at);
      }
      const health = new BitHealth({ minEntropy: CLAIM, layout: { rows: 64, columns: 64 } });
      const bytes = pack(Array.from(samples));
      const alarms = [];
      for (let from = 0; from < bytes.length; from += 512) {
        const piece = bytes.subarray(from, from + 512);
        alarms.push(...health.push(piece, Math.min(piece.length * 8, length - from * 8)));
      }
      const first = alarms[0];
      expect(first, `seed ${seed}`).toBeDefined();
      // A run or a window may have begun in the fair part; the alarm itself may not lie there.
      expect(first!.index).toBeGreaterThanOrEqual(BEFORE);
      expect(first!.index - BEFORE).toBeLessThan(within);
    }
  });
});

describe('10^9 fair bits', () => {
  const BITS = 1e9;
  const alarmsOf = (health: BitHealth): Map<string, number> => {
    const fair = new FairBytes(2026);
    const counts = new Map<string, number>();
    const chunk = 250_000;
    for (let done = 0; done < BITS / 8; done += chunk)
      for (const { test } of health.push(fair.next(chunk), chunk * 8)) counts.set(test, (counts.get(test) ?? 0) + 1);
    return counts;
  };

  it('raise no alarm at the default level', () => {
    // Expected: 5e-4 alarms in all.
    const health = new BitHealth({ minEntropy: 1, layout: { rows: 64, columns: 64 } });
    expect(alarmsOf(health)).toEqual(new Map());
    expect(health.tested).toBe(BITS);
  });

  it('raise as many as the level says at 2^-20', () => {
    const health = new BitHealth({ minEntropy: 1, tests: 'approved', alpha: { intermittent: 20, permanent: 60 } });
    const counts = alarmsOf(health);
    const expected = bitFalseAlarms(health.limits, 'intermittent');
    // Runs of 21 among 10^9 bits: 477 in the mean; windows: about one. An alarm tells one crossing of a call of up to 16,384 samples. Six sigma.
    const rct = expected.repetitionCount * BITS;
    expect(Math.abs((counts.get('repetitionCount') ?? 0) - rct)).toBeLessThan(6 * Math.sqrt(rct));
    const apt = expected.adaptiveProportion * BITS;
    expect(counts.get('adaptiveProportion') ?? 0).toBeLessThan(apt + 6 * Math.sqrt(apt) + 1);
    expect([...counts.keys()].filter((test) => test !== 'repetitionCount' && test !== 'adaptiveProportion')).toEqual(
      [],
    );
  });
});
