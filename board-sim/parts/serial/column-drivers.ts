import { ShiftChain } from './shift-chain.js';

/** Columns that the board has enables for. */
export const COLUMN_LINES = 64;
const CTRL_BITS = 8;
const CHAIN_BITS = COLUMN_LINES + CTRL_BITS;

/** Bits of the CTRL byte. */
export const CTRL = { range100k: 1, attenuator: 2, negative: 4, load20k: 8, load100k: 16 } as const;

/**
 * Nine 74LV595: the CTRL byte first, then columns 63 … 0. Every SPI0 clock moves the chain, row traffic too; the outputs follow when
 * COL_LATCH rises, and are off (pulled low) while the array is disabled.
 */
export class ColumnDrivers {
  readonly #chain = new ShiftChain(CHAIN_BITS);
  readonly #slip: number;
  #latch: 0 | 1 = 0;
  #latchedCtrl = 0;
  #latched: number[] = [];
  #enabled = false;

  /** @param slip a fault: outputs that follow the bit this many places further on */
  constructor(slip = 0) {
    this.#slip = slip;
  }

  /** Columns that are on, rising. */
  get on(): readonly number[] {
    return this.#enabled ? this.#latched : NONE;
  }

  /** Columns that the latches hold, whether their outputs are on or not. */
  get latched(): readonly number[] {
    return this.#latched;
  }

  /** The control lines. */
  get ctrl(): number {
    return this.#enabled ? this.#latchedCtrl : 0;
  }

  clock(word: number, bits: number): void {
    this.#chain.shift(word, bits);
  }

  /** @returns whether the outputs have been set anew */
  latch(level: 0 | 1): boolean {
    const rises = level === 1 && this.#latch === 0;
    this.#latch = level;
    if (!rises) return false;
    this.#latched = [];
    for (let col = 0; col < COLUMN_LINES; col++) if (this.#chain.at(col + this.#slip) === 1) this.#latched.push(col);
    this.#latchedCtrl = this.#chain.field(COLUMN_LINES, CTRL_BITS);
    return true;
  }

  /** ARRAY_EN and the interlock together. */
  enable(on: boolean): void {
    this.#enabled = on;
  }

  /** Power-up: a latch of a 74LV595 may hold anything; here it holds nothing. */
  powerUp(): void {
    this.#chain.clear();
    this.#latched = [];
    this.#latchedCtrl = 0;
    this.#latch = 0;
  }
}

const NONE: readonly number[] = [];
