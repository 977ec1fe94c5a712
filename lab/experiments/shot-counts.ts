import { DataLossError } from '../../base/index.js';
import type { Board, ShotOptions } from '../../firmware-host/host/index.js';
import type { LineSelection } from './line-selection.js';

/** Which cells to pulse how often; the drive is the one in force. */
export interface CountedShots {
  readonly rows: LineSelection;
  readonly columns: LineSelection;
  /** Shots of each cell. */
  readonly shots: number;
  readonly initialise: 'p' | 'ap' | 'none';
  readonly tile: number;
  readonly signal: AbortSignal;
}

/**
 * Pulses and reads cells, any number of times: inline where the outcomes fit, streamed where they do not.
 * @returns for each selected cell, row-major, how many of its shots were read antiparallel
 * @throws what the board's calls throw; DataLossError when outcomes are missing
 */
export async function countAntiparallel(board: Board, plan: CountedShots): Promise<Uint32Array> {
  const counter = new OutcomeCounter(plan.rows.lines.length, plan.columns.lines.length);
  const most = Math.max(1, board.limits.maxShots);
  for (let left = plan.shots; left > 0; left -= most) {
    const shots = Math.min(left, most);
    counter.begin(shots);
    const options: ShotOptions = {
      rowMask: plan.rows.mask,
      colMask: plan.columns.mask,
      shots,
      initialise: plan.initialise,
      tile: plan.tile,
      signal: plan.signal,
    };
    if (counter.expected <= board.limits.inlineBits) {
      const { outcomes, count } = await board.runShots(options);
      counter.take(outcomes, count);
    } else {
      for await (const { bytes, bits } of board.openShots(options)) counter.take(bytes, bits);
    }
    counter.end();
  }
  return counter.ones;
}

/** Sorts outcomes, which come row by row, then shot by shot, then column by column, to their cells. */
class OutcomeCounter {
  readonly ones: Uint32Array;
  readonly #columns: number;
  readonly #rows: number;
  #shots = 0;
  #row = 0;
  #shot = 0;
  #column = 0;
  #taken = 0;

  constructor(rows: number, columns: number) {
    this.#rows = rows;
    this.#columns = columns;
    this.ones = new Uint32Array(rows * columns);
  }

  get expected(): number {
    return this.#rows * this.#columns * this.#shots;
  }

  begin(shots: number): void {
    this.#shots = shots;
    this.#row = this.#shot = this.#column = this.#taken = 0;
  }

  take(bytes: Uint8Array, bits: number): void {
    this.#taken += bits;
    if (this.#taken > this.expected) throw this.#loss();
    for (let at = 0; at < bits; at += 1) {
      this.ones[this.#row * this.#columns + this.#column]! += (bytes[at >> 3]! >> (at & 7)) & 1;
      this.#column += 1;
      if (this.#column < this.#columns) continue;
      this.#column = 0;
      this.#shot += 1;
      if (this.#shot < this.#shots) continue;
      this.#shot = 0;
      this.#row += 1;
    }
  }

  end(): void {
    if (this.#taken !== this.expected) throw this.#loss();
  }

  #loss(): DataLossError {
    return new DataLossError(`${this.#taken} outcomes arrived where ${this.expected} were asked for`, {
      nextStep: 'Run it again; if it repeats, the board counts wrongly.',
    });
  }
}
