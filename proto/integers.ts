/**
 * 64-bit integers on the wire. protobufjs decodes them to Long and silently encodes a bigint as 0, so they are converted here and nowhere else.
 */
import protobuf from 'protobufjs/minimal.js';
import type { spindrift } from './gen/spindrift.js';

/** A 64-bit integer as protobufjs has it. */
export type Long = Exclude<NonNullable<spindrift.v1.Heartbeat.$Properties['uptimeUs']>, number>;

const TWO_32 = 4294967296;

/** The part of `long` used here; protobufjs types its copy as a bare constructor. */
interface LongFactory {
  fromBits(low: number, high: number, unsigned: boolean): Long;
}

/**
 * A 64-bit field as a number.
 * @throws RangeError if the magnitude is above 2^53 - 1, where doubles have gaps.
 */
export function u64ToNumber(value: number | Long): number {
  if (typeof value === 'number') return value;
  const result = value.toNumber();
  if (!Number.isSafeInteger(result))
    throw new RangeError(`64-bit value ${value.toString()} is beyond 2^53 - 1; read it as a bigint`);
  return result;
}

/** A 64-bit field as a bigint. */
export function u64ToBigInt(value: number | Long): bigint {
  if (typeof value === 'number') return BigInt(value);
  const bits = (BigInt(value.high >>> 0) << 32n) | BigInt(value.low >>> 0);
  return value.unsigned ? bits : BigInt.asIntN(64, bits);
}

/**
 * A number or bigint (0 … 2^64 - 1) as an unsigned 64-bit field.
 * @throws RangeError if it is not a whole number in that range.
 */
export function toU64(value: number | bigint): Long {
  const whole = typeof value === 'bigint' || Number.isSafeInteger(value);
  if (!whole || value < 0 || value > 0xffffffffffffffffn)
    throw new RangeError(`64-bit value must be a whole number from 0 to 2^64 - 1, got ${value}`);
  return fromHalves(value, true);
}

/**
 * A number or bigint (-2^63 … 2^63 - 1) as a signed 64-bit field.
 * @throws RangeError if it is not a whole number in that range.
 */
export function toI64(value: number | bigint): Long {
  const whole = typeof value === 'bigint' || Number.isSafeInteger(value);
  if (!whole || value < -0x8000000000000000n || value > 0x7fffffffffffffffn)
    throw new RangeError(`signed 64-bit value must be a whole number from -2^63 to 2^63 - 1, got ${value}`);
  return fromHalves(value, false);
}

function fromHalves(value: number | bigint, unsigned: boolean): Long {
  const make = protobuf.util.Long as unknown as LongFactory;
  if (typeof value === 'number') return make.fromBits(value >>> 0, Math.floor(value / TWO_32) | 0, unsigned);
  const bits = BigInt.asUintN(64, value);
  return make.fromBits(Number(bits & 0xffffffffn) | 0, Number(bits >> 32n) | 0, unsigned);
}
