import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { analogMatrix } from './analog-matrix.js';
import { ColumnAdcs, type AdcErrors, type AdcSpec } from './column-adcs.js';
import { drawAdcErrors, drawDacErrors } from './converter-draws.js';
import { linearity, rampTest, sineTest } from './converter-metrics.js';
import { converterRange } from './converter-range.js';
import { RowDacs } from './row-dacs.js';
import { codingThresholds, drawCapacitors, sarThresholds } from './sar.js';

const spec = (bits: number, coding: AdcSpec['coding']): AdcSpec => ({ bits, coding, low: -1, high: 1 });
/** The converter of column 0 as a function of a perfect converter's level. */
function converter(adc: AdcSpec, errors: AdcErrors = {}): { convert: (level: number) => number; adcs: ColumnAdcs } {
  const adcs = new ColumnAdcs(1, adc, errors);
  return { adcs, convert: (level) => adcs.code(0, adcs.value(level)) };
}

describe('a perfect column converter', () => {
  it.each([
    [8, 'binary'],
    [8, 'signMagnitude'],
    [5, 'binary'],
    [12, 'signMagnitude'],
  ] as const)('fills every code equally over a ramp, without a bias: %i bits, %s', (bits, coding) => {
    const { convert, adcs } = converter(spec(bits, coding));
    const { histogram, dnl, inl, bias } = rampTest(convert, adcs.codeMin, adcs.codeMax, 16);
    expect(histogram.every((count) => count === 16)).toBe(true);
    expect(dnl.every((value) => value === 0)).toBe(true);
    expect(inl.every((value) => value === 0)).toBe(true);
    expect(Math.abs(bias)).toBeLessThan(1e-9);
  });

  it('has a code for nothing with sign and magnitude, and gives up one code for it', () => {
    const { adcs } = converter(spec(8, 'signMagnitude'));
    expect([adcs.codeMin, adcs.code(0, 0), adcs.codeMax]).toEqual([-127, 0, 127]);
    expect(adcs.codesPerUnit).toBe(127);
    expect([adcs.code(0, 1e-9), adcs.code(0, -1e-9) + 0]).toEqual([0, 0]);
    expect(converter(spec(8, 'binary')).adcs.codesPerUnit).toBe(127.5);
  });

  it.each([6, 8, 10, 12])('has as many effective bits as bits: %i', (bits) => {
    const { convert } = converter(spec(bits, 'binary'));
    const { sndrDb, enob } = sineTest(convert, (2 ** bits - 1) / 2, (2 ** bits - 1) / 2 + 0.49);
    expect(Math.abs(sndrDb - (6.02 * bits + 1.76))).toBeLessThan(0.3);
    expect(Math.abs(enob - bits)).toBeLessThan(0.05);
  });
});

describe('the errors of column converters', () => {
  it('are those asked for', () => {
    const { adcs } = converter(spec(10, 'binary'), { gain: [0.02], offset: [3], bow: [2], sCurve: [1] });
    const middle = 511.5;
    expect(adcs.level(0, -1)).toBeCloseTo(3 + bend(-1 + 6 / 1023, 2, 1), 9);
    expect(adcs.level(0, 0)).toBeCloseTo(1.02 * middle + 3 + bend((2 * (1.02 * middle + 3)) / 1023 - 1, 2, 1), 9);
  });

  it('show in the linearity and cost effective bits', () => {
    const { convert, adcs } = converter(spec(10, 'binary'), { bow: [2] });
    const { inl } = rampTest(convert, adcs.codeMin, adcs.codeMax, 32);
    // A bow of b codes bends the level up by b in the middle, so thresholds lie lower.
    expect(Math.min(...inl)).toBeCloseTo(-2, 1);
    const { enob } = sineTest(convert, 511.5, 511.9);
    expect(enob).toBeLessThan(9);
    // b·(1 − u²) over a sine of full amplitude is a second harmonic of b/2: power b²/8 beside the quantisation's 1/12.
    expect(enob).toBeCloseTo(10 - 0.5 * Math.log2(1 + (12 * 4) / 8), 1);
  });

  it('are drawn with the spreads asked for, chips sharing their bend', () => {
    // 4096 columns: σ of a σ is 1.1 %; 5σ.
    const errors = drawAdcErrors(4096, spec(8, 'binary'), { gain: 0.01, offset: 2, bow: 1, sCurve: 1, noise: 0.4 }, 1);
    const rms = (list: ArrayLike<number>): number =>
      Math.sqrt(Array.from(list).reduce((sum, x) => sum + x * x, 0) / list.length);
    expect(Math.abs(rms(errors.gain!) / 0.01 - 1)).toBeLessThan(0.055);
    expect(Math.abs(rms(errors.offset!) / 2 - 1)).toBeLessThan(0.055);
    expect(new Set(Array.from(errors.bow!)).size).toBe(256);
    expect(errors.converterNoise).toBe(0.4);
    expect(errors.thresholds).toBeUndefined();
  });
});

describe('a converter by successive approximation', () => {
  it('is ideal with ideal capacitors', () => {
    const perfect = sarThresholds(drawCapacitors(6, 0, RandomStream.from(1)));
    expect([...perfect]).toEqual(Array.from({ length: 63 }, (_, j) => j + 0.5));
    const signed = codingThresholds('signMagnitude', drawCapacitors(5, 0, RandomStream.from(1)));
    expect([...signed]).toEqual(Array.from({ length: 62 }, (_, j) => j - 31 + 0.5));
  });

  it('has the thresholds of its bit-by-bit decisions', () => {
    const stream = RandomStream.from(2);
    const bits = 7;
    const capacitors = drawCapacitors(bits, 0.3, stream);
    const total = capacitors.reduce((sum, c) => sum + c, 0);
    const thresholds = sarThresholds(capacitors);
    for (let k = 0; k < 2000; k++) {
      const level = 2 ** bits * (1.1 * stream.uniform() - 0.05);
      let code = 0;
      let taken = 0;
      for (let b = 0; b < bits; b++) {
        const tried = taken + (capacitors[b]! * 2 ** bits) / total;
        if (level < tried - 0.5) continue;
        taken = tried;
        code += 2 ** (bits - 1 - b);
      }
      expect(thresholds.filter((t) => level >= t).length).toBe(code);
    }
    expect(linearity(thresholds).dnl.some((value) => value === -1)).toBe(true); // a third of a unit: codes are missing
    expect(thresholds.every((t, j) => j === 0 || t >= thresholds[j - 1]!)).toBe(true);
  });

  it('bends most at the middle, by what the largest capacitor is off', () => {
    const bits = 8;
    const capacitors = drawCapacitors(bits, 0, RandomStream.from(1));
    capacitors[0]! += 2; // two units too large
    const { dnl } = linearity(sarThresholds(capacitors));
    const worst = dnl.indexOf(Math.max(...dnl));
    expect(worst).toBe(126); // the code below the middle is two codes wider
    expect(dnl[126]).toBeCloseTo(2 * (256 / 258), 1);
  });

  it('has a mismatch that shows as √2^b/2 · σ in the middle', () => {
    // 400 converters: the sample σ has a relative σ of 3.5 %; 4.5σ. Half of the units against the other half: σ_INL = σ·√2^b/2.
    let squares = 0;
    for (let seed = 0; seed < 400; seed++) {
      const thresholds = sarThresholds(drawCapacitors(8, 0.02, RandomStream.from(seed, 'sar')));
      squares += linearity(thresholds).inl[127]! ** 2 / 400;
    }
    expect(Math.abs(Math.sqrt(squares) / (0.02 * 8) - 1)).toBeLessThan(0.16);
  });

  it('converts by its thresholds, also with drawn errors', () => {
    const adc = spec(8, 'signMagnitude');
    const errors = drawAdcErrors(32, adc, { capacitorMismatch: 0.05 }, 3);
    const adcs = new ColumnAdcs(32, adc, errors);
    expect(errors.thresholds?.lists.length).toBe(2);
    expect([adcs.codeMin, adcs.codeMax]).toEqual([adcs.code(0, -2), adcs.code(0, 2)]);
    const { inl } = rampTest((level) => adcs.code(20, adcs.value(level)), -127, 127, 64);
    expect(Math.max(...inl.map(Math.abs))).toBeGreaterThan(0.05);
    expect(() => new ColumnAdcs(1, adc, { thresholds: { lists: [[2, 1]], ofColumn: [0] } })).toThrow(/must have 254/);
  });
});

describe("the rows' converters", () => {
  it('are mid-tread, with zero a code and steps of fullScale/(2^(b−1) − 1)', () => {
    const dacs = new RowDacs(1, { bits: 4, fullScale: 1.4, signed: true });
    expect([dacs.codeMin, dacs.codeMax, dacs.codes]).toEqual([-7, 7, 15]);
    expect(dacs.step).toBeCloseTo(0.2, 12);
    expect([0, 0.09, -0.09, 0.11, 5, -5].map((x) => dacs.codeOf(x) + 0)).toEqual([0, 0, 0, 1, 7, -7]);
    expect(dacs.voltage(0, -7)).toBeCloseTo(-1.4, 6);
    expect(dacs.voltage(0, 0)).toBe(0);
    const one = new RowDacs(1, { bits: 1, fullScale: 2, signed: false });
    expect([0.9, 1.1].map((x) => one.voltage(0, one.codeOf(x)))).toEqual([0, 2]);
    expect(() => new RowDacs(1, { bits: 1, fullScale: 1, signed: true })).toThrow(/bits/);
    expect(() => new RowDacs(1, { bits: 13, fullScale: 1, signed: true })).toThrow(/12/);
  });

  it('bend by gain, offset and a table for each row', () => {
    const spec4 = { bits: 3, fullScale: 3, signed: true };
    const dacs = new RowDacs(2, spec4, {
      gain: [0, 0.1],
      offset: [0.5, 0],
      inl: [[0, 0, 0, 0, 0.2, 0, 0], new Float64Array(7)],
    });
    expect([-3, 0, 1, 3].map((code) => dacs.voltage(0, code))).toEqual([-2.5, 0.5, 1.7, 3.5].map(Math.fround));
    expect(dacs.voltage(1, 2)).toBeCloseTo(2.2, 6);
    expect(() => new RowDacs(2, spec4, { gain: [0] })).toThrow(/gain must have 2/);
    expect(() => new RowDacs(1, spec4, { inl: [[0]] })).toThrow(/inl\[0\] must have 7/);
  });

  it('have the non-linearity of a string of unequal elements', () => {
    // 600 rows: the sample σ has a relative σ of 2.9 %; 4.5σ. √n/2 · σ in the middle of n = 255 codes, nothing at the ends.
    const dac = { bits: 8, fullScale: 1, signed: true };
    const { inl } = drawDacErrors(600, dac, { elementMismatch: 0.01 }, 1);
    let squares = 0;
    for (const list of inl!) {
      expect(Math.abs(list[0]!) + Math.abs(list[254]!)).toBeLessThan(1e-12);
      squares += list[127]! ** 2 / 600;
    }
    expect(Math.abs(Math.sqrt(squares) / ((0.01 * Math.sqrt(255)) / 2) - 1)).toBeLessThan(0.13);
  });
});

describe('the range of a converter', () => {
  const matrix = analogMatrix(2, 2, [1, -2, 3, 0.5]);

  it('holds everything, or a share of what was profiled, or what was given', () => {
    const signed = { bits: 8, fullScale: 2, signed: true };
    expect(converterRange('signMagnitude', { mode: 'max', matrix, dac: signed })).toEqual({ low: -8, high: 8 });
    const unsigned = { ...signed, signed: false };
    expect(converterRange('binary', { mode: 'max', matrix, dac: unsigned })).toEqual({ low: -4, high: 8 });
    const outputs = Float64Array.from({ length: 1001 }, (_, k) => k - 500);
    expect(converterRange('signMagnitude', { mode: 'calibrated', outputs, share: 0.9 }).high).toBeCloseTo(450, 6);
    expect(converterRange('binary', { mode: 'calibrated', outputs, share: 0.9 })).toEqual({
      low: expect.closeTo(-450, 6) as number,
      high: expect.closeTo(450, 6) as number,
    });
    expect(converterRange('signMagnitude', { mode: 'fixed', low: -1, high: 3 })).toEqual({ low: -3, high: 3 });
    expect(() => converterRange('binary', { mode: 'calibrated', outputs: [1, 1], share: 1 })).toThrow(/extent/);
    expect(() => converterRange('binary', { mode: 'calibrated', outputs, share: 0.2 })).toThrow(/share/);
  });
});

function bend(u: number, bow: number, sCurve: number): number {
  return (1 - u * u) * (bow + sCurve * u);
}
