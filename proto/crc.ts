/** The two checks of a frame: CRC-8 over the header, CRC-32 (zlib's) over header and payload. */
import { crc32 as zlibCrc32 } from 'node:zlib';

const TABLE_8 = Uint8Array.from({ length: 256 }, (_, i) => {
  let c = i;
  for (let k = 0; k < 8; k++) c = c & 0x80 ? (c << 1) ^ 0x07 : c << 1;
  return c & 0xff;
});

const TABLE_32 = Uint32Array.from({ length: 256 }, (_, i) => {
  let c = i;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c >>> 0;
});

/** Below this length the table loop beats the call into zlib. */
const SHORT = 48;

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
  if (end - start >= SHORT)
    return zlibCrc32(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end), seed);
  let c = ~seed;
  for (let i = start; i < end; i++) c = (TABLE_32[(c ^ (bytes[i] as number)) & 0xff] as number) ^ (c >>> 8);
  return ~c >>> 0;
}
