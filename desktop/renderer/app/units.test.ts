import { afterEach, describe, expect, it } from 'vitest';
import { checkQuantity, writeQuantity } from '../ui/quantity-field.js';
import { locale } from './i18n.js';
import { fieldUnit, formatField, formatQuantity, parseField, readQuantity } from './units.js';

afterEach(() => {
  locale.value = 'en';
  fieldUnit.value = 'mT';
});

describe('quantities', () => {
  it('have the decimal sign of the language, in and out', () => {
    expect(formatQuantity(1.2e-9, 's')).toBe('1.200\u00a0ns');
    locale.value = 'de';
    expect(formatQuantity(1.2e-9, 's')).toBe('1,200\u00a0ns');
    expect(readQuantity('1,2 ns', 's')).toBe(1.2e-9);
  });

  it('are written as short as reads back', () => {
    expect(writeQuantity(1.2e-9, 's')).toBe('1.2\u00a0ns');
    expect(writeQuantity(-1.25, 'V')).toBe('-1.25\u00a0V');
    expect(writeQuantity(100, '')).toBe('100');
  });

  it('say what is wrong with what was typed', () => {
    expect(checkQuantity('-1.5 V', 'V', { min: -2, max: 2 })).toEqual({ value: -1.5 });
    expect(checkQuantity('3', 'V', { min: -2, max: 2 })).toEqual({ error: 'Must be -2\u00a0V to 2\u00a0V.' });
    expect(checkQuantity('3 A', 'V', { max: 2 })).toEqual({
      error: 'Type a quantity in V, for example 2\u00a0V.',
    });
    expect(checkQuantity('1.5', '', { integer: true })).toEqual({ error: 'Type a whole number.' });
  });
});

describe('fields', () => {
  it('are µ0H in mT or H in Oe: 1 Oe is 0.1 mT, 1 kA/m is 1.2566 mT', () => {
    expect(formatField(1000)).toBe('1.257\u00a0mT');
    fieldUnit.value = 'Oe';
    expect(formatField(1000)).toBe('12.57\u00a0Oe');
    expect(parseField('10')).toBeCloseTo(795.775, 3);
    expect(parseField('1 mT')).toBeCloseTo(795.775, 3);
    expect(parseField('4 kA/m')).toBe(4000);
  });

  it('are taken where a quantity in A/m is asked for', () => {
    expect(checkQuantity('150 Oe', 'A/m', { max: 1e6 })).toEqual({ value: parseField('150 Oe') });
    expect(checkQuantity('12 kA/m', 'A/m', {})).toEqual({ value: 12_000 });
    expect(checkQuantity('15 mT', 'V', {})).toHaveProperty('error');
  });
});
