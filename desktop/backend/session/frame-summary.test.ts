import { describe, expect, it } from 'vitest';
import { frameSummary } from './frame-summary.js';

describe('a summary of a frame', () => {
  it('names the fields of the message, without what the list shows elsewhere', () => {
    expect(
      frameSummary({
        id: 7,
        body: 'setConfig',
        setConfig: { amplitudeV: 0.9000000357627869, rows: [1, 2, 3, 4, 5], more: { a: true } },
      }),
    ).toBe('amplitudeV 0.9 · rows [1, 2, 3, 4, … 5] · more {a true}');
    expect(frameSummary({ streamId: 3, flags: ['GAP'], data: new Uint8Array(64) })).toBe(
      'streamId 3 · flags [GAP] · data 64 B',
    );
    expect(frameSummary({})).toBe('');
  });

  it('is short, whatever comes', () => {
    const long = Object.fromEntries(Array.from({ length: 500 }, (_, k) => [`field${k}`, 'x'.repeat(100)]));
    expect(frameSummary(long)).toHaveLength(160);
  });
});
