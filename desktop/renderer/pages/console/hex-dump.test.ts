import { expect, it } from 'vitest';
import { hexDump, hexText } from './hex-dump.js';

it('writes bytes with offset and characters', () => {
  const bytes = Uint8Array.from({ length: 18 }, (_, k) => k + 0x38);
  expect(hexDump(bytes)).toBe(
    '0000  38 39 3a 3b 3c 3d 3e 3f  40 41 42 43 44 45 46 47  89:;<=>?@ABCDEFG\n' + `0010  48 49${' '.repeat(43)}  HI`,
  );
  expect(hexDump(new Uint8Array([0, 255]))).toContain('··');
  expect(hexText(new Uint8Array([0, 255]))).toBe('00ff');
});
