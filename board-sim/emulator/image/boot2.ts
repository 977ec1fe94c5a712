/** The second stage of the boot: 252 bytes and their checksum. */
import { FirmwareImageError, hex } from '../machine-fault.js';
import { BOOT2_BYTES } from '../chip/memory-map.js';

const CHECKED_BYTES = BOOT2_BYTES - 4;

/** CRC-32 as the mask ROM computes it: polynomial 0x04C11DB7, initial value all ones, neither reflected nor inverted (CRC-32/MPEG-2). */
export function plainCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}

/** The checksum that the mask ROM demands of the second stage: of its first 252 bytes (RP2040 datasheet, section 2.8.1.3.1). */
export const boot2Crc = (bytes: Uint8Array): number => plainCrc32(bytes.subarray(0, CHECKED_BYTES));

/** A second stage with its checksum in place: code of at most 252 bytes, zeros after it. */
export function sealBoot2(code: Uint8Array): Uint8Array {
  if (code.length > CHECKED_BYTES)
    throw new RangeError(`code must have at most ${CHECKED_BYTES} bytes, got ${code.length}`);
  const sealed = new Uint8Array(BOOT2_BYTES);
  sealed.set(code);
  new DataView(sealed.buffer).setUint32(CHECKED_BYTES, boot2Crc(sealed), true);
  return sealed;
}

/**
 * Judges the second stage as the mask ROM would.
 * @param flash flash from 0x10000000
 * @throws FirmwareImageError where a chip would go to its USB boot loader instead of running the firmware
 */
export function checkBoot2(flash: Uint8Array): void {
  if (flash.length < BOOT2_BYTES)
    throw new FirmwareImageError(`the image has ${flash.length} bytes, less than a second boot stage`);
  const stored = new DataView(flash.buffer, flash.byteOffset).getUint32(CHECKED_BYTES, true);
  const computed = boot2Crc(flash);
  if (stored === computed) return;
  throw new FirmwareImageError(
    `the second boot stage has checksum ${hex(computed)} and says ${hex(stored)}: a chip would refuse it and start its USB boot loader`,
  );
}
