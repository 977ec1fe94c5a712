import { RandomStream } from '../../base/index.js';
import {
  CELL_CAPACITANCE_F,
  ROW_LINE_F,
  ShotEngine,
  ShotThresholds,
  drawRowSkews,
  type ArrayUnit,
} from '../array-unit/index.js';
import { type SwitchingTable } from '../device/index.js';
import { type BoardScenario } from '../scenarios/index.js';

/** A pulse as it leaves the selector. */
export interface RowPulse {
  readonly amplitudeV: number;
  /** Mean width, and what this one is longer by jitter, s. */
  readonly widthS: number;
  readonly jitterS: number;
  /** Field of coil and drift together, A/m. */
  readonly fieldAPerM: number;
  /** Board time, s: the width drifts with it. */
  readonly seconds: number;
}

/** Kinds of pulses whose probabilities are kept: bits, writes of either state. */
const KEPT_KINDS = 3;
/** Widths of one kind, s: trims and drift stay within it. */
const KIND_REACH_S = 0.5e-9;

interface Kind {
  readonly amplitudeV: number;
  readonly widthS: number;
  readonly thresholds: ShotThresholds;
}

/** Switches the cells that a pulse reaches, by the same table, thresholds and draws as the behavioural board. */
export class CellPulses {
  /** Pulses of single rows so far. */
  rowPulses = 0;
  /** Cells that have changed so far. */
  toggles = 0;
  readonly #unit: ArrayUnit;
  readonly #table: SwitchingTable;
  readonly #engine: ShotEngine;
  readonly #rowSkewS: Float64Array;
  readonly #widthDrift: number;
  /** The kind used last comes first. */
  readonly #kinds: Kind[] = [];

  constructor(unit: ArrayUnit, scenario: BoardScenario, seed: number | bigint, table: SwitchingTable) {
    this.#unit = unit;
    this.#table = table;
    this.#engine = new ShotEngine(unit.cells, RandomStream.from(seed, 'parts', 'pulses'));
    this.#rowSkewS = drawRowSkews(scenario, seed, unit.cells.rows);
    this.#widthDrift = scenario.drift.widthSPerS;
  }

  /** Skew of a row's pulse width, s. */
  skewS(row: number): number {
    return this.#rowSkewS[row]!;
  }

  /** @returns energy from the pulse supply, J: lines, charge of the cells, and their Joule heat */
  apply(rows: readonly number[], columns: readonly number[], pulse: RowPulse): number {
    const { amplitudeV, widthS, jitterS, fieldAPerM, seconds } = pulse;
    const thresholds = this.#thresholdsOf(amplitudeV, widthS);
    const electrics = this.#unit.electricsAt(amplitudeV);
    const chargeF = ROW_LINE_F + columns.length * CELL_CAPACITANCE_F;
    let joules = 0;
    for (const row of rows) {
      const rowWidthS = Math.max(0, widthS + this.#rowSkewS[row]! + this.#widthDrift * seconds);
      thresholds.refresh(row, { amplitudeV, widthS: rowWidthS, fieldAPerM, jitterS });
      const conductance = this.#engine.pulse(row, columns, thresholds, electrics);
      joules += amplitudeV * amplitudeV * (chargeF + (rowWidthS + jitterS) * conductance);
      this.toggles += this.#engine.toggles;
    }
    this.rowPulses += rows.length;
    return joules;
  }

  #thresholdsOf(amplitudeV: number, widthS: number): ShotThresholds {
    const kinds = this.#kinds;
    const found = kinds.findIndex(
      (kind) => kind.amplitudeV === amplitudeV && Math.abs(kind.widthS - widthS) < KIND_REACH_S,
    );
    if (found === 0) return kinds[0]!.thresholds;
    const kind =
      found > 0
        ? kinds.splice(found, 1)[0]!
        : { amplitudeV, widthS, thresholds: new ShotThresholds(this.#unit.cells, this.#table) };
    kinds.unshift(kind);
    if (kinds.length > KEPT_KINDS) kinds.pop();
    return kind.thresholds;
  }
}
