import type { Board } from '../../../firmware-host/host/index.js';
import { DataError } from '../../../base/index.js';
import type { PairGains } from './calibration.js';
import type { TileProducts, TileResult } from './product.js';
import type { Tile } from './tiles.js';

/** Counters of what a board did for a network. */
export interface ProductCounters {
  programmings: number;
  vectors: number;
  cellsWritten: number;
  cellsFailed: number;
  writeAttempts: number;
  /** Conversions that met the end of the converter's range. */
  clipped: number;
}

/** Cells of a programming that may stay wrong before the board is called unfit. */
const FAILED_SHARE = 0.02;

/** Products formed by a board's array, over the wire. */
export class BoardProducts implements TileProducts {
  readonly counters: ProductCounters = {
    programmings: 0,
    vectors: 0,
    cellsWritten: 0,
    cellsFailed: 0,
    writeAttempts: 0,
    clipped: 0,
  };

  constructor(
    readonly board: Board,
    readonly inputBits: number,
    readonly gains: PairGains,
    readonly verifyPasses: number,
  ) {}

  /** @throws DataError when more than 2 % of the tile's cells cannot be written */
  async multiply(tile: Tile, trits: number, inputs: Uint8Array, signal?: AbortSignal): Promise<TileResult> {
    const { rows, cols, cells } = tile;
    const more = signal ? { signal } : {};
    const written = await this.board.programTile({
      tile: 0,
      rowFirst: 0,
      rows,
      colFirst: 0,
      cols,
      cells,
      verifyPasses: this.verifyPasses,
      ...more,
    });
    const c = this.counters;
    c.programmings++;
    c.cellsWritten += cells.length;
    c.cellsFailed += written.cellsFailed;
    c.writeAttempts += written.writeAttempts;
    if (written.cellsFailed > FAILED_SHARE * cells.length) {
      throw new DataError(`${written.cellsFailed} of ${cells.length} cells could not be written`, {
        nextStep: 'the array is unfit for products: look at spindrift run resistance-map, or use another board',
      });
    }
    const { results, shift, clipped } = await this.board.multiply({
      tile: 0,
      inputBits: this.inputBits,
      columnMode: 'differential',
      rows,
      cols,
      inputs,
      ...more,
    });
    const pairs = tile.outs * trits;
    c.vectors += results.length / pairs;
    c.clipped += clipped;
    const unit = Float32Array.from({ length: pairs }, (_, p) => 2 ** shift / (this.gains.codesPerUnit[p] ?? 1));
    return { readings: results, unit };
  }
}
