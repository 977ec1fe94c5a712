/** Byte offsets of the analog tile's parameter block; the names are those of `assembly/analog-tile.ts` and its parts. */
export const FIELD = {
  rows: 0,
  strips: 4,
  vectors: 8,
  weights: 12,
  variances: 16,
  inputs: 20,
  packed: 24,
  sums: 28,
  keys: 32,
  seedLo: 36,
  seedHi: 40,
  counterLo: 44,
  counterHi: 48,
  noisy: 52,
  table: 56,
  codes: 60,
  dacScale: 64,
  dacLow: 68,
  dacHigh: 72,
  dacClipped: 76,
  outputs: 80,
  outStride: 84,
  columns: 88,
  shared: 92,
  adcLow: 96,
  adcHigh: 100,
  pairs: 104,
  thresholds: 108,
  adcClipped: 112,
  constants: 116,
  totals: 120,
} as const;

/** Columns are worked on in strips of this many. */
export const STRIP = 8;
/** Vectors of one call of the kernel, whole groups of five; longer runs are cut, which changes nothing but the speed. */
export const BLOCK_VECTORS = 60;
/** Arrays of the columns block: four coefficients, own variance, address of thresholds. */
export const COLUMN_ARRAYS = 6;

/** What the memory must hold. */
export interface AnalogShape {
  readonly rows: number;
  /** Whole strips. */
  readonly strips: number;
  readonly dacCodes: number;
  /** 32-bit values of all threshold lists. */
  readonly thresholdWords: number;
}

/** Where everything lies, bytes. */
export interface AnalogLayout {
  readonly block: number;
  readonly weights: number;
  readonly variances: number;
  readonly inputs: number;
  readonly packed: number;
  readonly sums: number;
  readonly keys: number;
  readonly table: number;
  readonly outputs: number;
  readonly columns: number;
  readonly shared: number;
  readonly totals: number;
  readonly constants: number;
  readonly thresholds: number;
  readonly bytes: number;
}

/** Lays out a memory. */
export function layOutAnalog({ rows, strips, dacCodes, thresholdWords }: AnalogShape): AnalogLayout {
  let next = 0;
  const place = (bytes: number): number => {
    const here = next;
    next = Math.ceil((next + bytes) / 64) * 64;
    return here;
  };
  const matrix = rows * strips * STRIP * 4;
  return {
    block: place(128),
    weights: place(matrix),
    variances: place(matrix),
    inputs: place(BLOCK_VECTORS * rows * 4 + 16),
    packed: place(2 * BLOCK_VECTORS * rows * 4 + 64),
    // Sums, their variances and the normals of a strip.
    sums: place(3 * BLOCK_VECTORS * STRIP * 4),
    keys: place(BLOCK_VECTORS * 16),
    table: place(rows * dacCodes * 4),
    outputs: place(BLOCK_VECTORS * strips * STRIP * 2 + 16),
    columns: place(COLUMN_ARRAYS * strips * STRIP * 4),
    shared: place(strips * STRIP * 4),
    totals: place(BLOCK_VECTORS * 4),
    constants: place(512),
    thresholds: place(thresholdWords * 4),
    bytes: next,
  };
}
