/** CRC-32 without a library, for where there is no zlib: a page. Eight bytes a step (M. Kounavis and F. Berry, "A systematic approach to building high performance software-based CRC generators", 2005). */

/** Row k: what a byte does that k more zero bytes follow. Row 0 is the usual table. */
const ROWS = makeRows();

function makeRows(): readonly Uint32Array[] {
  const rows = Array.from({ length: 8 }, () => new Uint32Array(256));
  for (let byte = 0; byte < 256; byte++) {
    let c = byte;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    rows[0]![byte] = c;
  }
  for (let byte = 0; byte < 256; byte++)
    for (let k = 1; k < 8; k++) {
      const before = rows[k - 1]![byte]!;
      rows[k]![byte] = (before >>> 8) ^ rows[0]![before & 0xff]!;
    }
  return rows;
}

const [T0, T1, T2, T3, T4, T5, T6, T7] = ROWS as unknown as readonly [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
];

/** CRC-32/ISO-HDLC over bytes[start, end), continuing from `seed`. */
export function crc32ByTable(bytes: Uint8Array, seed = 0, start = 0, end = bytes.length): number {
  let c = ~seed;
  let i = start;
  for (const last = end - 8; i <= last; i += 8) {
    c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    c =
      T7[c & 0xff]! ^
      T6[(c >>> 8) & 0xff]! ^
      T5[(c >>> 16) & 0xff]! ^
      T4[c >>> 24]! ^
      T3[bytes[i + 4]!]! ^
      T2[bytes[i + 5]!]! ^
      T1[bytes[i + 6]!]! ^
      T0[bytes[i + 7]!]!;
  }
  for (; i < end; i++) c = T0[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8);
  return ~c >>> 0;
}
