/** Errors of the connection, and errors that cross it. */
import { SpindriftError, abortError, packError, unpackError, type SpindriftErrorOptions } from '../../base/index.js';

/** The connection ended: the backend stopped, or the way to it broke. What was asked for may have been done or not. */
export class ConnectionLostError extends SpindriftError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'CONNECTION_LOST');
  }
}

/** The answer did not come within the time that the caller gave. */
export class DeadlineError extends SpindriftError {
  constructor(message: string, options: SpindriftErrorOptions = {}) {
    super(message, options, 'DEADLINE');
  }
}

// A page's bundler shortens the names of classes, and not those of keys.
const own = { ConnectionLostError, DeadlineError };
for (const [name, type] of Object.entries(own)) Object.defineProperty(type, 'name', { value: name });

/** An error as it crosses: no stack, no cause. */
export interface WireError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly nextStep?: string;
  readonly details?: Record<string, unknown>;
}

/** Code of an error that nobody foresaw. */
const UNFORESEEN = 'INTERNAL';

/** What crosses of an error. */
export function toWireError(error: unknown): WireError {
  const { name, message, code, nextStep, details } = packError(error, Infinity);
  return {
    name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(details === undefined ? {} : { details }),
  };
}

/** The error again, as the class that it was; classes that are not of the product arrive as SpindriftError with the code INTERNAL. */
export function fromWireError(value: unknown): Error {
  const wire = wireFields(value);
  const { name, message } = wire;
  if (name === 'AbortError') return Object.assign(abortError(), { message });
  if (name === 'RangeError') return new RangeError(message);
  if (name === 'TypeError') return new TypeError(message);
  if (Object.hasOwn(own, name)) return new own[name as keyof typeof own](message, wire);
  const error = unpackError(wire);
  if (error instanceof SpindriftError) return error;
  return new SpindriftError(name === 'Error' ? message : `${name}: ${message}`, { code: UNFORESEEN, ...wire });
}

function wireFields(value: unknown): WireError {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const text = (name: string): string | undefined => {
    const field = fields[name];
    return typeof field === 'string' ? field : undefined;
  };
  const [code, nextStep] = [text('code'), text('nextStep')];
  const { details } = fields;
  return {
    name: text('name') ?? 'Error',
    message: text('message') ?? 'the backend failed and did not say why',
    ...(code === undefined ? {} : { code }),
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(typeof details === 'object' && details !== null ? { details: details as Record<string, unknown> } : {}),
  };
}
