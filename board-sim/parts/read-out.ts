import { RandomStream } from '../../base/index.js';
import { type ArrayUnit } from '../array-unit/index.js';
import {
  ADC_CODES,
  ADC_MIDDLE,
  ADC_SPAN_V,
  codesPerMicrosiemens,
  FEEDBACK_OHM,
  toCode,
  type ConverterRange,
} from '../array/index.js';
import { type BoardScenario } from '../scenarios/index.js';
import { ColumnCurrents, type ArrayVersion } from './column-currents.js';
import { CHAIN_CLOCKS } from './serial/read-out-chains.js';

/** Largest offset of a comparator, V (from memory), taken as three standard deviations. */
export const COMPARATOR_OFFSET_V = 6.5e-3;
/** Noise of a comparator with its amplifier, V rms. A choice. */
const COMPARATOR_NOISE_V = 0.3e-3;
/** Beyond so many standard deviations noise decides nothing. */
const CERTAIN = 6;
/** Share of the settling below which decisions are kept apart. */
const SETTLED_STEPS = 1000;
const COLUMNS = 8 * CHAIN_CLOCKS;

/** Under what the columns are read. */
export interface ReadConditions {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Read voltage over the virtual ground, V; 0 where ROWBUS is on the gate. */
  readonly readV: number;
  /** How far the amplifiers have settled, 0 … 1. */
  readonly settled: number;
  readonly range: ConverterRange;
  /** Calibration loads that are on, microsiemens, and the voltage at them. */
  readonly loadUs: number;
  readonly calibrationV: number;
  readonly version: ArrayVersion;
}

/** Decisions of a row's comparators for either state: 0, 1, or 2 = noise decides. */
interface Decisions extends Pick<ReadConditions, 'readV' | 'settled' | 'range' | 'loadUs' | 'calibrationV'> {
  readonly belowV: number;
  readonly cells: number;
  readonly fromP: Uint8Array;
  readonly fromAP: Uint8Array;
  /** Bytes of the columns when none is on. */
  readonly idle: Uint8Array;
}

/**
 * Amplifiers, comparators and the analog side of the converters. An amplifier inverts: its output lies I·R_f below the virtual ground, so a
 * comparator shows 1 for an antiparallel cell when its output is above VTH, and the converters' codes fall with the current. The code on
 * the wire (`ColumnConverters`) is 4095 less the converter's.
 */
export class ReadOut {
  readonly #unit: ArrayUnit;
  readonly #currents: ColumnCurrents;
  readonly #offsetV: Float64Array;
  readonly #dice: RandomStream;
  readonly #decisions: (Decisions | undefined)[];

  constructor(unit: ArrayUnit, scenario: BoardScenario, seed: number | bigint) {
    this.#unit = unit;
    this.#currents = new ColumnCurrents(unit);
    const offsets = RandomStream.from(seed, 'parts', 'comparator-offset');
    // A scenario of perfect converters has perfect comparators too.
    const sigma = scenario.converters.offset === 0 ? 0 : COMPARATOR_OFFSET_V / 3;
    this.#offsetV = Float64Array.from({ length: COLUMNS }, () => sigma * offsets.gaussian());
    this.#dice = RandomStream.from(seed, 'parts', 'read-noise');
    this.#decisions = new Array<Decisions | undefined>(unit.cells.rows).fill(undefined);
  }

  /** Offset of a column's comparator, V. */
  comparatorOffsetV(col: number): number {
    return this.#offsetV[col]!;
  }

  /**
   * What the comparators show: bit c of byte k for column 8k + c.
   * @param belowV how far VTH lies below the virtual ground, V
   */
  compare(conditions: ReadConditions, belowV: number, out: Uint8Array): void {
    const { rows, columns } = conditions;
    if (rows.length !== 1) {
      for (let k = 0; k < CHAIN_CLOCKS; k++) out[k] = 0;
      for (let col = 0; col < COLUMNS; col++)
        if (this.#decide(conditions, belowV, col) === 1) out[col >> 3]! |= 1 << (col & 7);
      return;
    }
    const { cells } = this.#unit;
    const row = rows[0]!;
    const { fromP, fromAP, idle } = this.#decisionsOf(row, conditions, belowV);
    out.set(idle);
    const first = row * cells.cols;
    for (const col of columns) {
      let bit = cells.state[first + col] === 0 ? fromP[col]! : fromAP[col]!;
      if (bit === 2) bit = this.#decide(conditions, belowV, col);
      if (bit === 0) out[col >> 3]! &= ~(1 << (col & 7));
      else out[col >> 3]! |= 1 << (col & 7);
    }
  }

  /** A conversion of a column: code 0 … 4095 of the 0 … 2.5 V range. */
  convert(conditions: ReadConditions, col: number): number {
    const { converters, cells } = this.#unit;
    if (col >= cells.cols) return ADC_CODES - 1 - ADC_MIDDLE;
    const { rows, columns, readV, range, settled, loadUs, calibrationV, version } = conditions;
    const perUs = codesPerMicrosiemens(readV, range);
    const load = this.#currents.load(col, rows, columns, readV, version);
    const codes = settled * (load.us * perUs + loadUs * codesPerMicrosiemens(calibrationV, range));
    const sd = Math.sqrt(load.varianceUs2 * perUs * perUs + converters.noiseVariance);
    const noise = sd === 0 ? 0 : sd * this.#dice.gaussian();
    return ADC_CODES - 1 - toCode(converters.level(col, codes, 1) + noise).code;
  }

  /** Comparator of a column with noise. */
  #decide(conditions: ReadConditions, belowV: number, col: number): 0 | 1 {
    const { rows, columns, readV, version } = conditions;
    const load = this.#currents.load(col, rows, columns, readV, version);
    const perUs = readV * FEEDBACK_OHM[conditions.range] * 1e-6;
    const drop = this.#drop(conditions, load.us);
    const sd = Math.sqrt(load.varianceUs2 * perUs * perUs + COMPARATOR_NOISE_V ** 2);
    const margin = belowV - this.#offsetV[col]! - drop;
    if (Math.abs(margin) > CERTAIN * sd) return margin > 0 ? 1 : 0;
    return margin + sd * this.#dice.gaussian() > 0 ? 1 : 0;
  }

  /** How far an amplifier's output lies below the virtual ground, V, within its rails. */
  #drop({ readV, settled, range, loadUs, calibrationV }: ReadConditions, us: number): number {
    const volts = settled * (readV * us + calibrationV * loadUs) * FEEDBACK_OHM[range] * 1e-6;
    return Math.max(-ADC_SPAN_V / 2, Math.min(ADC_SPAN_V / 2, volts));
  }

  #decisionsOf(row: number, conditions: ReadConditions, belowV: number): Decisions {
    const { readV, range, loadUs, calibrationV } = conditions;
    const { cells } = this.#unit;
    const settled = Math.round(conditions.settled * SETTLED_STEPS) / SETTLED_STEPS;
    const kept = this.#decisions[row];
    if (
      kept?.readV === readV &&
      kept.belowV === belowV &&
      kept.settled === settled &&
      kept.range === range &&
      kept.loadUs === loadUs &&
      kept.calibrationV === calibrationV &&
      kept.cells === cells.version
    )
      return kept;
    const { usP, usAP } = this.#currents.row(row, readV);
    const rounded = { ...conditions, settled };
    const decision = (col: number, us: number, noise: number): number => {
      const drop = this.#drop(rounded, us);
      const margin = belowV - this.#offsetV[col]! - drop;
      const sd = Math.hypot(noise * drop, COMPARATOR_NOISE_V);
      return Math.abs(margin) <= CERTAIN * sd ? 2 : margin > 0 ? 1 : 0;
    };
    const list = (us: Float64Array): Uint8Array =>
      Uint8Array.from(us, (value, col) => decision(col, value, cells.readNoise[row * cells.cols + col]!));
    const idle = new Uint8Array(CHAIN_CLOCKS);
    for (let col = 0; col < COLUMNS; col++) if (decision(col, 0, 0) !== 0) idle[col >> 3]! |= 1 << (col & 7);
    const made = {
      readV,
      belowV,
      settled,
      range,
      loadUs,
      calibrationV,
      cells: cells.version,
      fromP: list(usP),
      fromAP: list(usAP),
      idle,
    };
    this.#decisions[row] = made;
    return made;
  }
}
