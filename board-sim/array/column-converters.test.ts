import { describe, expect, it } from 'vitest';
import { ADC_CODES, ADC_MIDDLE, ColumnConverters, codesPerMicrosiemens, toCode } from './column-converters.js';

const perfect = { offset: 0, gain: 0, bow: 0, sCurve: 0, noise: 0 };

describe('the column converters', () => {
  it('have an LSB of 61 nA in the MAC range', () => {
    expect(0.1 / codesPerMicrosiemens(0.1, 'mac')).toBeCloseTo(0.061035, 6); // µA for one code
    expect(codesPerMicrosiemens(0.1, 'cell') / codesPerMicrosiemens(0.1, 'mac')).toBeCloseTo(10, 12);
  });

  it('fill every code equally over a ramp when perfect, without a half-LSB bias', () => {
    const adc = new ColumnConverters(1, perfect, 1);
    const counts = new Uint32Array(ADC_CODES);
    let bias = 0;
    const steps = 16;
    for (let k = 0; k < (ADC_CODES - 1) * steps; k++) {
      const wanted = (k + 0.5) / steps;
      const { code } = toCode(adc.level(0, wanted - ADC_MIDDLE, 1));
      counts[code]!++;
      bias += code - wanted;
    }
    expect(counts.subarray(1, ADC_CODES - 1).every((count) => count === steps)).toBe(true);
    expect(Math.abs(bias / ((ADC_CODES - 1) * steps))).toBeLessThan(1e-9);
  });

  it('shows the code of no current as the offset code', () => {
    const adc = new ColumnConverters(64, { offset: 4, gain: 0.01, bow: 1, sCurve: 1, noise: 0.5 }, 3);
    for (let c = 0; c < 64; c++) expect(Math.abs(adc.level(c, 0, 1) - adc.offsetCode[c]!)).toBeLessThanOrEqual(0.5);
    expect(new Set(adc.offsetCode).size).toBeGreaterThan(3);
  });

  it('agree with their polynomial over the range', () => {
    const adc = new ColumnConverters(20, { offset: 4, gain: 0.01, bow: 2, sCurve: 2, noise: 0.5 }, 3);
    const out = new Float32Array(4);
    for (const col of [0, 7, 19]) {
      adc.polynomial(col, 0.03, out, 0, 1);
      for (const x of [-60_000, -100, 0, 1234, 30_000, 65_535]) {
        const polynomial = out[0]! + x * (out[1]! + x * (out[2]! + x * out[3]!));
        expect(Math.abs(polynomial - adc.level(col, x, 0.03))).toBeLessThan(2e-3);
      }
    }
  });

  it('clip at both ends and say so', () => {
    expect(toCode(-0.6)).toEqual({ code: 0, clipped: true });
    expect(toCode(4095.4)).toEqual({ code: 4095, clipped: false });
    expect(toCode(4096)).toEqual({ code: 4095, clipped: true });
  });
});
