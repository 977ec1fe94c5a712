import { formatSi, parseQuantity } from '../../base/index.js';

/** What a list of quantities may hold; both ends belong to the range. */
export interface QuantityListRange {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

/**
 * Reads quantities separated by commas: `-200mV, 0, 200mV`.
 * @param name of the parameter, for messages
 * @returns the values in SI base units, in the order given, each once
 * @throws RangeError naming the parameter, the text and what is allowed
 */
export function parseQuantityList(name: string, text: string, { unit, min, max }: QuantityListRange): number[] {
  const values = text.split(',').map((part) => {
    let value = NaN;
    try {
      value = parseQuantity(part, unit);
    } catch {
      // Told below, with the name of the parameter.
    }
    if (!(value >= min && value <= max)) {
      const range = `${formatSi(min, unit)} to ${formatSi(max, unit)}`;
      throw new RangeError(
        `parameter ${name} must be quantities from ${range}, separated by commas; got ${JSON.stringify(text)}`,
      );
    }
    return value;
  });
  return [...new Set(values)];
}
