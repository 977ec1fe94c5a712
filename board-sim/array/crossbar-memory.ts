/** Byte offsets of the crossbar kernel's parameter block; the names are those of `assembly/crossbar.ts`. */
export const FIELD = {
  rows: 0,
  stride: 4,
  bits: 8,
  vectors: 12,
  inputs: 16,
  outputs: 20,
  weights: 24,
  variances: 28,
  columns: 32,
  scratch: 36,
  varianceScale: 40,
  seedLo: 44,
  seedHi: 48,
  counterLo: 52,
  counterHi: 56,
  repeats: 60,
  differential: 64,
  shift: 68,
  outCount: 72,
  rowTotals: 76,
  clipped: 80,
  planes: 84,
  driven: 88,
} as const;

/** Arrays of the columns block, each of `stride` 32-bit values. */
export const COLUMN_ARRAYS = 7;
export const COLUMN_VARIANCE = 4;
export const COLUMN_NAME = 5;
export const COLUMN_OFFSET_CODE = 6;

/** What a column's number is multiplied by to name it to the noise generator. */
export const COLUMN_NAME_STEP = 0x85ebca6b;

/** Where everything lies in the kernel's memory, bytes. */
export interface CrossbarLayout {
  readonly block: number;
  readonly weights: number;
  readonly variances: number;
  readonly rowTotals: number;
  readonly columns: number;
  readonly scratch: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly bytes: number;
}

/** Lays out a memory for windows of up to maxRows × maxStride and calls of up to `inputBytes` and `outputBytes`. */
export function layOut(maxRows: number, maxStride: number, inputBytes: number, outputBytes: number): CrossbarLayout {
  let next = 0;
  const place = (bytes: number): number => {
    const here = next;
    next = Math.ceil((next + bytes) / 64) * 64;
    return here;
  };
  const words = Math.ceil(maxRows / 64);
  return {
    block: place(128),
    weights: place(maxRows * maxStride * 2),
    variances: place(maxRows * maxStride * 2),
    rowTotals: place((maxStride / 32) * maxRows * 4),
    columns: place(COLUMN_ARRAYS * maxStride * 4),
    scratch: place(maxStride * 4 + 176 + 8 * words * 8),
    inputs: place(inputBytes + 64),
    outputs: place(outputBytes + maxStride * 2),
    bytes: next,
  };
}
