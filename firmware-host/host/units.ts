/**
 * Between SI numbers and the integers of the wire: here and nowhere else. From the wire by dividing (correctly rounded), to the wire by rounding to
 * the nearest integer; the two round-trip.
 */

/** Magnetic constant, T m/A: 4π·1e-7 to the accuracy that a microtesla setting can show (CODATA 2018: 1.256 637 062 12e-6). */
const MU_0 = 1.25663706212e-6;
/** 0 °C in kelvin. */
const ZERO_CELSIUS_K = 273.15;

/** A wire unit: how many of it make one SI unit. */
export const PER_SI = { uv: 1e6, ps: 1e12, ns: 1e9, us: 1e6, ms: 1e3, ppm: 1e6 } as const;
/** Name of a wire unit in {@link PER_SI}. */
export type WireUnit = keyof typeof PER_SI;

/** A wire integer as an SI number. */
export function fromWire(value: number, unit: WireUnit): number {
  return value / PER_SI[unit];
}

/**
 * An SI number as a wire integer (32 bits).
 * @throws TypeError if it is no number; RangeError if it does not fit.
 */
export function toWire(name: string, value: number, unit: WireUnit, signed = false): number {
  return whole(name, value, value * PER_SI[unit], signed);
}

/** Microtesla as A/m. */
export function fieldFromWire(ut: number): number {
  return ut / 1e6 / MU_0;
}

/**
 * A/m as microtesla.
 * @throws TypeError if it is no number; RangeError if it does not fit.
 */
export function fieldToWire(name: string, value: number): number {
  return whole(name, value, value * MU_0 * 1e6, true);
}

/** Millidegrees Celsius as kelvin. */
export function temperatureFromWire(mdegc: number): number {
  return mdegc / 1000 + ZERO_CELSIUS_K;
}

function whole(name: string, value: number, scaled: number, signed: boolean): number {
  if (typeof (value as unknown) !== 'number') throw new TypeError(`${name} must be a number, got ${typeof value}`);
  const rounded = Math.round(scaled);
  const [min, max] = signed ? [-2147483648, 2147483647] : [0, 4294967295];
  if (!(rounded >= min && rounded <= max)) throw new RangeError(`${name} is beyond what a board can be told: ${value}`);
  return rounded + 0; // no negative zero
}

/** Largest number of rows or columns that a mask can name. */
const MASK_BITS = 256;

/**
 * A mask (bit k = row or column k) as little-endian bytes; undefined = all = no bytes.
 * @throws RangeError if it is negative, selects nothing, or reaches beyond 256.
 */
export function maskToWire(name: string, mask: bigint | undefined): Uint8Array {
  if (mask === undefined) return new Uint8Array(0);
  if (typeof (mask as unknown) !== 'bigint') throw new TypeError(`${name} must be a bigint, got ${typeof mask}`);
  if (mask <= 0n || mask >> BigInt(MASK_BITS))
    throw new RangeError(`${name} must select at least one of ${MASK_BITS} places, got ${mask}`);
  const bytes: number[] = [];
  for (let rest = mask; rest > 0n; rest >>= 8n) bytes.push(Number(rest & 0xffn));
  return Uint8Array.from(bytes);
}
