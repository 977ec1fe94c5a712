/** Errors that cross a thread or a process: as plain data, and back as the class that they were. */
import * as tree from './errors.js';

/** An error as data that can be posted. */
export interface PackedError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly nextStep?: string;
  readonly details?: Record<string, unknown>;
  readonly cause?: PackedError;
}

/** Causes deeper than this are dropped. */
const MOST_CAUSES = 8;

/** Packs whatever was thrown. Details must be plain JSON values, as the tree asks for. */
export function packError(error: unknown, depth = 0): PackedError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(error instanceof tree.SpindriftError ? error.toJSON() : {}),
    ...(cause === undefined || depth >= MOST_CAUSES ? {} : { cause: packError(cause, depth + 1) }),
  };
}

type TreeClass = new (message: string, options: tree.SpindriftErrorOptions) => tree.SpindriftError;

/** Makes an error again: of the same class if it is one of the tree or of the language, else an Error by the same name. */
export function unpackError(packed: PackedError): Error {
  const cause = packed.cause === undefined ? {} : { cause: unpackError(packed.cause) };
  const error = make(packed, cause);
  error.name = packed.name;
  // Where it came from is in the other thread.
  if (packed.stack !== undefined) error.stack = packed.stack;
  return error;
}

function make({ name, message, code, nextStep, details }: PackedError, cause: { cause?: Error }): Error {
  if (name === 'RangeError') return new RangeError(message, cause);
  if (name === 'TypeError') return new TypeError(message, cause);
  const type = Object.hasOwn(tree, name) ? (tree[name as keyof typeof tree] as unknown) : undefined;
  if (typeof type !== 'function' || !(type === tree.SpindriftError || type.prototype instanceof tree.SpindriftError))
    return new Error(message, cause);
  return new (type as TreeClass)(message, {
    ...cause,
    ...(code === undefined ? {} : { code }),
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(details === undefined ? {} : { details }),
  });
}
