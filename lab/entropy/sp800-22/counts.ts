/** How far a walk of ±1 steps goes. */
export interface WalkExtent {
  /** Least partial sum, 0 at most. */
  readonly lowest: number;
  /** Largest partial sum, 0 at least. */
  readonly highest: number;
  /** Sum of all steps. */
  readonly end: number;
}

/** Visits of a walk of ±1 steps between its returns to 0. */
export interface Excursions {
  /** Cycles: returns to 0, and one more for a walk that does not end there. */
  readonly cycles: number;
  /** `classes[6 s + k]`: in how many cycles state s was visited k times (5: or more). States in the order −4 … −1, 1 … 4. */
  readonly classes: Uint32Array;
  /** Visits of the states −9 … −1, 1 … 9 in the whole walk. */
  readonly visits: Uint32Array;
}

/** States whose visits in each cycle are classed [SP 800-22 2.14]. */
export const EXCURSION_STATES = [-4, -3, -2, -1, 1, 2, 3, 4] as const;
/** States whose visits are counted in all [2.15]. */
export const VARIANT_STATES = [-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * What the fifteen tests count in a sequence: the hot loops. The tests make p-values of it. There are two of them, WebAssembly and its plain
 * twin, and they give the same numbers.
 *
 * Blocks are `size` bits long and follow each other from the first bit on; what is left over is not looked at.
 */
export interface StsCounts {
  /** Number of bits. */
  readonly length: number;
  /** Ones in all. */
  ones(): number;
  /** Ones of each block. */
  onesOfBlocks(size: number, blocks: number): Uint32Array;
  /** Places where a bit differs from the one before. */
  changes(): number;
  /** Extent of the walk with a step up for each one and down for each zero. */
  walk(): WalkExtent;
  /** Length of the longest run of ones in each block. */
  longestRuns(size: number, blocks: number): Uint32Array;
  /** How many of the first `matrices` 32 × 32 matrices, filled row by row, have rank 32, 31, or less. */
  ranks(matrices: number): readonly [full: number, oneLess: number, less: number];
  /** How many of the spectral lines 0 … ⌊n/2⌋ − 1 of the ±1 sequence have |F|² below a limit. */
  linesBelow(squaredLimit: number): number;
  /** How often each pattern of `width` bits stands at any place, reading on at the start after the end; the first bit is the highest of the index. */
  patterns(width: number): Uint32Array;
  /** Occurrences of templates in each block, `[blocks × templates]`, the search going on behind an occurrence. For templates that cannot overlap themselves. */
  templates(width: number, templates: Uint32Array, size: number, blocks: number): Uint32Array;
  /** Occurrences of `width` ones in each block, overlapping ones too. */
  onesTemplates(width: number, size: number, blocks: number): Uint32Array;
  /**
   * Over the blocks of `width` bits after the first `initial` ones: how often the same block was last seen so many blocks ago (never: as if
   * before the first), by the distance.
   */
  distances(width: number, initial: number): Uint32Array;
  /** Linear complexity of each block. */
  complexities(size: number, blocks: number): Uint32Array;
  /** Visits between returns to 0. */
  excursions(): Excursions;
}
