import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { checkNumber, DataError } from '../../base/index.js';
import { BitFile, sidecarOf } from '../entropy/bit-file.js';
import { NOT_ENTROPY_MARK } from '../entropy/bit-record.js';
import { readRun } from '../runs/index.js';
import { BITS_CHANNEL } from './board-channels.js';
import { packedBitsOf } from './export.js';
import { readCaptureIndex, StoredCapture } from './open-capture.js';

/** Which bits, and where to. */
export interface BitsExportOptions {
  /** First bit; 0 by default. */
  readonly from?: number | undefined;
  /** Bit to end before; all by default. */
  readonly to?: number | undefined;
  /** File to write; by default RUN-bits.bin in the present folder. */
  readonly out?: string | undefined;
  /** Replaces that file and its sidecar. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBits: number, totalBits: number) => void;
}

/** What was written. */
export interface BitsExport {
  readonly path: string;
  readonly sidecar: string;
  readonly bits: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly notEntropy: boolean;
}

/**
 * Writes the raw bits of a capture as a file for test batteries: the first bit in the least significant place of the first byte, unused places of the last
 * byte 0. A sidecar says where they come from and, where it is so, that they are not entropy; the batteries of this program read it.
 * @throws DataError for a run without bits; RangeError for a range that is none; FileError; the signal's reason
 */
export async function exportBits(dir: string, options: BitsExportOptions = {}): Promise<BitsExport> {
  const run = await readRun(dir);
  const index = await readCaptureIndex(dir);
  if (index?.channels.some(({ name }) => name === BITS_CHANNEL) !== true)
    throw new DataError(`${dir} holds no raw bits`, {
      nextStep: 'Bits are in captures with the channel bits, and in files of: spindrift entropy --out FILE.',
    });
  const capture = await StoredCapture.open(dir);
  try {
    const { length } = capture.data(BITS_CHANNEL);
    const to = checkNumber('to', options.to ?? length, { integer: true, min: 0, max: length });
    const from = checkNumber('from', options.from ?? 0, { integer: true, min: 0, max: to });
    const path = await BitFile.check(options.out ?? `${basename(dir)}-bits.bin`, options.force ?? false);
    const record = {
      format: 'spindrift-bits',
      version: 1,
      status: 'writing',
      notEntropy: index.notEntropy,
      ...(index.notEntropy ? { mark: NOT_ENTROPY_MARK } : {}),
      board: run.manifest.board,
      run: { id: run.manifest.id, channel: BITS_CHANNEL, fromBit: from, toBit: to },
      layout: index.layouts[BITS_CHANNEL] ?? null,
      bytes: 0,
      sha256: null,
    } as const;
    const file = await BitFile.create(path, record);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for (const piece of packedBitsOf(capture, BITS_CHANNEL, from, to)) {
        options.signal?.throwIfAborted();
        await file.write(piece);
        hash.update(piece);
        bytes += piece.length;
        options.onProgress?.(Math.min(bytes * 8, to - from), to - from);
      }
    } catch (error) {
      // Half an export is none.
      await file.close({ ...record, bytes: 0 });
      throw error;
    }
    const sha256 = hash.digest('hex');
    const ended = { ...record, status: 'finished', bytes, sha256 };
    await file.close(ended);
    return { path, sidecar: sidecarOf(path), bits: to - from, bytes, sha256, notEntropy: index.notEntropy };
  } finally {
    capture.close();
  }
}
