import { open } from 'node:fs/promises';
import { DataError, fileError, formatBytes } from '../../base/index.js';

/**
 * Reads a file of a run whole. Runs are brought in from elsewhere: one may hold gigabytes where a few kilobytes belong.
 * @param mostBytes that are borne
 * @throws DataError for a larger one; FileError
 */
export async function readWhole(path: string, mostBytes: number): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size <= mostBytes) return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw fileError('read', path, cause);
  }
  throw new DataError(`${path} is not read: it is larger than ${formatBytes(mostBytes)}`, { details: { path } });
}
