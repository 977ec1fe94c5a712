import { readFile } from 'node:fs/promises';
import { sidecarOf } from '../bit-file.js';
import { NOT_ENTROPY_MARK } from '../bit-record.js';
import { systemCode } from '../../runs/file-errors.js';
import type { InputFile } from './input-file.js';

/** Where the bits of a file came from, by the record that `spindrift entropy` wrote beside it. */
export interface FileOrigin {
  readonly board: { readonly serial: string; readonly kind: string };
  /** A stand-in for a board made the bits, or the board said so itself. */
  readonly notEntropy: boolean;
  readonly mark?: typeof NOT_ENTROPY_MARK;
  /** The record is of other bytes than those of the file. */
  readonly otherBytes: boolean;
}

/** The board that a file comes from, in words, with the mark of bits that are no entropy. */
export function originText(origin: FileOrigin | undefined): string | undefined {
  if (origin === undefined) return undefined;
  const { board, mark } = origin;
  return `${board.serial}, ${board.kind}${mark === undefined ? '' : `: ${mark}`}`;
}

/** Reads FILE.json, if there is one of format `spindrift-bits`; anything else of that name is none of our business. */
export async function readOrigin({ path, sha256 }: InputFile): Promise<FileOrigin | undefined> {
  let text: string;
  try {
    text = await readFile(sidecarOf(path), 'utf8');
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return undefined;
  }
  const record = recordOf(text);
  const board = record?.['board'] as Readonly<Record<string, unknown>> | undefined;
  if (record?.['format'] !== 'spindrift-bits' || typeof board !== 'object') return undefined;
  const kind = String(board['kind']);
  // A record that does not say so is not believed to be of silicon.
  const notEntropy = record['notEntropy'] !== false || kind !== 'real';
  return {
    board: { serial: String(board['serial']), kind },
    notEntropy,
    ...(notEntropy ? { mark: NOT_ENTROPY_MARK } : {}),
    otherBytes: record['sha256'] !== sha256,
  };
}

function recordOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
