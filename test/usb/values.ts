/** What crosses between a test and a program in the guest: JSON, and bytes besides. Also errors, with what the product's own carry. */
import { fromBase64, toBase64 } from './json-lines.js';

/** An error that crossed. */
export interface RemoteError {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly nextStep?: unknown;
  readonly details?: unknown;
}

export function packed(value: unknown): unknown {
  if (value === undefined) return null;
  return JSON.parse(
    JSON.stringify(value, function (this: Record<string, unknown>, key, given: unknown) {
      // A Buffer would have turned itself into something else by now.
      const held = this[key];
      if (held instanceof Uint8Array) return { $bytes: toBase64(held) };
      return typeof given === 'bigint' ? { $big: String(given) } : given;
    }),
  );
}

export function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  const { $bytes, $big } = value as Record<string, unknown>;
  if (typeof $bytes === 'string') return new Uint8Array(fromBase64($bytes));
  if (typeof $big === 'string') return BigInt($big);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpacked(each)]));
}

export function errorFacts(error: unknown): RemoteError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message } = error;
  const { code, nextStep, details } = error as Error & { code?: unknown; nextStep?: unknown; details?: unknown };
  return { name, message, code, nextStep, details };
}
