import type { LayerPlan, Tile } from './tiles.js';

/** Forms the products of one tile; a board in use, an exact stand-in in tests. */
export interface TileProducts {
  /**
   * Programs the tile and multiplies `inputs` (vectors x tile.rows levels) with it.
   * @returns vectors x (outs x trits) values in units of the product of one level and one ternary digit
   */
  multiply(tile: Tile, trits: number, inputs: Uint8Array, signal?: AbortSignal): Promise<Float32Array>;
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
  let previous: { tile: Tile; results: Float32Array } | undefined;
  for (const tile of plan.tiles) {
    const running = products.multiply(tile, plan.trits, inputsOf(tile), options.signal);
    if (previous !== undefined) addDigits(sums, plan, previous.tile, previous.results);
    previous = { tile, results: await running };
    options.onTile?.(tile, vectors);
  }
  if (previous !== undefined) addDigits(sums, plan, previous.tile, previous.results);
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

/** Adds a tile's results, digit k weighted with 3^k. */
function addDigits(sums: Float32Array, plan: LayerPlan, tile: Tile, results: Float32Array): void {
  const { trits, outs } = plan;
  const vectors = sums.length / outs;
  let i = 0;
  for (let v = 0; v < vectors; v++) {
    const row = v * outs + tile.outFirst;
    for (let o = 0; o < tile.outs; o++) {
      let sum = 0;
      let weight = 1;
      for (let k = 0; k < trits; k++, weight *= 3) sum += weight * (results[i++] ?? 0);
      sums[row + o] = (sums[row + o] ?? 0) + sum;
    }
  }
}

/** Exact products in plain numbers: what an ideal array returns. */
export class ExactProducts implements TileProducts {
  multiply(tile: Tile, trits: number, inputs: Uint8Array): Promise<Float32Array> {
    const pairs = tile.outs * trits;
    const vectors = inputs.length / tile.rows;
    const out = new Float32Array(vectors * pairs);
    for (let v = 0; v < vectors; v++) {
      for (let r = 0; r < tile.rows; r++) {
        const x = inputs[v * tile.rows + r] ?? 0;
        if (x === 0) continue;
        for (let p = 0; p < pairs; p++) {
          // A parallel cell conducts more: digit = antiparallel(minus column) - antiparallel(plus column).
          const at = r * tile.cols + 2 * p;
          const digit = (tile.cells[at + 1] ?? 0) - (tile.cells[at] ?? 0);
          out[v * pairs + p] = (out[v * pairs + p] ?? 0) + x * digit;
        }
      }
    }
    return Promise.resolve(out);
  }
}
