/** The two checks of a frame: CRC-8 over the header, CRC-32 (zlib's) over header and payload. */
import { crc32ByTable } from './crc32-table.js';
import { runtime } from './runtime.js';

const TABLE_8 = Uint8Array.from({ length: 256 }, (_, i) => {
  let c = i;
  for (let k = 0; k < 8; k++) c = c & 0x80 ? (c << 1) ^ 0x07 : c << 1;
  return c & 0xff;
});

const zlib = runtime.zlib;

/** Below this length the table beats the call into zlib (Node 20, x86-64: they meet at 250 bytes). */
const SHORT = 256;

/** CRC-8, polynomial 0x07, initial value 0, not reflected, over bytes[start, end). Check value of "123456789": 0xF4. */
export function crc8(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let c = 0;
  for (let i = start; i < end; i++) c = TABLE_8[c ^ (bytes[i] as number)] as number;
  return c;
}

/**
 * CRC-32/ISO-HDLC (zlib's) over bytes[start, end), continuing from `seed`. Check value of "123456789": 0xCBF43926.
 */
export function crc32(bytes: Uint8Array, seed = 0, start = 0, end = bytes.length): number {
  if (zlib === undefined || end - start < SHORT) return crc32ByTable(bytes, seed, start, end);
  return zlib.crc32(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end), seed);
}
