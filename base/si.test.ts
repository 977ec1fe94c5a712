import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration } from './human.js';
import { formatSi, formatWithUncertainty, parseQuantity } from './si.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250101 });

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('formatSi', () => {
  it.each([
    [1.23e-14, 'J', 4, '12.30 fJ'],
    [0, 'J', 4, '0 J'],
    [-0.85, 'V', 3, '-850 mV'],
    [999.96, '', 4, '1.000 k'],
    [999.94, 'Hz', 4, '999.9 Hz'],
    [9.9996e-7, 's', 4, '1.000 \u00b5s'],
    [52_000, 'Ω', 3, '52.0 kΩ'],
    [123, 'J', 2, '120 J'],
    [1e12, 'bit/s', 1, '1 Tbit/s'],
    [1.5e15, 'J', 3, '1.50e+15 J'],
    [2.87e-21, 'J', 3, '2.87 zJ'],
    [2.5e-30, 'J', 2, '2.5e-30 J'],
    [0.00385e-12, 'm²', 3, '3.85e-15 m²'],
    [6.076e6, '1/s', 4, '6.076e+6 1/s'],
    [0.01508, '1/V', 3, '0.0151 1/V'],
    [99.5, '%', 3, '99.5 %'],
    [0.012, '', 3, '12.0 m'],
    [Number.NaN, 'J', 4, 'NaN J'],
    [-Infinity, 'J', 4, '-∞ J'],
  ])('shows %d %s with %i digits as %s', (value, unit, digits, text) => {
    expect(plain(formatSi(value, unit, digits))).toBe(text);
  });

  it('puts one no-break space between number and unit, none without a unit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(formatSi(value, 'V')).toMatch(/^-?[0-9.]+(e[+-]\d+)?\u00a0[yzafpn\u00b5mkMGT]?V$/);
      }),
    );
    expect(formatSi(5, '')).toBe('5.000');
  });

  it('never shows four figures before the point', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.1e-24, max: 9e14, noNaN: true }),
        fc.integer({ min: 3, max: 17 }),
        (value, digits) => {
          const number = Number.parseFloat(formatSi(value, 'J', digits));
          return number >= 1 && number < 1000;
        },
      ),
    );
  });

  it('reads back exactly with 17 digits, and to half of the last digit with fewer', () => {
    const value = fc.double({ min: -1e20, max: 1e20, noNaN: true });
    fc.assert(
      fc.property(value, fc.constantFrom('V', 's', 'A/m', 'Ω', '', 'm', 'T', 'bit/s', 'm²'), (v, unit) => {
        expect(parseQuantity(formatSi(v, unit, 17), unit)).toBe(v === 0 ? 0 : v);
      }),
    );
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 12 }), (v, digits) => {
        const back = parseQuantity(formatSi(v, 'J', digits), 'J');
        return Math.abs(back - v) <= 0.5000001 * 10 ** (1 - digits) * Math.abs(v) + Number.MIN_VALUE * 16;
      }),
    );
  });

  it('refuses what is no number, and digits out of range', () => {
    expect(() => formatSi('1' as unknown as number, 'J')).toThrow(TypeError);
    expect(() => formatSi(1, 'J', 0)).toThrow(/digits must be an integer from 1 to 17, got 0/);
  });
});

describe('formatWithUncertainty', () => {
  it.each([
    [1.23e-14, 4e-16, 'J', '12.3(4) fJ'],
    [1.2345e-14, 1.23e-16, 'J', '12.35(12) fJ'],
    [999.96, 0.3, 'J', '1.0000(3) kJ'],
    [1234, 200, 'J', '1.2(2) kJ'],
    [123, 40, 'J', '120(40) J'],
    [0, 0.5, 'V', '0(500) mV'],
    [0.001, 5, 'J', '0(5) J'],
    [5, 5, 'J', '5(5) J'],
    [9.96, 0.1, 'V', '9.96(10) V'],
    [9.96, 0.3, 'V', '10.0(3) V'],
    [-1.5, 0.0996, 'V', '-1.50(10) V'],
    [2.4, 6, 'J', '2(6) J'],
    [0.6, 3, 'J', '1(3) J'],
    [1e-3, 0, 'V', '1.000 mV'],
    [1e-3, Number.NaN, 'V', '1.000(?) mV'],
  ])('shows %d ± %d %s as %s', (value, sigma, unit, text) => {
    expect(plain(formatWithUncertainty(value, sigma, unit))).toBe(text);
  });

  it('shows a value and a spread that lie within half of the last figure of the given ones', () => {
    const magnitude = fc.double({ min: -15, max: 11, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        magnitude,
        fc.double({ min: -12, max: 3, noNaN: true }),
        (m, e, s) => {
          const value = m * 10 ** e;
          const sigma = 10 ** (e + s);
          const match = /^(-?\d+(?:\.(\d+))?)\((\d+)\)(\D*)$/.exec(formatWithUncertainty(value, sigma, 'J'));
          if (match === null || sigma < 1e-24 || sigma > 1e14) return;
          const scale = parseQuantity(`1${match[4]!.trim()}`, 'J');
          const place = 10 ** -(match[2] ?? '').length * scale;
          const spread = Number(match[3]) * place;
          expect(Math.abs(spread - sigma)).toBeLessThanOrEqual(0.51 * sigma);
          expect(Math.abs(Number(match[1]) * scale - value)).toBeLessThanOrEqual(0.51 * Math.max(place, spread));
        },
      ),
    );
  });

  it('refuses a negative spread', () => {
    expect(() => formatWithUncertainty(1, -1, 'J')).toThrow(RangeError);
  });
});

describe('parseQuantity', () => {
  it.each([
    ['850mV', 'V', 0.85],
    ['1.2ns', 's', 1.2e-9],
    ['12kA/m', 'A/m', 12e3],
    ['12 kA/m', 'A/m', 12e3],
    ['0.85', 'V', 0.85],
    ['-5e-3', 'V', -5e-3],
    ['5 us', 's', 5e-6],
    ['5 \u03bcs', 's', 5e-6],
    ['5\u00a0\u00b5s', 's', 5e-6],
    ['\u22120.5V', 'V', -0.5],
    ['50kohm', 'Ω', 50e3],
    ['50 kΩ', 'ohm', 50e3],
    ['3m', 'm', 3],
    ['3mm', 'm', 3e-3],
    ['2T', 'T', 2],
    ['2mT', 'T', 2e-3],
    ['10k', '', 1e4],
    ['50%', '', 0.5],
    ['.5V', 'V', 0.5],
    ['5.V', 'V', 5],
  ])('reads %s in %s as %d', (text, unit, value) => {
    expect(parseQuantity(text, unit)).toBe(value);
  });

  it.each(['', 'V', '1,2V', '850mA', '850m', '1.2.3V', 'NaN', 'Infinity', '0x10', '1e999V', '5 V V', '5kkV', '5KV'])(
    'refuses "%s" as volts',
    (text) => {
      expect(() => parseQuantity(text, 'V')).toThrow(RangeError);
      expect(() => parseQuantity(text, 'V')).toThrow(`"${text}"`);
    },
  );

  it('refuses what is no text', () => {
    expect(() => parseQuantity(5 as unknown as string, 'V')).toThrow(TypeError);
  });
});

describe('spans of time and bytes', () => {
  it.each([
    [0, '0 s'],
    [0.85, '850 ms'],
    [0.9999, '1.0 s'],
    [12.34, '12.3 s'],
    [59.97, '1 min 00 s'],
    [72, '1 min 12 s'],
    [3599.7, '1 h 00 min'],
    [7500, '2 h 05 min'],
    [86_399, '1 d 0 h'],
    [273_600, '3 d 4 h'],
  ])('shows %d s as %s', (seconds, text) => {
    expect(plain(formatDuration(seconds))).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [1023, '1023 B'],
    [1024, '1.00 KiB'],
    [1536, '1.50 KiB'],
    [1023.99 * 1024, '1.00 MiB'],
    [5 * 1024 ** 3, '5.00 GiB'],
  ])('shows %d bytes as %s', (bytes, text) => {
    expect(plain(formatBytes(bytes))).toBe(text);
  });
});
