import { describe, expect, it } from 'vitest';
import type { EnergyEntry } from './entry.js';
import { linePostings, nominalDevicePostings, sensePostings } from './event-postings.js';
import { FORMULAS } from './formulas.js';
import { recompute, RecomputeTally } from './recompute.js';

const COUNTS = {
  cellPulses: 4096,
  rowPulses: 64,
  cellReads: 8192,
  comparatorReads: 8192,
  adcConversions: 777,
  planes: 12,
  writeAttempts: 33,
};

const entry = (posting: Partial<EnergyEntry>): EnergyEntry => ({
  timeS: 1,
  scope: 'array',
  kind: 'modelled',
  component: 'adc',
  joules: 1,
  sigma: 0,
  events: 1,
  ...posting,
});

describe('recompute', () => {
  it('agrees with every posting whose formula can be worked out', () => {
    const postings = [
      ...nominalDevicePostings(COUNTS, { amplitudeV: 1.5, pulseWidthS: 0.7e-9, readV: 0.1 }, 4096),
      ...linePostings('row', 64, 1.6),
      ...linePostings('write', 33, 1.45),
      ...sensePostings(COUNTS, 64),
    ];
    const tally = new RecomputeTally();
    for (const posting of postings) tally.add(entry(posting));
    expect(tally.result).toMatchObject({ checked: 12, unchecked: 0, reasons: [] });
    expect(tally.result.worst).toBeLessThan(1e-14);
  });

  it('finds a figure that its formula does not give', () => {
    const tally = new RecomputeTally();
    tally.add(entry({ formula: 'array.adc', events: 100, joules: 1.01e-6 }));
    expect(tally.result.worst).toBeCloseTo(0.01 / 1.01, 12);
  });

  it('says why it cannot', () => {
    expect(recompute(entry({})).reason).toBe('no formula is stated');
    expect(recompute(entry({ formula: 'board.rail' })).reason).toContain('register');
    expect(recompute(entry({ formula: 'device.read' })).reason).toContain('stand-in');
    expect(recompute(entry({ formula: 'array.row-line' })).reason).toBe('the entry does not say V');
  });

  it('knows each formula, or why it cannot be worked out', () => {
    for (const { id } of FORMULAS) {
      const { joules, reason } = recompute(entry({ formula: id }));
      expect(joules === undefined ? reason : joules, id).toBeDefined();
    }
  });
});
