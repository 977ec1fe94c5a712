/** UF2: blocks of 512 bytes, each with its own address (the format of the mask ROM's USB boot loader). */
import { FirmwareImageError, hex } from '../machine-fault.js';
import type { Segment } from './firmware-image.js';

const BLOCK_BYTES = 512;
const MAGIC_FIRST = 0x0a324655;
const MAGIC_SECOND = 0x9e5d5157;
const MAGIC_LAST = 0x0ab16f30;
const FLAG_NOT_FLASH = 0x1;
const FLAG_FAMILY = 0x2000;
const FAMILY_RP2040 = 0xe48bff56;
const MAX_PAYLOAD = 476;

/** Whether the bytes begin like a UF2 file. */
export function isUf2(bytes: Uint8Array): boolean {
  if (bytes.length < BLOCK_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return view.getUint32(0, true) === MAGIC_FIRST && view.getUint32(4, true) === MAGIC_SECOND;
}

/**
 * Reads a UF2 file.
 * @throws FirmwareImageError for damage, for missing blocks and for another chip's file
 */
export function readUf2(bytes: Uint8Array): Segment[] {
  if (bytes.length % BLOCK_BYTES !== 0)
    throw new FirmwareImageError(`the UF2 file has ${bytes.length} bytes, which is not a multiple of ${BLOCK_BYTES}`);
  const blocks = bytes.length / BLOCK_BYTES;
  const segments: Segment[] = [];
  for (let block = 0; block < blocks; block++) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + block * BLOCK_BYTES, BLOCK_BYTES);
    const word = (offset: number): number => view.getUint32(offset, true);
    const damaged = (what: string): never => {
      throw new FirmwareImageError(`block ${block} of the UF2 file ${what}`);
    };
    if (word(0) !== MAGIC_FIRST || word(4) !== MAGIC_SECOND || word(508) !== MAGIC_LAST) damaged('has no magic');
    const flags = word(8);
    const size = word(16);
    if (word(20) !== block || word(24) !== blocks)
      damaged(`says it is block ${word(20)} of ${word(24)}, and the file has ${blocks}`);
    if (size > MAX_PAYLOAD) damaged(`has ${size} bytes, more than ${MAX_PAYLOAD}`);
    if ((flags & FLAG_FAMILY) === 0 || word(28) !== FAMILY_RP2040)
      damaged(`is for another chip (family ${hex(word(28))})`);
    if ((flags & FLAG_NOT_FLASH) !== 0) continue;
    segments.push({ address: word(12), data: new Uint8Array(view.buffer, view.byteOffset + 32, size) });
  }
  return segments;
}
