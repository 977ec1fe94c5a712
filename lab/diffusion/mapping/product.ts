import type { LayerPlan, Tile } from './tiles.js';

/** Products of one tile. */
export interface TileResult {
  /** vectors x (outs x trits) readings. */
  readonly readings: Int16Array;
  /** What one reading is worth, per ternary digit of an output, in units of one level times one digit. */
  readonly unit: Float32Array;
}

/** Forms the products of one tile; a board in use, an exact stand-in in tests. */
export interface TileProducts {
  /** Programs the tile and multiplies `inputs` (vectors x tile.rows levels) with it. */
  multiply(tile: Tile, trits: number, inputs: Uint8Array, signal?: AbortSignal): Promise<TileResult>;
}

/** Progress of a layer: one more tile is done. */
export type TileDone = (tile: Tile, vectors: number) => void;

/**
 * inputs (vectors x plan.rows levels) times the layer's matrix of levels, on tiles: vectors x plan.outs, in units of one
 * level times one level. While the array forms one tile's products, the host adds up those of the tile before.
 */
export async function multiplyLayer(
  products: TileProducts,
  plan: LayerPlan,
  inputs: Uint8Array,
  options: { readonly signal?: AbortSignal; readonly onTile?: TileDone } = {},
): Promise<Float32Array> {
  const vectors = inputs.length / plan.rows;
  const sums = new Float32Array(vectors * plan.outs);
  const parts = new Map<number, Uint8Array>();
  const inputsOf = (tile: Tile): Uint8Array => {
    let part = parts.get(tile.rowFirst);
    if (part === undefined) {
      part = rowPart(inputs, vectors, plan.rows, tile);
      parts.set(tile.rowFirst, part);
    }
    return part;
  };
  let previous: { tile: Tile; result: TileResult } | undefined;
  for (const tile of plan.tiles) {
    const running = products.multiply(tile, plan.trits, inputsOf(tile), options.signal);
    if (previous !== undefined) addDigits(sums, plan, previous.tile, previous.result);
    previous = { tile, result: await running };
    options.onTile?.(tile, vectors);
  }
  if (previous !== undefined) addDigits(sums, plan, previous.tile, previous.result);
  return sums;
}

function rowPart(inputs: Uint8Array, vectors: number, rows: number, tile: Tile): Uint8Array {
  if (tile.rows === rows) return inputs;
  const part = new Uint8Array(vectors * tile.rows);
  for (let v = 0; v < vectors; v++) {
    const from = v * rows + tile.rowFirst;
    part.set(inputs.subarray(from, from + tile.rows), v * tile.rows);
  }
  return part;
}

/** Adds a tile's readings, digit k weighted with 3^k. */
function addDigits(sums: Float32Array, plan: LayerPlan, tile: Tile, { readings, unit }: TileResult): void {
  const { trits, outs } = plan;
  const pairs = tile.outs * trits;
  const weights = Float32Array.from({ length: pairs }, (_, p) => unit[p]! * 3 ** (p % trits));
  for (let at = 0, row = tile.outFirst; at < readings.length; row += outs) {
    for (let o = 0, p = 0; o < tile.outs; o++) {
      let sum = 0;
      for (let k = 0; k < trits; k++) sum += weights[p++]! * readings[at++]!;
      sums[row + o]! += sum;
    }
  }
}

/** Exact products in plain numbers: what an ideal array returns. */
export class ExactProducts implements TileProducts {
  multiply(tile: Tile, trits: number, inputs: Uint8Array): Promise<TileResult> {
    const pairs = tile.outs * trits;
    const vectors = inputs.length / tile.rows;
    const readings = new Int16Array(vectors * pairs);
    for (let v = 0; v < vectors; v++) {
      for (let r = 0; r < tile.rows; r++) {
        const x = inputs[v * tile.rows + r] ?? 0;
        if (x === 0) continue;
        for (let p = 0; p < pairs; p++) {
          // A parallel cell conducts more: digit = antiparallel(minus column) - antiparallel(plus column).
          const at = r * tile.cols + 2 * p;
          const digit = (tile.cells[at + 1] ?? 0) - (tile.cells[at] ?? 0);
          readings[v * pairs + p]! += x * digit;
        }
      }
    }
    return Promise.resolve({ readings, unit: new Float32Array(pairs).fill(1) });
  }
}
