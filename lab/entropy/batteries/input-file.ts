import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { FileError } from '../../../base/index.js';
import { fileError } from '../../runs/file-errors.js';

/** Largest file that is taken: the batteries hold it in memory several times over. */
export const MOST_INPUT_BYTES = 256 * 2 ** 20;

/** A file that is assessed. */
export interface InputFile {
  readonly path: string;
  /** In memory that worker threads share. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** SHA-256 of the whole file, hexadecimal: what ties an assessment to its data. */
  readonly sha256: string;
}

/**
 * Reads a plain file, or what comes from a pipe, as a whole.
 * @throws FileError for one that cannot be read, is empty or larger than {@link MOST_INPUT_BYTES}; the signal's reason
 */
export async function readInputFile(path: string, signal?: AbortSignal): Promise<InputFile> {
  const chunks: Buffer[] = [];
  const hash = createHash('sha256');
  let length = 0;
  try {
    const handle = await open(path);
    const stream = handle.createReadStream({ highWaterMark: 2 ** 20, ...(signal === undefined ? {} : { signal }) });
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      hash.update(chunk);
      length += chunk.length;
      if (length > MOST_INPUT_BYTES) break;
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw fileError('read', path, cause);
  }
  if (length === 0) throw new FileError(`${path} is empty`, { nextStep: 'Name a file of samples or bits.' });
  if (length > MOST_INPUT_BYTES)
    throw new FileError(`${path} is larger than ${MOST_INPUT_BYTES / 2 ** 20} MiB`, {
      nextStep: 'Assess a part of it: head -c 1000000 FILE > PART; 1,000,000 samples are what the tests are made for.',
    });
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}
