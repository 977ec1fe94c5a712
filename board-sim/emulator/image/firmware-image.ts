/** Firmware files: what they put into flash. */
import { FLASH_BASE, FLASH_BYTES } from '../chip/memory-map.js';
import { FirmwareImageError, hex } from '../machine-fault.js';
import { isElf, readElf } from './elf.js';
import { isUf2, readUf2 } from './uf2.js';

/** Bytes that a file wants at an address. */
export interface Segment {
  readonly address: number;
  readonly data: Uint8Array;
}

/**
 * Reads a UF2 file, an ELF file or a raw image, whichever it is.
 * @returns flash from 0x10000000 to the end of the image; gaps hold 0xFF, as erased flash does
 * @throws FirmwareImageError for a file that is none of them, is damaged or does not fit
 */
export function readFirmwareImage(bytes: Uint8Array): Uint8Array {
  if (isUf2(bytes)) return layOut(readUf2(bytes));
  if (isElf(bytes)) return layOut(readElf(bytes));
  return layOut([{ address: FLASH_BASE, data: bytes }]);
}

/** Lays segments out as flash. */
function layOut(segments: readonly Segment[]): Uint8Array {
  const wanted = segments.filter(({ data }) => data.length > 0).sort((a, b) => a.address - b.address);
  if (wanted.length === 0) throw new FirmwareImageError('the file holds no data for flash');
  let end = FLASH_BASE;
  for (const { address, data } of wanted) {
    if (address < FLASH_BASE || address + data.length > FLASH_BASE + FLASH_BYTES)
      throw new FirmwareImageError(
        `the file wants ${data.length} bytes at ${hex(address)}, which is not flash`,
        'link for flash at 0x10000000',
      );
    if (address < end) throw new FirmwareImageError(`the file wants two things at ${hex(address)}`);
    end = address + data.length;
  }
  const flash = new Uint8Array(end - FLASH_BASE).fill(0xff);
  for (const { address, data } of wanted) flash.set(data, address - FLASH_BASE);
  return flash;
}
