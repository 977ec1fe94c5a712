import { describe, expect, it } from 'vitest';
import { plainLabel, runsOf } from './rich-label.js';

describe('a label', () => {
  it('parts into what stands on the line, lower and higher', () => {
    expect(runsOf('R_{P} at 10^{−3} V')).toEqual([
      { text: 'R', shift: 'none' },
      { text: 'P', shift: 'sub' },
      { text: ' at 10', shift: 'none' },
      { text: '−3', shift: 'super' },
      { text: ' V', shift: 'none' },
    ]);
  });

  it('is readable on one line', () => {
    expect(plainLabel('10^{−12}')).toBe('10⁻¹²');
    expect(plainLabel('R_{P}, x^{n}')).toBe('R_P, x^n');
  });
});
