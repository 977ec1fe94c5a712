import { NO_BREAK_SPACE } from '../../../../base/index.js';
import { formatCount } from '../../app/i18n.js';
import { formatQuantity, formatUncertain } from '../../app/units.js';

/** Units that boards tell in, as SI base units. */
const UNITS: Readonly<Record<string, readonly [unit: string, scale: number]>> = {
  uV: ['V', 1e-6],
  uT: ['T', 1e-6],
  ps: ['s', 1e-12],
  mdegC: ['°C', 1e-3],
  ppm: ['ppm', 1],
};

/** A figure of a self test, which boards tell in the unit of the wire. */
export function formatWire(value: number, unit: string): string {
  const known = UNITS[unit];
  if (known === undefined) return `${formatCount(value)}${NO_BREAK_SPACE}${unit}`;
  return formatQuantity(value * known[1], known[0]);
}

/** The same with its standard uncertainty. */
export function formatWireUncertain(value: number, sigma: number, unit: string): string {
  const known = UNITS[unit];
  if (known === undefined) return formatWire(value, unit);
  return formatUncertain(value * known[1], sigma * known[1], known[0]);
}
