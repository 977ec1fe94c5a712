/** The check of every frame: where there is zlib, and in a page. */
import { crc32, crc32ByTable } from '../../proto/index.js';
import type { Benchmark } from './harness.js';

/** The payload of a full frame, and a control message. */
const LENGTHS = { 'crc.table.64k': 65536, 'crc.table.64': 64 } as const;
/** Bytes a repetition. */
const AMOUNT = 1 << 22;

/** Table against zlib. */
export const crcBenchmarks: readonly Benchmark[] = Object.entries(LENGTHS).map(([id, length]) => ({
  id,
  unit: 'B/s',
  what: `CRC-32 by table, as a page does it, over ${length} bytes`,
  against: 'zlib',
  prepare: () => {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 31);
    const side = (crc: (bytes: Uint8Array, seed: number) => number) => ({
      amount: AMOUNT,
      work: () => {
        for (let c = 0, done = 0; done < AMOUNT; done += length) c = crc(bytes, c);
      },
    });
    return { subject: side(crc32ByTable), reference: side(crc32) };
  },
}));
