import { PLANE_PERIOD, SHOT_PERIOD } from '../../energy/constants.js';
import { PARALLEL, type ArraySize, type LayerPlan, type Tile } from '../mapping/tiles.js';
import type { Layout, Quantisation } from '../network/shape.js';
import { tokenCount } from '../network/shape.js';

/** What a generation asks of a board, its calibration left out. */
export interface BoardWork {
  /** Vectors that pass a tile, programmings of a tile, cells looked at, and those of them that are found in the other state. */
  readonly vectors: number;
  readonly programmings: number;
  readonly cells: number;
  readonly writes: number;
  /** Multiply-accumulates that the array forms. */
  readonly macs: number;
  /** Bits that are drawn, and cells × pulses that making them takes. */
  readonly bits: number;
  readonly bitPulses: number;
  /** Payload of the link for products, bytes: cells, inputs and readings. */
  readonly linkBytes: number;
  /** Rough time that the design's board would take, s: see {@link BOARD_RATES}. */
  readonly boardTimeS: number;
}

/** A generation as it is asked for. */
export interface GenerationRequest {
  readonly images: number;
  readonly steps: number;
  /** Steps that pass the array twice. */
  readonly guidedSteps: number;
  /** Images that share one programming at the most. */
  readonly batch: number;
  /** Times that bits are folded on the board. */
  readonly xorStages: number;
}

/**
 * Rates of the board as designed, for an estimate before a run; the run itself reports the board's own clock. A plane: row mask, settling and the scan
 * of 64 columns. A shot: pulse and read of cells of a row. A change of rows: new masks. The link: payload of full-speed USB, bytes a second.
 */
export const BOARD_RATES = {
  planeS: PLANE_PERIOD.value,
  shotS: SHOT_PERIOD.value,
  rowChangeS: 3.6e-6,
  linkBytesPerS: 1.216e6,
} as const;

/** Shots that a row gives bits before the next one's turn; whoever asks for fewer lets the rest go. */
const DWELL_SHOTS = 64;

/**
 * Work of a generation. Cells are written by toggling, so only those are pulsed that hold the other state: they are counted by going through the plans as a
 * run does. A pulse that has to be repeated is not counted, nor is what the drawing of bits changes in the array.
 */
export function estimateWork(
  layout: Layout,
  plans: ReadonlyMap<string, LayerPlan>,
  quantisation: Quantisation,
  array: ArraySize,
  { images, steps, guidedSteps, batch, xorStages }: GenerationRequest,
): BoardWork {
  const { planeS, shotS, rowChangeS, linkBytesPerS } = BOARD_RATES;
  const { channels, side } = layout.shape;
  const tokens = tokenCount(layout.shape);
  const batches = Math.ceil(images / batch);
  const passes = batches * steps;
  const evaluations = images * (steps + guidedSteps);
  const states = new Uint8Array(array.rows * array.cols);
  const total = { vectors: 0, programmings: 0, cells: 0, writes: 0, linkBytes: 0, boardTimeS: 0 };
  // What the first pass finds is not known: that of the second counts for all.
  for (const counts of [false, true]) {
    for (const [name, plan] of plans) {
      const vectors = (name.includes('token') ? channels : tokens) * evaluations;
      for (const tile of plan.tiles) {
        const writes = program(states, array.cols, tile);
        if (!counts) continue;
        const { rows, outs, cells } = tile;
        total.vectors += vectors;
        total.programmings += passes;
        total.cells += passes * cells.length;
        total.writes += passes * writes;
        // Rows are read before they are written and after.
        const writeS = (writes + 2 * rows) * (shotS + rowChangeS);
        total.boardTimeS += passes * Math.max(writeS, cells.length / linkBytesPerS);
        // A level is a byte, a reading two.
        const bytes = rows + 2 * outs * plan.trits;
        total.linkBytes += passes * cells.length + vectors * bytes;
        total.boardTimeS += vectors * Math.max(quantisation.activationBits * planeS, bytes / linkBytesPerS);
      }
    }
  }
  const bits = images * steps * side ** 2;
  const bitPulses = steps * dwellPulses(images, batch, side ** 2 * 2 ** xorStages, DWELL_SHOTS * array.cols);
  const boardTimeS = total.boardTimeS + (bitPulses / array.cols) * shotS;
  return { ...total, macs: evaluations * layout.macs().array, bits, bitPulses, boardTimeS };
}

/** Writes a tile. @returns cells whose state changes */
function program(states: Uint8Array, pitch: number, { rows, cols, cells }: Tile): number {
  let changes = 0;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const wanted = cells[row * cols + col] ?? PARALLEL;
      const at = row * pitch + col;
      if (states[at] !== wanted) changes += 1;
      states[at] = wanted;
    }
  }
  return changes;
}

/** Cells × pulses of one step: every batch draws its own bits, and a row is pulsed for a whole dwell. */
function dwellPulses(images: number, batch: number, rawBitsAnImage: number, dwell: number): number {
  const whole = Math.floor(images / batch);
  const rest = images % batch;
  const pulses = (of: number): number => Math.ceil((of * rawBitsAnImage) / dwell) * dwell;
  return whole * pulses(Math.min(batch, images)) + (rest === 0 ? 0 : pulses(rest));
}
