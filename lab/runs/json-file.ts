import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { DataError } from '../../base/index.js';
import { fileError, systemCode } from './file-errors.js';

/**
 * Reads a JSON file of a known shape.
 * @returns undefined when the file does not exist
 * @throws FileError when it cannot be read; DataError when it holds something else
 */
export async function readJsonFile<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw fileError('read', path, cause);
  }
  const bad = (why: string, cause?: unknown): DataError =>
    new DataError(`${path} is damaged: ${why}`, {
      cause,
      details: { path },
      nextStep: `Restore ${basename(path)} from a copy of the folder.`,
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw bad('it is not JSON', cause);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw bad(`${issue?.path.join('.') ?? 'the document'}: ${issue?.message ?? 'unexpected content'}`, parsed.error);
}
