import { expect, it } from 'vitest';
import { assessedSource } from '../entropy/assessment.js';
import { isCreditable } from './tap-source.js';

const STORED = { samples: 1_000_000, bitsPerSample: 1, minEntropy: 0.8 };

it('credits on an assessment without doubts of the same board, or the tap’s own', () => {
  const credit = (stored: Partial<Parameters<typeof assessedSource>[0]>): boolean =>
    // The daemon knows the serial number only when the board is open: `usb:` does not tell it.
    isCreditable(assessedSource({ ...STORED, ...stored }, 'a.json'), 'B');
  expect(isCreditable(undefined, 'B')).toBe(true);
  expect(credit({})).toBe(true);
  expect(credit({ board: { serial: 'B' } })).toBe(true);
  expect(credit({ board: { serial: 'A' } })).toBe(false);
  expect(credit({ notEntropy: true })).toBe(false);
  expect(credit({ samples: 999_999 })).toBe(false);
});
