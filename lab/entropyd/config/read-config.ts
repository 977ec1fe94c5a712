import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { parseBoardUri } from '../../../firmware-host/host/index.js';
import { DataError } from '../../../base/index.js';
import { fileError, systemCode } from '../../runs/file-errors.js';
import { withoutComments } from './json-comments.js';
import { entropydSchema, type EntropydConfig, type EntropydConfigInput } from './schema.js';

/**
 * Checks a configuration and fills in what it leaves out.
 * @param origin what it is called in a message: a file, or `the command line`
 * @throws RangeError naming the field, its value and what is allowed; all that is wrong in one message
 */
export function parseConfig(input: unknown, origin: string): EntropydConfig {
  const { success, data, error } = entropydSchema.safeParse(input);
  if (!success) {
    const mistakes = error.issues.map((issue) => describe(issue, input));
    throw new RangeError(`${origin}: ${mistakes.join('; ')}`);
  }
  for (const [k, { uri }] of data.boards.entries()) {
    try {
      parseBoardUri(uri);
    } catch (cause) {
      throw new RangeError(`${origin}: boards.${k}.uri: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    }
    const twin = data.boards.findIndex((other) => other.uri === uri);
    if (twin !== k)
      throw new RangeError(`${origin}: boards.${k}.uri must not name a board again, got ${uri} as in boards.${twin}`);
  }
  return data;
}

/**
 * Reads a configuration file as it is written: JSON with comments.
 * @param optional whether it may be missing; then it is empty
 * @throws FileError if it cannot be read; DataError if it is no JSON
 */
export async function readConfigFile(path: string, optional = false): Promise<EntropydConfigInput> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (optional && systemCode(cause) === 'ENOENT') return '{}';
    throw fileError('read', path, cause);
  });
  try {
    return JSON.parse(withoutComments(text)) as EntropydConfigInput;
  } catch (cause) {
    throw new DataError(
      `${path} is not JSON with comments: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
        nextStep: 'see an example with: spindrift entropyd --print-config',
      },
    );
  }
}

/** Lays one configuration over another: objects field by field, everything else as a whole. Nothing is changed in place. */
export function overlay(under: unknown, over: unknown): unknown {
  if (!isObject(under) || !isObject(over)) return over === undefined ? under : over;
  const result: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = Object.hasOwn(under, key) ? under[key] : undefined;
    Object.defineProperty(result, key, { value: overlay(below, value), enumerable: true, writable: true });
  }
  return result;
}

function describe(issue: z.core.$ZodIssue, input: unknown): string {
  const path = issue.path.map(String);
  const at = path.length === 0 ? 'the configuration' : path.join('.');
  const value = path.reduce<unknown>(
    (here, key) => (isObject(here) || Array.isArray(here) ? (here as Record<string, unknown>)[key] : undefined),
    input,
  );
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => [...path, key].join('.'));
    return `${keys.join(' and ')} ${keys.length === 1 ? 'is no field' : 'are no fields'} of the configuration`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return `${at} must be an object, got ${show(value)}`;
  return `${at} ${issue.message}, got ${show(value)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
