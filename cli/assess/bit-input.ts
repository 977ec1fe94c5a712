import { UsageError } from '../../base/index.js';
import {
  bitsFromAscii,
  bitsFromBytes,
  bitsFromSamples,
  type BitOrder,
  type BitSequence,
} from '../../lab/entropy/index.js';
import type { Console } from '../console.js';
import { type FileOrigin, readOrigin } from '../../lab/entropy/batteries/file-origin.js';
import { type InputFile, readInputFile } from '../../lab/entropy/batteries/input-file.js';

/** How bits stand in a file. */
export type BitFormat = 'bytes' | 'ascii' | 'bits';

/** Flags of commands that read a file of bits. */
export interface BitFlags {
  readonly format?: BitFormat;
  readonly bitOrder?: BitOrder;
}

/** A file of bits. */
export interface BitInput {
  readonly file: InputFile;
  readonly origin: FileOrigin | undefined;
  readonly bits: BitSequence;
}

/**
 * Reads the bits of a file, and tells what its record says of them.
 * @param hasFormats whether the command has a flag --format, which a note may name
 * @throws UsageError for a file that is not in that format; FileError; the signal's reason
 */
export async function readBits(
  path: string,
  flags: BitFlags,
  out: Console,
  signal: AbortSignal,
  hasFormats = false,
): Promise<BitInput> {
  const { format = 'bytes', bitOrder } = flags;
  if (bitOrder !== undefined && format !== 'bytes')
    throw new UsageError('--bit-order is for packed bytes', { nextStep: 'Leave it out, or say --format bytes.' });
  const file = await readInputFile(path, signal);
  const origin = await readOrigin(file);
  noteOrigin(origin, path, out);
  if (format === 'bytes') {
    if (origin !== undefined && bitOrder === undefined)
      out.note(
        `note: ${path} comes from spindrift entropy, which puts the first bit in the least significant place; --bit-order lsb reads it in the order of the board`,
      );
    if (origin === undefined && looksLikeDigits(file.bytes))
      out.note(
        `note: ${path} looks like digits 0 and 1; it is read as packed bytes${hasFormats ? '. --format ascii reads digits' : ''}`,
      );
  }
  return { file, origin, bits: bitsOf(file, format, bitOrder) };
}

/** Says what the record beside a file says. */
export function noteOrigin(origin: FileOrigin | undefined, path: string, out: Console): void {
  if (origin?.mark !== undefined)
    out.note(`${origin.mark} (the bits of board ${origin.board.serial}, ${origin.board.kind})`);
  if (origin?.otherBytes === true)
    out.note(`warning: the record beside ${path} is of other bytes than those of the file`);
}

function bitsOf({ bytes, path }: InputFile, format: BitFormat, order: BitOrder | undefined): BitSequence {
  if (format === 'bytes') return bitsFromBytes(bytes, order);
  try {
    return format === 'ascii' ? bitsFromAscii(bytes) : bitsFromSamples(bytes);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UsageError(`${path} is not of --format ${format}: ${cause.message}`, {
      nextStep: 'ascii is digits 0 and 1, bits is one bit a byte (0 or 1), bytes is packed.',
    });
  }
}

function looksLikeDigits(bytes: Uint8Array): boolean {
  return bytes
    .subarray(0, 4096)
    .every((byte) => byte === 0x30 || byte === 0x31 || byte === 0x0a || byte === 0x0d || byte === 0x20);
}
