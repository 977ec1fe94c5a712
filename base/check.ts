/** Argument checks: a wrong type is a `TypeError`, a wrong value a `RangeError`; both name the field, the value and what is allowed. */

/** The range a number must lie in; both ends belong to it. */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  if (typeof value === 'bigint') return `${String(value)}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return String(value);
}

function describe({ min, max, integer }: NumberRange): string {
  const noun = integer === true ? 'an integer' : 'a finite number';
  if (min !== undefined && max !== undefined) return `${noun} from ${min} to ${max}`;
  if (min !== undefined) return `${noun} not below ${min}`;
  if (max !== undefined) return `${noun} not above ${max}`;
  return noun;
}

/**
 * @returns the value, when it is a finite number within the range
 * @throws TypeError when it is no number; RangeError when it is outside
 */
export function checkNumber(name: string, value: unknown, range: NumberRange = {}): number {
  if (typeof value !== 'number') throw new TypeError(`${name} must be ${describe(range)}, got ${show(value)}`);
  const fine =
    Number.isFinite(value) &&
    (range.integer !== true || Number.isSafeInteger(value)) &&
    (range.min === undefined || value >= range.min) &&
    (range.max === undefined || value <= range.max);
  if (!fine) throw new RangeError(`${name} must be ${describe(range)}, got ${value}`);
  return value;
}

/**
 * @returns the value, when it is one of those allowed
 * @throws TypeError when it has another type than those allowed; RangeError when it is none of them
 */
export function checkOneOf<T extends string | number>(name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const message = `${name} must be one of ${allowed.map(show).join(', ')}, got ${show(value)}`;
  if (!allowed.some((candidate) => typeof candidate === typeof value)) throw new TypeError(message);
  throw new RangeError(message);
}
