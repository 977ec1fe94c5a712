import { describe, expect, it } from 'vitest';
import type { PassageReading } from './field-passage.js';
import { recordOf } from './passage-records.js';
import { switchingField } from './switching-records.js';

const passage = (...ohm: number[]): PassageReading[] =>
  ohm.map((value, k) => {
    const fieldAPerM = 10 - 10 * k;
    return { fieldAPerM, ohm: Float32Array.of(value), intervals: [{ fieldAPerM, exposures: [] }], dwellS: 1 };
  });
const cell = { position: 0, row: 0, thresholdOhm: 75 };

describe('a passage over one cell', () => {
  it('tells between which readings it switched', () => {
    const record = recordOf(passage(50, 50, 100, 100), cell, 'p', 0.1)!;
    expect(record).toMatchObject({ from: 'p', biasV: 0.1, switchedIn: 2 });
    expect(switchingField(record)).toBe(-5);
    expect(recordOf(passage(100, 100, 50), cell, 'ap', 0)).toMatchObject({ switchedIn: 2 });
    const never = recordOf(passage(50, 50, 50), cell, 'p', 0)!;
    expect(never.switchedIn).toBeUndefined();
    expect(switchingField(never)).toBeUndefined();
  });

  it('is not led astray by one reading', () => {
    expect(recordOf(passage(50, 100, 50, 50, 100, 100), cell, 'p', 0)).toMatchObject({ switchedIn: 4 });
  });

  it('is nothing for a cell that was not in its first state, or could not be read', () => {
    expect(recordOf(passage(100, 100), cell, 'p', 0)).toBeUndefined();
    expect(recordOf(passage(50, Infinity, 100), cell, 'p', 0)).toBeUndefined();
    expect(recordOf([], cell, 'p', 0)).toBeUndefined();
  });
});
