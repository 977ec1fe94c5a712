/**
 * What stands in a bank of the board's calibration memory (board reference, 5.2): builds images that the firmware reads. Its own reader and writer
 * is `firmware-host/firmware/core/store-layout.c`; a test holds the two against each other. The map of cells is not written: nothing reads it.
 */
import { crc32 } from '../../../proto/index.js';

/** Header and body, bytes: what the firmware reads at boot, and the blob of GetCalibration and PutCalibration. */
export const STORE_BYTES = 8192;
/** Longest serial number, characters. */
export const STORE_SERIAL_BYTES = 8;
const HEADER_BYTES = 64;
const LINES = 64;
const DELAY_CODES = 1024;

/** Tighter limits of an array; what is not stated is the firmware's own. SI units. */
export interface StoreLimits {
  /** Largest amplitude up to 5 ns, 100 ns and 10 µs, V. */
  readonly stairsV?: readonly [number, number, number];
  readonly widthS?: number;
  readonly biasV?: number;
  readonly readV?: number;
  readonly fieldT?: number;
}

/** Codes of a column's converter without current. */
export interface StoreOffsets {
  readonly mac: ArrayLike<number>;
  readonly cell: ArrayLike<number>;
}

/** What an image states. */
export interface StoreContent {
  /** 1 and up. */
  readonly generation: number;
  /** At most 8 printable characters without a space. */
  readonly serial: string;
  /** Unix time of its making, s; default 0. */
  readonly created?: number;
  readonly limits?: StoreLimits;
  /** Field that makes the array fair, µT. */
  readonly coilTrimUt?: number;
  /** Comparator threshold at a read voltage of 0.1 V, µV. */
  readonly thresholdUv?: number;
  /** Pulse width at equal codes that is too long by so much, ps. */
  readonly skewPs?: number;
  readonly offsets?: StoreOffsets;
  /** Integral non-linearity of both delay lines, ps a code. */
  readonly inlPs?: { readonly a: ArrayLike<number>; readonly b: ArrayLike<number> };
}

/** Places of what is stated; both sides name the same. */
const AT = {
  stairs: 0x40,
  width: 0x4c,
  bias: 0x50,
  read: 0x54,
  field: 0x58,
  coilTrim: 0xf8,
  threshold: 0x100,
  skew: 0x104,
  columns: 0x200,
  inlA: 0xe00,
  inlB: 0x1200,
} as const;
const COLUMN_BYTES = 32;
const RANGE_BYTES = 8;
/** Unit of the tables of non-linearity, ps. */
const INL_UNIT_PS = 0.25;

/**
 * Makes the image of a bank.
 * @throws RangeError for a serial number that does not fit
 */
export function storeImage(content: StoreContent): Uint8Array {
  const { serial, limits = {}, offsets, inlPs } = content;
  if (!/^[\x21-\x7e]{0,8}$/.test(serial))
    throw new RangeError(`a serial number in the memory has at most ${STORE_SERIAL_BYTES} characters, got "${serial}"`);
  const image = new Uint8Array(STORE_BYTES).fill(0xff);
  const view = new DataView(image.buffer);
  const f32 = (at: number, value: number | undefined): void => {
    if (value !== undefined) view.setFloat32(at, value, true);
  };
  limits.stairsV?.forEach((volts, k) => f32(AT.stairs + 4 * k, volts));
  f32(AT.width, limits.widthS);
  f32(AT.bias, limits.biasV);
  f32(AT.read, limits.readV);
  f32(AT.field, limits.fieldT);
  f32(AT.coilTrim, si(content.coilTrimUt, 1e6));
  f32(AT.threshold, si(content.thresholdUv, 1e6));
  f32(AT.skew, si(content.skewPs, 1e12));
  if (offsets !== undefined)
    for (let column = 0; column < LINES; column++) {
      f32(AT.columns + COLUMN_BYTES * column, offsets.mac[column]);
      f32(AT.columns + COLUMN_BYTES * column + RANGE_BYTES, offsets.cell[column]);
    }
  if (inlPs !== undefined)
    for (let code = 0; code < DELAY_CODES; code++) {
      view.setInt8(AT.inlA + code, quarters(inlPs.a[code] ?? 0));
      view.setInt8(AT.inlB + code, quarters(inlPs.b[code] ?? 0));
    }
  writeHeader(view, content);
  return image;
}

function writeHeader(view: DataView, { generation, serial, created = 0 }: StoreContent): void {
  const image = new Uint8Array(view.buffer);
  image.fill(0, 0, HEADER_BYTES);
  image.set(Buffer.from('SPDC', 'latin1'));
  view.setUint16(0x04, 1, true);
  view.setUint16(0x06, HEADER_BYTES, true);
  view.setUint32(0x08, generation, true);
  image.set(Buffer.from(serial, 'latin1'), 0x0c);
  view.setUint32(0x14, created, true);
  view.setUint16(0x18, LINES, true);
  view.setUint16(0x1a, LINES, true);
  view.setUint32(0x1c, STORE_BYTES - HEADER_BYTES, true);
  view.setUint32(0x20, crc32(image.subarray(HEADER_BYTES)), true);
  view.setUint32(0x3c, crc32(image.subarray(0, 0x3c)), true);
}

const si = (value: number | undefined, units: number): number | undefined =>
  value === undefined ? undefined : value / units;
const quarters = (ps: number): number => Math.max(-128, Math.min(127, Math.round(ps / INL_UNIT_PS)));
