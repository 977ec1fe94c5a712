import { describe, expect, it } from 'vitest';
import { FAULTS, frameFaultTrial } from './frame-faults.js';

describe('a damaged stream', () => {
  // The full table, 20 trials of each, is in test/fuzz.
  it.each(FAULTS)('%s: every undamaged frame arrives and no false one', (fault) => {
    const result = frameFaultTrial(fault, 1);
    expect(result).toMatchObject({ undamagedLost: 0, falseFrames: 0 });
    expect(result.hit).toBeGreaterThan(80);
    expect(result.delivered).toBeGreaterThanOrEqual(2000 - result.hit);
  });
});
