import { describe, expect, it } from 'vitest';
import { columnHeaders, describeColumn } from './column.js';

describe('the name of a column', () => {
  it.each([
    ['resistance_ohm', 'Resistance (Ω)'],
    ['parallel_standard_error_ohm', 'Parallel standard error (Ω)'],
    ['field_A_per_m', 'Field (A/m)'],
    ['hkAPerM', 'Hk (A/m)'],
    ['pulseWidthS', 'Pulse width (s)'],
    ['amplitude_v', 'Amplitude (V)'],
    ['time_h', 'Time (h)'],
    ['temperature_K', 'Temperature (K)'],
    ['energyJ', 'Energy (J)'],
    ['hk_A_per_m_standard_error', 'Hk standard error (A/m)'],
    ['down_deviation_A_per_m', 'Down deviation (A/m)'],
    ['hk_per_V_A_per_m', 'Hk per V (A/m)'],
    ['fairSlopePerS', 'Fair slope (1/s)'],
    ['slope_per_s_standard_error', 'Slope standard error (1/s)'],
    ['tmr', 'TMR'],
    ['seconds', 'Seconds (s)'],
    ['boardSeconds', 'Board seconds (s)'],
    ['hkSlopeAPerMPerV', 'Hk slope (A/(m·V))'],
    ['vcmaFromHkJPerVM', 'VCMA from Hk (J/(V·m))'],
    ['v', 'v'],
    ['min_entropy_per_raw_bit', 'Min entropy per raw bit'],
    ['p', 'p'],
    ['_', '_'],
    ['constructor', 'Constructor'],
    ['per_constructor', 'Per constructor'],
  ])('%s becomes %s', (name, header) => {
    expect(describeColumn(name).header).toBe(header);
  });

  it('never gives two columns one header', () => {
    expect(columnHeaders(['width_s', 'widthS', 'p'])).toEqual(['Width (s) [width_s]', 'Width (s) [widthS]', 'p']);
  });
});
