import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainName } from './plain-name.js';

it.each([
  ['run', 'run'],
  ['resistance-map-20261127 (1)', 'resistance-map-20261127-1'],
  ['Überblick 3', 'Uberblick-3'],
  ['.hidden', 'hidden'],
  ['../../etc/passwd', 'etc-passwd'],
  ['測定', ''],
])('makes %s a name: %s', (text, name) => {
  expect(plainName(text)).toBe(name);
});

it('is plain whatever it is made of, and stays what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const name = plainName(text);
      expect(name).toMatch(/^(?:[A-Za-z0-9_][\w.+-]{0,99})?$/);
      expect(plainName(name)).toBe(name);
    }),
    { seed: 1 },
  );
});
