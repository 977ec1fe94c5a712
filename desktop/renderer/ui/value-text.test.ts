import { expect, it } from 'vitest';
import { valueText } from './value-text.js';

it('writes powers of ten as they are printed, and leaves prefixes and counts alone', () => {
  expect(valueText(-1.562e7, '1/s')).toBe('-1.562\u00a0×\u00a010⁷\u00a01/s');
  expect(valueText(3e-9, 's')).toBe('3.000\u00a0ns');
  expect(valueText(2351104)).toBe('2,351,104');
});
