/** What SRAM holds when the power comes. */
import { RandomStream } from '../../../base/index.js';

/** Which power-on of which board: two of them never wake up with the same contents. */
export interface PowerOn {
  readonly seed: number | bigint;
  /** Starts of this board before this one. */
  readonly count: number;
}

/** Bits that every word has: as a pointer it is unaligned and outside all memory, as a number absurd. */
const POISON = 0xa5000001;
const FREE_BITS = 0x00fffffe;

/**
 * Fills memory as cells do that nobody has written. On silicon chance decides, and a firmware may draw its boot identifier from it; here the
 * seed does.
 */
export function wakeMemory(sram: Uint8Array, { seed, count }: PowerOn): void {
  const random = RandomStream.from(seed, 'memory at power-on', count);
  const words = new Uint32Array(sram.buffer, sram.byteOffset, sram.length >> 2);
  for (let k = 0; k < words.length; k++) words[k] = (random.nextU32() & FREE_BITS) | POISON;
}
