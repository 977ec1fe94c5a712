/** Contents of the board's EEPROM. */

/** A bank's first 64 bytes. */
export function header(serial: string): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('SPDC'));
  view.setUint16(4, 1, true);
  view.setUint16(6, 64, true);
  bytes.set(new TextEncoder().encode(serial), 12);
  let crc = 0xffffffff;
  for (const byte of bytes.subarray(0, 60)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  view.setUint32(60, ~crc >>> 0, true);
  return bytes;
}

/** A memory with headers at the beginning of its banks. */
export function memory(first: Uint8Array | undefined, second?: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(131_072).fill(0xff);
  if (first !== undefined) bytes.set(first);
  if (second !== undefined) bytes.set(second, 65_536);
  return bytes;
}
