/** The stored calibration as a blob: reading and replacing it. */
import { ProtocolError, checkNumber } from '../../base/index.js';
import { BlockFormat, crc32 } from '../../proto/index.js';
import { WireBlockStream } from './block-stream.js';
import type { Link } from './link/link.js';
import { LinkStream } from './link/stream.js';
import { sendUp } from './tile.js';

/** Options of {@link getCalibration}. */
export interface GetCalibrationOptions {
  /** Token of the calibration that is known already (`identity.calibrationHash`). */
  readonly knownHash?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The blob; undefined if there is none, or the one that is known is still in force. */
export async function getCalibration(link: Link, options: GetCalibrationOptions): Promise<Uint8Array | undefined> {
  const knownHash = checkNumber('knownHash', options.knownHash ?? 0, { min: 0, max: 0xffffffff, integer: true });
  const stream = new WireBlockStream(link, 'getCalibration', { knownHash }, { standIn: false, signal: options.signal });
  const blocks: Uint8Array[] = [];
  for await (const { bytes } of stream) if (bytes.length > 0) blocks.push(bytes);
  const blob = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    blob.set(block, at);
    at += block.length;
  }
  return blob.length === 0 ? undefined : blob;
}

/** Stores a blob. @returns the token of the calibration now in force */
export async function putCalibration(link: Link, blob: Uint8Array, signal?: AbortSignal): Promise<number> {
  if (!(blob instanceof Uint8Array)) throw new TypeError('blob must be a Uint8Array');
  if (blob.length === 0) throw new RangeError('blob must not be empty');
  const message = { size: blob.length, dataCrc32: crc32(blob) };
  const stream = await LinkStream.open(link, 'putCalibration', message, { signal, upFormat: BlockFormat.OPAQUE });
  const reply = await sendUp(stream, blob);
  if (reply.body !== 'putCalibrationReply')
    throw new ProtocolError('putCalibration: the board ended without naming the calibration in force');
  return reply.putCalibrationReply.calibrationHash;
}
