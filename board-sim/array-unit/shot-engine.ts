import { CellCondition, type CellArray } from '../array/index.js';
import { type RandomStream } from '../../base/index.js';
import { type CellElectrics } from './cell-electrics.js';
import { type ShotThresholds } from './shot-thresholds.js';

/** A burst on one row. */
export interface Burst {
  readonly row: number;
  readonly shots: number;
  /** Pulses before each read. */
  readonly pulses: number;
  /** State forced before each shot: 0 parallel, 1 antiparallel; undefined = as it is. */
  readonly initialise?: 0 | 1;
  /** Columns that are enabled and read, rising. */
  readonly columns: Uint16Array;
}

/** What a burst did. Counts are of the cells that the board takes for good; energies of all. */
export interface BurstSums {
  /** Outcomes of those cells, and the ones among them. */
  outcomes: number;
  ones: number;
  /** Times a pulse changed a good cell. */
  toggles: number;
  /** Cells that showed the same value for a whole burst of 64 or more: a stuck source. */
  frozen: number;
  /** Cells changed to reach the state asked for before each shot. */
  initialised: number;
  /** Σ over pulses of the mean conductance of start and end state, S: times V²·t it is the Joule energy. */
  pulseConductance: number;
  /** Σ over reads of the conductance at the read voltage, S. */
  readConductance: number;
}

const STUCK_RUN = 64;

/**
 * Pulses and reads cells: each pulse toggles a cell with its own probability for its present state, the outcome is the state after the last
 * pulse (1 = antiparallel). Random numbers are xoshiro128++, drawn column by column in a fixed order, one for each pulse of a good cell.
 */
export class ShotEngine {
  readonly #cells: CellArray;
  readonly #rng: Int32Array;

  /** @param stream where the burst's numbers start; the engine goes on from its state by itself */
  constructor(cells: CellArray, stream: RandomStream) {
    this.#cells = cells;
    this.#rng = Int32Array.from(stream.snapshot().state);
  }

  /** @param out receives one byte (0 or 1) for each outcome, shot by shot, columns rising */
  run(burst: Burst, thresholds: ShotThresholds, pulse: CellElectrics, read: CellElectrics, out: Uint8Array): BurstSums {
    const { row, shots, pulses, columns, initialise } = burst;
    const { condition, unnoticed, state, cols } = this.#cells;
    const sums: BurstSums = {
      outcomes: 0,
      ones: 0,
      toggles: 0,
      frozen: 0,
      initialised: 0,
      pulseConductance: 0,
      readConductance: 0,
    };
    const width = columns.length;
    for (let k = 0; k < width; k++) {
      const cell = row * cols + columns[k]!;
      const gP = pulse.gP[cell]!;
      const gAP = pulse.gAP[cell]!;
      let ones: number;
      if (condition[cell] !== CellCondition.good) {
        const value = state[cell]!;
        for (let at = k; at < shots * width; at += width) out[at] = value;
        ones = value * shots;
        sums.pulseConductance += shots * pulses * (value === 0 ? gP : gAP);
        if (unnoticed[cell] === 1) {
          sums.outcomes += shots;
          sums.ones += ones;
          if (shots >= STUCK_RUN) sums.frozen++;
        }
      } else {
        const before = state[cell]!;
        const p = thresholds.fromP[cell]!;
        const ap = thresholds.fromAP[cell]!;
        if (pulses === 1 && initialise === undefined) {
          ones = this.#single(cell, shots, p, ap, out, k, width);
          const after = state[cell]!;
          sums.toggles += this.#toggles;
          // Start states are the end states of the shot before: their sum is that of the ends, less the last, plus the first.
          const endsAP = ones;
          const startsAP = ones - after + before;
          const meanAP = (endsAP + startsAP) / 2;
          sums.pulseConductance += (shots - meanAP) * gP + meanAP * gAP;
        } else {
          ones = this.#general(cell, burst, p, ap, out, k);
          sums.toggles += this.#toggles;
          sums.initialised += this.#initialised;
          const meanAP = this.#meanAP;
          sums.pulseConductance += (shots * pulses - meanAP) * gP + meanAP * gAP;
        }
        sums.outcomes += shots;
        sums.ones += ones;
        if (shots >= STUCK_RUN && (ones === 0 || ones === shots)) sums.frozen++;
      }
      sums.readConductance += (shots - ones) * read.gP[cell]! + ones * read.gAP[cell]!;
    }
    return sums;
  }

  /**
   * One pulse of a row; its cells are left as it leaves them.
   * @param columns those that are enabled, rising
   * @returns sum of the mean conductances of start and end states, S
   */
  pulse(row: number, columns: ArrayLike<number>, thresholds: ShotThresholds, { gP, gAP }: CellElectrics): number {
    const { condition, state, cols } = this.#cells;
    const { fromP, fromAP } = thresholds;
    const rng = this.#rng;
    let s0 = rng[0]!;
    let s1 = rng[1]!;
    let s2 = rng[2]!;
    let s3 = rng[3]!;
    let toggles = 0;
    let twice = 0;
    for (let k = 0; k < columns.length; k++) {
      const cell = row * cols + columns[k]!;
      let bit = state[cell]!;
      twice += bit === 0 ? gP[cell]! : gAP[cell]!;
      if (condition[cell] === CellCondition.good) {
        const sum = (s0 + s3) | 0;
        const word = (((sum << 7) | (sum >>> 25)) + s0) | 0;
        const t = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = (s3 << 11) | (s3 >>> 21);
        const flip = word < (bit === 0 ? fromP[cell]! : fromAP[cell]!) ? 1 : 0;
        bit ^= flip;
        toggles += flip;
        state[cell] = bit;
      }
      twice += bit === 0 ? gP[cell]! : gAP[cell]!;
    }
    rng[0] = s0;
    rng[1] = s1;
    rng[2] = s2;
    rng[3] = s3;
    this.#toggles = toggles;
    return twice / 2;
  }

  /** Cells that the last `pulse` has changed. */
  get toggles(): number {
    return this.#toggles;
  }

  #toggles = 0;
  #initialised = 0;
  #meanAP = 0;

  /** One pulse a shot, state kept: the fast path of bits. Returns the ones. */
  #single(
    cell: number,
    shots: number,
    fromP: number,
    fromAP: number,
    out: Uint8Array,
    first: number,
    width: number,
  ): number {
    const rng = this.#rng;
    let s0 = rng[0]!;
    let s1 = rng[1]!;
    let s2 = rng[2]!;
    let s3 = rng[3]!;
    let bit = this.#cells.state[cell]!;
    let ones = 0;
    let toggles = 0;
    let at = first;
    for (let shot = 0; shot < shots; shot++) {
      const sum = (s0 + s3) | 0;
      const word = (((sum << 7) | (sum >>> 25)) + s0) | 0;
      const t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
      const flip = word < (bit === 0 ? fromP : fromAP) ? 1 : 0;
      bit ^= flip;
      toggles += flip;
      ones += bit;
      out[at] = bit;
      at += width;
    }
    rng[0] = s0;
    rng[1] = s1;
    rng[2] = s2;
    rng[3] = s3;
    this.#cells.state[cell] = bit;
    this.#toggles = toggles;
    return ones;
  }

  /** Any number of pulses, with or without a forced start. Returns the ones. */
  #general(cell: number, burst: Burst, fromP: number, fromAP: number, out: Uint8Array, first: number): number {
    const { shots, pulses, initialise, columns } = burst;
    let bit = this.#cells.state[cell]!;
    let ones = 0;
    let toggles = 0;
    let initialised = 0;
    let twiceAP = 0;
    for (let shot = 0; shot < shots; shot++) {
      if (initialise !== undefined && bit !== initialise) {
        bit = initialise;
        initialised++;
      }
      for (let pulse = 0; pulse < pulses; pulse++) {
        twiceAP += bit;
        if (this.next() < (bit === 0 ? fromP : fromAP)) {
          bit ^= 1;
          toggles++;
        }
        twiceAP += bit;
      }
      ones += bit;
      out[shot * columns.length + first] = bit;
    }
    this.#cells.state[cell] = bit;
    this.#toggles = toggles;
    this.#initialised = initialised;
    this.#meanAP = twiceAP / 2;
    return ones;
  }

  /** The next 32 random bits, signed. */
  next(): number {
    const rng = this.#rng;
    const s0 = rng[0]!;
    const s3 = rng[3]!;
    const sum = (s0 + s3) | 0;
    const word = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    const s2 = rng[2]! ^ s0;
    const mixed = s3 ^ rng[1]!;
    const shifted = rng[1]! << 9;
    rng[1] = rng[1]! ^ s2;
    rng[0] = s0 ^ mixed;
    rng[2] = s2 ^ shifted;
    rng[3] = (mixed << 11) | (mixed >>> 21);
    return word;
  }
}
