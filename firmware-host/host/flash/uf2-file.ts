/** The judgement of a firmware file before any of it is written. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DataError, fileError } from '../../../base/index.js';
import { checkBoot2 } from '../../../board-sim/emulator/image/boot2.js';
import { readFirmwareImage } from '../../../board-sim/emulator/image/firmware-image.js';
import { isUf2, readUf2 } from '../../../board-sim/emulator/image/uf2.js';
import { FirmwareImageError } from '../../../board-sim/emulator/machine-fault.js';

/** The only payload that the mask ROM's boot loader takes, at multiples of itself (RP2040 datasheet, section 2.8.4.2; not verified on a chip). */
const PAYLOAD_BYTES = 256;

/** A UF2 file that a chip would run. */
export interface Uf2File {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly blocks: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads a UF2 file and makes sure that it is whole, is for the RP2040, lies in flash and begins with a second boot stage that the mask ROM accepts.
 * @throws FileError if it cannot be read; DataError if a chip would not run it
 */
export async function readUf2File(path: string): Promise<Uf2File> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw fileError('read', path, cause);
  });
  try {
    if (!isUf2(bytes))
      throw new FirmwareImageError('it does not begin like a UF2 file', 'name a file that ends in .uf2');
    const segments = readUf2(bytes);
    for (const { address, data } of segments)
      if (data.length !== PAYLOAD_BYTES || address % PAYLOAD_BYTES !== 0)
        throw new FirmwareImageError(
          `it has a block of ${data.length} bytes for 0x${address.toString(16)}; the boot loader takes blocks of ${PAYLOAD_BYTES} at multiples of ${PAYLOAD_BYTES}`,
        );
    checkBoot2(readFirmwareImage(bytes));
  } catch (cause) {
    if (!(cause instanceof FirmwareImageError)) throw cause;
    throw new DataError(`${path} is no firmware for the board: ${cause.message}`, {
      cause,
      nextStep: `nothing was written; ${cause.nextStep ?? 'build the firmware again'}`,
      details: { path },
    });
  }
  return { path, bytes, blocks: bytes.length / 512, sha256: createHash('sha256').update(bytes).digest('hex') };
}
