import { basename } from 'node:path';
import type { z } from 'zod';
import { DataError, systemCode } from '../../base/index.js';
import { DEEPEST_JSON, isTooDeep } from './json-depth.js';
import { readWhole } from './read-whole.js';

/** Longest document that is read, bytes. Larger ones are of nobody's making but a stranger's, and would take gigabytes to understand. */
export const LONGEST_JSON = 16 * 2 ** 20;

/** The text of a JSON file of a run. @throws FileError; DataError for one of absurd length or nesting */
export async function readJsonText(path: string): Promise<string> {
  const text = (await readWhole(path, LONGEST_JSON)).toString('utf8');
  if (!isTooDeep(text)) return text;
  throw new DataError(`${path} is not read: it is nested deeper than ${DEEPEST_JSON} levels`, {
    details: { path },
    nextStep: 'No version of this program writes such a file: ask where the run comes from.',
  });
}

/** Refuses a key that would change what an object is, however it is written. */
function plainKeys(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new RangeError('it has a key __proto__');
  return value;
}

/**
 * Reads a JSON file of a known shape.
 * @returns undefined when the file does not exist
 * @throws FileError when it cannot be read; DataError when it holds something else
 */
export async function readJsonFile<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const bad = (why: string, cause?: unknown): DataError =>
    new DataError(`${path} is damaged: ${why}`, {
      cause,
      details: { path },
      nextStep: `Restore ${basename(path)} from a copy of the folder.`,
    });
  let text: string;
  try {
    text = await readJsonText(path);
  } catch (error) {
    if (systemCode((error as Error).cause) === 'ENOENT') return undefined;
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text, plainKeys);
  } catch (cause) {
    throw bad(cause instanceof SyntaxError ? 'it is not JSON' : (cause as Error).message, cause);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw bad(`${issue?.path.join('.') ?? 'the document'}: ${issue?.message ?? 'unexpected content'}`, parsed.error);
}
