/** ELF: the loadable segments by their physical address, which is where they lie in flash. */
import { FirmwareImageError } from '../machine-fault.js';
import type { Segment } from './firmware-image.js';

const MAGIC = 0x464c457f;
const CLASS_32 = 1;
const LITTLE_ENDIAN = 1;
const MACHINE_ARM = 40;
const SEGMENT_LOAD = 1;
const PROGRAM_HEADER_BYTES = 32;

/** Whether the bytes begin like an ELF file. */
export function isElf(bytes: Uint8Array): boolean {
  return bytes.length >= 52 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === MAGIC;
}

/**
 * Reads the segments of a 32-bit little-endian ARM program.
 * @throws FirmwareImageError for another kind of ELF file and for a truncated one
 */
export function readElf(bytes: Uint8Array): Segment[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[4] !== CLASS_32 || bytes[5] !== LITTLE_ENDIAN || view.getUint16(18, true) !== MACHINE_ARM)
    throw new FirmwareImageError('the ELF file is not a 32-bit little-endian ARM program');
  const headers = view.getUint32(28, true);
  const pitch = view.getUint16(42, true);
  const count = view.getUint16(44, true);
  const segments: Segment[] = [];
  for (let k = 0; k < count; k++) {
    const header = headers + k * pitch;
    if (header + PROGRAM_HEADER_BYTES > bytes.length) throw new FirmwareImageError('the ELF file is truncated');
    if (view.getUint32(header, true) !== SEGMENT_LOAD) continue;
    const offset = view.getUint32(header + 4, true);
    const size = view.getUint32(header + 16, true);
    if (offset + size > bytes.length) throw new FirmwareImageError('the ELF file is truncated');
    if (size > 0)
      segments.push({ address: view.getUint32(header + 12, true), data: bytes.subarray(offset, offset + size) });
  }
  return segments;
}
