import { type ArrayWindow } from './array-window.js';
import { type CellArray } from './cell-array.js';
import { buildTileMatrix, type TileMatrix } from './tile-matrix.js';
import { type WireSolver } from './iterative-matrix.js';
import { type Wires } from './wires.js';

interface Entry {
  readonly words: Uint32Array;
  readonly matrix: TileMatrix;
}

/**
 * Tile matrices by content: the states of the window's cells, the window, the read voltage and the version of the drawn parameters. A model
 * programs the same few hundred tiles again at every step; only the first time costs a solve. A hit is compared word by word, so a hash
 * collision costs time and never gives a wrong matrix.
 */
export class TileCache {
  readonly #entries = new Map<number, Entry>();
  readonly #capacity: number;
  readonly #solver: WireSolver;
  #hits = 0;
  #misses = 0;

  /** @param capacity matrices kept; the one unused longest goes first. 16 kB each at 64 × 64. */
  constructor(solver: WireSolver, capacity = 1024) {
    this.#solver = solver;
    this.#capacity = capacity;
  }

  /** How often a matrix was found and how often it had to be solved for. */
  get counts(): { readonly hits: number; readonly misses: number; readonly size: number } {
    return { hits: this.#hits, misses: this.#misses, size: this.#entries.size };
  }

  /** @param tile number of the array on its board: arrays differ in their cells */
  get(tile: number, cells: CellArray, window: ArrayWindow, readV: number, wires: Wires): TileMatrix {
    const words = contentOf(tile, cells, window, readV);
    const key = hash53(words);
    const found = this.#entries.get(key);
    if (found !== undefined && sameWords(found.words, words)) {
      this.#entries.delete(key); // and to the young end again
      this.#entries.set(key, found);
      this.#hits++;
      return found.matrix;
    }
    this.#misses++;
    const matrix = buildTileMatrix(cells, window, readV, wires, this.#solver);
    this.#entries.delete(key);
    this.#entries.set(key, { words, matrix });
    if (this.#entries.size > this.#capacity) {
      const oldest = this.#entries.keys().next();
      if (oldest.done !== true) this.#entries.delete(oldest.value);
    }
    return matrix;
  }
}

const HEADER = 8;

function contentOf(tile: number, cells: CellArray, window: ArrayWindow, readV: number): Uint32Array {
  const { rowFirst, rows, colFirst, cols } = window;
  const words = new Uint32Array(HEADER + Math.ceil((rows * cols) / 32));
  words.set([tile, cells.version, rowFirst, rows, colFirst, cols, Math.round(readV * 1e6), 0]);
  const { state } = cells;
  let word = 0;
  let bits = 0;
  let at = HEADER;
  for (let r = 0; r < rows; r++) {
    const from = (rowFirst + r) * cells.cols + colFirst;
    for (let c = 0; c < cols; c++) {
      word |= state[from + c]! << bits;
      if (++bits === 32) {
        words[at++] = word;
        word = 0;
        bits = 0;
      }
    }
  }
  if (bits > 0) words[at] = word;
  return words;
}

/** Two 32-bit multiply–rotate hashes side by side, 53 bits of them as a number. */
function hash53(words: Uint32Array): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (const word of words) {
    a = Math.imul(a ^ word, 0x7feb352d);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b + word, 0x846ca68b);
    b = (b << 17) | (b >>> 15);
  }
  a = Math.imul(a ^ (b >>> 16), 0xc2b2ae35);
  b = Math.imul(b ^ (a >>> 13), 0x27d4eb2f);
  return ((a ^ (a >>> 16)) >>> 0) * 0x200000 + ((b ^ (b >>> 15)) >>> 11);
}

function sameWords(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
