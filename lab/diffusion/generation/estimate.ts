import type { LayerPlan } from '../mapping/tiles.js';
import type { Layout, Quantisation } from '../network/shape.js';
import { tokenCount } from '../network/shape.js';

/** What a generation asks of a board. */
export interface BoardWork {
  /** Vectors that pass a tile, programmings of a tile, cells written. */
  readonly vectors: number;
  readonly programmings: number;
  readonly cells: number;
  readonly bits: number;
  /** Rough time that the design's board would take, s: see BOARD_RATES. */
  readonly boardTimeS: number;
}

/**
 * Rates of the board as designed, for an estimate before a run; the run itself reports the board's own clock.
 * A plane: row mask, settling and the scan of 64 columns. A write: row change, pulse and read-back of one cell.
 */
export const BOARD_RATES = { planeS: 21.4e-6, cellWriteS: 12e-6, bitS: 1 / 7e6 } as const;

/** Work of generating `images` images in `steps` steps, `guidedSteps` of them with guidance, in batches of at most `batch`. */
export function estimateWork(
  layout: Layout,
  plans: ReadonlyMap<string, LayerPlan>,
  quantisation: Quantisation,
  request: { readonly images: number; readonly steps: number; readonly guidedSteps: number; readonly batch: number },
): BoardWork {
  const { images, steps, guidedSteps, batch } = request;
  const { channels } = layout.shape;
  const tokens = tokenCount(layout.shape);
  let tiles = 0;
  let vectorsPerImage = 0;
  let cellsPerPass = 0;
  for (const [name, plan] of plans) {
    tiles += plan.tiles.length;
    vectorsPerImage += plan.tiles.length * (name.includes('token') ? channels : tokens);
    cellsPerPass += plan.tiles.reduce((sum, tile) => sum + tile.cells.length, 0);
  }
  const passes = Math.ceil(images / batch) * steps;
  const vectors = vectorsPerImage * images * (steps + guidedSteps);
  const cells = cellsPerPass * passes;
  const bits = images * steps * layout.shape.side ** 2;
  const { planeS, cellWriteS, bitS } = BOARD_RATES;
  const boardTimeS = vectors * quantisation.activationBits * planeS + cells * cellWriteS + bits * bitS;
  return { vectors, programmings: tiles * passes, cells, bits, boardTimeS };
}
