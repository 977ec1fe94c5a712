import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32ByTable } from './crc32-table.js';

describe('CRC-32 by table', () => {
  it('has the published check value', () => {
    expect(crc32ByTable(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32ByTable(new Uint8Array(0))).toBe(0);
  });

  it('is zlib’s, over any part, from any seed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(0xffffffff),
        fc.nat(300),
        fc.nat(300),
        (bytes, seed, a, b) => {
          const start = Math.min(a, b, bytes.length);
          const end = Math.min(Math.max(a, b), bytes.length);
          // Of no bytes at all zlib gives 0, whatever the seed; a sum that goes on must stay.
          const wanted = start === end ? seed : zlibCrc32(bytes.subarray(start, end), seed);
          expect(crc32ByTable(bytes, seed, start, end)).toBe(wanted);
        },
      ),
      { seed: 41 },
    );
  });
});
