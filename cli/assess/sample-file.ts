import { UsageError } from '../../base/index.js';
import { unpackLsbFirst, unpackMsbFirst } from '../../lab/entropy/bit-order.js';
import type { CommandContext } from '../context.js';
import type { Cell } from '../table.js';
import { type FileOrigin, readOrigin } from '../../lab/entropy/batteries/file-origin.js';
import { type InputFile, readInputFile } from '../../lab/entropy/batteries/input-file.js';

/** The flags that say what a file of samples holds. */
export interface SampleFlags {
  readonly bits: number;
  readonly packed?: 'lsb' | 'msb';
}

/** Samples with what is known of their file. */
export interface SampleFile {
  readonly file: InputFile;
  /** One a byte, in memory that threads share. */
  readonly samples: Uint8Array;
  readonly origin?: FileOrigin;
}

/**
 * Reads a file of samples, one a byte or packed bits, and says on standard error what must be known of it.
 * @throws UsageError for samples that are wider than `--bits`; FileError
 */
export async function readSamples(
  { out, signal }: Pick<CommandContext, 'out' | 'signal'>,
  path: string,
  flags: SampleFlags,
): Promise<SampleFile> {
  if (flags.packed !== undefined && flags.bits !== 1)
    throw new UsageError('--packed is for files of bits', { nextStep: 'Use it with --bits 1.' });
  const file = await readInputFile(path, signal);
  const origin = await readOrigin(file);
  if (origin?.mark !== undefined) out.note(`${origin.mark} (the bits of board ${boardText(origin)})`);
  if (origin?.otherBytes === true)
    out.note(`warning: the record beside ${path} is of other bytes than those of the file`);
  const samples = samplesOf(file, flags, origin !== undefined);
  return origin === undefined ? { file, samples } : { file, samples, origin };
}

/** Keys of a result that say what was assessed. */
export function fileKeys({ file, origin }: SampleFile, { packed }: SampleFlags): Readonly<Record<string, unknown>> {
  return {
    file: file.path,
    sha256: file.sha256,
    packed: packed ?? null,
    ...(origin === undefined ? {} : { ...origin }),
  };
}

/** Rows of a description that say what was assessed. */
export function fileRows({ file, origin }: SampleFile): (readonly [name: string, value: Cell])[] {
  return [
    ['file', file.path],
    ['sha-256', file.sha256],
    [
      'board',
      origin === undefined ? undefined : `${boardText(origin)}${origin.mark === undefined ? '' : `: ${origin.mark}`}`,
    ],
  ];
}

/** The samples of a file, one a byte. */
export function samplesOf({ bytes, path }: InputFile, { bits, packed }: SampleFlags, isBitFile: boolean): Uint8Array {
  if (packed !== undefined) {
    const places = new Uint8Array(new SharedArrayBuffer(bytes.length * 8));
    return (packed === 'lsb' ? unpackLsbFirst : unpackMsbFirst)(bytes, bytes.length * 8, places);
  }
  const wide = bytes.findIndex((byte) => byte >= 1 << bits);
  if (wide >= 0)
    throw new UsageError(`sample ${wide} of ${path} is ${bytes[wide]!}, wider than --bits ${bits}`, {
      nextStep: isBitFile
        ? 'The file comes from spindrift entropy: add --packed lsb to --bits 1.'
        : 'Samples stand one a byte in the low bits. For packed bits add --packed lsb or --packed msb to --bits 1.',
    });
  if (bytes.length < 2) throw new UsageError(`${path} holds one sample`, { nextStep: 'Take a million or more.' });
  return bytes;
}

/** A board, in words. */
export function boardText({ board }: FileOrigin): string {
  return `${board.serial}, ${board.kind}`;
}
