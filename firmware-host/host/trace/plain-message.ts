/** A decoded message as a plain object: for a person to read and for any channel to carry. */
import { spindrift } from '../../../proto/index.js';

const v1 = spindrift.v1;

/** What a field may be once it is plain. */
export type PlainValue =
  number | string | boolean | null | Uint8Array | readonly PlainValue[] | { readonly [key: string]: PlainValue };
/** A message. A field that has its default value is absent, as it is on the wire. */
export type PlainMessage = Readonly<Record<string, PlainValue>>;

/**
 * Fields that hold an enumeration wherever they occur, so that they can be shown by name without a description of each message.
 * A test holds this table against the schema.
 */
export const ENUM_FIELDS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  adcRange: v1.AdcRange,
  code: v1.FaultCode,
  columnMode: v1.ColumnMode,
  fault: v1.FaultCode,
  features: v1.Feature,
  function: v1.PinFunction,
  kind: v1.BoardKind,
  initialise: v1.Initialise,
  level: v1.Severity,
  mode: v1.BitMode,
  overflow: v1.Overflow,
  quantity: v1.MapQuantity,
  routine: v1.CalibrationRoutine,
  severity: v1.Severity,
  state: v1.BoardState,
  status: v1.Status,
  target: v1.RebootTarget,
};

/** Fields of a decoded message, without those that hold their default; byte fields are copied, 64-bit numbers become numbers or, beyond 2^53, text. */
export function plainMessage(message: object): PlainMessage {
  const plain: Record<string, PlainValue> = {};
  for (const [key, value] of Object.entries(message) as [string, unknown][]) {
    if (key.startsWith('$')) continue;
    const field = plainValue(value, ENUM_FIELDS[key]);
    if (field !== undefined) plain[key] = field;
  }
  return plain;
}

function plainValue(value: unknown, names: Readonly<Record<number, string>> | undefined): PlainValue | undefined {
  if (typeof value === 'number') return names?.[value] ?? value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return value.map((item: unknown) => plainValue(item, names) ?? null);
  if (typeof value !== 'object' || value === null) return undefined;
  if ('unsigned' in value && 'toNumber' in value) return plainLong(value as unknown as LongLike);
  return plainMessage(value);
}

interface LongLike {
  toNumber(): number;
  toString(): string;
}

function plainLong(value: LongLike): number | string {
  const number = value.toNumber();
  return Number.isSafeInteger(number) ? number : value.toString();
}
