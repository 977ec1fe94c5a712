import { RandomStream } from '../../../base/index.js';

/** Bytes for statistics that other programs compute too: good ones, and bad ones of several kinds. All from seeds. */
export const BYTE_SETS: readonly { readonly name: string; readonly bytes: () => Uint8Array }[] = [
  { name: 'fair', bytes: () => seeded(1, 250_004, 0.5) },
  { name: 'fair, odd length', bytes: () => seeded(2, 99_991, 0.5) },
  { name: 'biased', bytes: () => seeded(3, 100_004, 0.51) },
  { name: 'strongly biased', bytes: () => seeded(4, 50_004, 0.7) },
  { name: 'stuck at zero', bytes: () => new Uint8Array(25_004) },
  { name: 'alternating', bytes: () => new Uint8Array(25_004).fill(0xaa) },
  { name: 'byte counter', bytes: () => Uint8Array.from({ length: 51_204 }, (_, i) => i) },
  { name: 'repeated words', bytes: () => repeating(seeded(5, 100_004, 0.5)) },
  { name: 'long runs', bytes: () => withRuns(seeded(6, 100_004, 0.5)) },
];

function seeded(seed: number, length: number, p: number): Uint8Array {
  const stream = RandomStream.from(seed, 'byte sets');
  return Uint8Array.from({ length }, () => {
    let byte = 0;
    for (let k = 0; k < 8; k++) byte = byte * 2 + Number(stream.uniform() < p);
    return byte;
  });
}

/** Every thousandth word of four bytes is the one before again; some of them where a block of 2,500 bytes ends. */
function repeating(bytes: Uint8Array): Uint8Array {
  for (let at = 2504; at + 4 <= bytes.length; at += 4000) bytes.copyWithin(at, at - 4, at);
  return bytes;
}

/** Runs of 24 to 28 equal bits, at any place in a byte. */
function withRuns(bytes: Uint8Array): Uint8Array {
  for (let i = 0; 2600 * i + 100 < bytes.length; i++)
    for (let k = 0; k < 24 + (i % 5); k++) {
      const at = 8 * (2600 * i + 50) + i + k;
      const mask = 0x80 >> (at & 7);
      bytes[at >> 3] = i % 2 === 0 ? bytes[at >> 3]! | mask : bytes[at >> 3]! & ~mask;
    }
  return bytes;
}
