import { InvalidArgumentError, Option } from 'commander';
import { parseQuantity } from '../base/index.js';

/** A flag that takes a quantity: `850mV`, or a plain number in the SI base unit. */
export function quantityOption(flags: string, description: string, unit: string): Option {
  return new Option(flags, description).argParser((text: string) => readQuantity(text, unit));
}

/** A flag that takes three quantities: `12kA/m,0,0`. */
export function vectorOption(flags: string, description: string, unit: string): Option {
  return new Option(flags, description).argParser((text: string): [number, number, number] => {
    const parts = text.split(',').map((part) => readQuantity(part, unit));
    if (parts.length !== 3) throw new InvalidArgumentError(`Allowed: three values in ${unit}, as 12k${unit},0,0.`);
    return parts as [number, number, number];
  });
}

/** Values that one grid may have. */
const MOST_VALUES = 4096;

/** A flag that takes several quantities: `from:to:count`, evenly spaced with both ends, or a list `0,0.2,0.4`. */
export function gridOption(flags: string, description: string, unit: string): Option {
  return new Option(flags, description).argParser((text: string) => readGrid(text, unit));
}

/** @throws InvalidArgumentError for text that is neither a range nor a list */
export function readGrid(text: string, unit: string): number[] {
  if (!text.includes(':')) return text.split(',').map((part) => readQuantity(part, unit));
  const [from, to, many, ...rest] = text.split(':');
  const count = Number(many);
  if (many === undefined || rest.length > 0 || !Number.isInteger(count) || count < 2 || count > MOST_VALUES)
    throw new InvalidArgumentError(
      `Allowed: from:to:count with a count from 2 to ${MOST_VALUES}, or a list with commas.`,
    );
  const [first, last] = [readQuantity(from!, unit), readQuantity(to!, unit)];
  // Weighted, so that both ends are exact.
  return Array.from({ length: count }, (_, i) => (first * (count - 1 - i) + last * i) / (count - 1));
}

function readQuantity(text: string, unit: string): number {
  try {
    return parseQuantity(text, unit);
  } catch (error) {
    throw new InvalidArgumentError(`${error instanceof Error ? error.message : String(error)}.`);
  }
}
