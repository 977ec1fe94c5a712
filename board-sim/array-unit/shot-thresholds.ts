import { type CellArray } from '../array/index.js';
import { type SwitchingTable } from '../device/index.js';

/** What the switching probabilities of a row depend on besides its cells. */
export interface RowDrive {
  readonly amplitudeV: number;
  /** Width that really reaches the row: set width, trim, skew and drift together, s. */
  readonly widthS: number;
  /** Field of coil and drift together, A/m; each cell adds its own. */
  readonly fieldAPerM: number;
  /** By how much this one pulse is longer, s: followed in a straight line, never looked up. */
  readonly jitterS?: number;
}

/** Changes too small to matter: 1e-5 in probability at most. */
const WIDTH_TOLERANCE_S = 0.02e-12;
const FIELD_TOLERANCE = 0.1;
/** How far the probabilities are continued in a straight line from where they were looked up. */
const WIDTH_REACH_S = 20e-12;
const FIELD_REACH = 100;
/** Steps of the slopes. */
const WIDTH_STEP_S = 10e-12;
const FIELD_STEP = 50;
/** A change of the probabilities of a single pulse, by jitter, that is too small to matter: it averages out. */
const JITTER_TOLERANCE = 1e-3;

/**
 * Switching probabilities of every cell of an array, tabulated row by row for the drive in force, as thresholds of signed 32-bit random
 * numbers: a cell switches when its number is below its threshold. The controller and drift move a row's width and field by little and
 * often: then the probabilities follow their slopes, and are looked up again only beyond 20 ps or 100 A/m.
 */
export class ShotThresholds {
  /** Threshold from parallel, and from antiparallel. */
  readonly fromP: Int32Array;
  readonly fromAP: Int32Array;
  readonly #cells: CellArray;
  readonly #table: SwitchingTable;
  readonly #rows: (RowTable | undefined)[];
  #version: number;

  constructor(cells: CellArray, table: SwitchingTable) {
    this.#cells = cells;
    this.#table = table;
    this.fromP = new Int32Array(cells.rows * cells.cols);
    this.fromAP = new Int32Array(cells.rows * cells.cols);
    this.#rows = new Array<RowTable | undefined>(cells.rows).fill(undefined);
    this.#version = cells.version;
  }

  /** Parameters of a row's cells have changed. */
  forget(row: number): void {
    this.#rows[row] = undefined;
  }

  /** Brings a row's thresholds up to a drive. */
  refresh(row: number, drive: RowDrive): void {
    if (this.#version !== this.#cells.version) {
      this.#version = this.#cells.version;
      this.#rows.fill(undefined);
    }
    let table = this.#rows[row];
    if (table?.reaches(drive) !== true) {
      table = new RowTable(this.#cells, this.#table, row, drive);
      this.#rows[row] = table;
    } else if (table.holds(drive)) return;
    table.write(drive, this.fromP, this.fromAP);
  }
}

/** Probabilities of one row's cells at a drive, and their slopes once those are needed. */
class RowTable {
  readonly #cells: CellArray;
  readonly #table: SwitchingTable;
  readonly #first: number;
  readonly #reference: RowDrive;
  #written: RowDrive;
  readonly #p: Float64Array;
  #perS: Float64Array | undefined;
  #perField: Float64Array | undefined;
  /** Largest change of a probability with the width, 1/s. */
  #steepest: number | undefined;
  #writtenJitterS = 0;

  constructor(cells: CellArray, table: SwitchingTable, row: number, drive: RowDrive) {
    this.#cells = cells;
    this.#table = table;
    this.#first = row * cells.cols;
    this.#reference = this.#written = drive;
    this.#p = this.#lookUp(drive.widthS, drive.fieldAPerM);
  }

  reaches(drive: RowDrive): boolean {
    const { amplitudeV, widthS, fieldAPerM } = this.#reference;
    return (
      amplitudeV === drive.amplitudeV &&
      Math.abs(drive.widthS - widthS) <= WIDTH_REACH_S &&
      Math.abs(drive.fieldAPerM - fieldAPerM) <= FIELD_REACH
    );
  }

  holds(drive: RowDrive): boolean {
    return (
      Math.abs(drive.widthS - this.#written.widthS) < WIDTH_TOLERANCE_S &&
      this.#jitterOf(drive) === this.#writtenJitterS &&
      Math.abs(drive.fieldAPerM - this.#written.fieldAPerM) < FIELD_TOLERANCE
    );
  }

  write(drive: RowDrive, fromP: Int32Array, fromAP: Int32Array): void {
    this.#written = drive;
    this.#writtenJitterS = this.#jitterOf(drive);
    const width = drive.widthS - this.#reference.widthS + this.#writtenJitterS;
    const field = drive.fieldAPerM - this.#reference.fieldAPerM;
    const p = this.#p;
    const cols = p.length / 2;
    if (width === 0 && field === 0) {
      for (let c = 0; c < cols; c++) {
        fromP[this.#first + c] = threshold(p[2 * c]!);
        fromAP[this.#first + c] = threshold(p[2 * c + 1]!);
      }
      return;
    }
    const perS = (this.#perS ??= this.#slope(WIDTH_STEP_S, 0));
    const perField = (this.#perField ??= this.#slope(0, FIELD_STEP));
    for (let c = 0; c < cols; c++) {
      const k = 2 * c;
      fromP[this.#first + c] = threshold(p[k]! + width * perS[k]! + field * perField[k]!);
      fromAP[this.#first + c] = threshold(p[k + 1]! + width * perS[k + 1]! + field * perField[k + 1]!);
    }
  }

  /** Jitter of a pulse where it matters, s. */
  #jitterOf({ jitterS }: RowDrive): number {
    if (jitterS === undefined || jitterS === 0) return 0;
    this.#perS ??= this.#slope(WIDTH_STEP_S, 0);
    this.#steepest ??= this.#perS.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
    return Math.abs(jitterS) * this.#steepest < JITTER_TOLERANCE ? 0 : jitterS;
  }

  #slope(widthS: number, field: number): Float64Array {
    const { widthS: width, fieldAPerM } = this.#reference;
    const up = this.#lookUp(width + widthS, fieldAPerM + field);
    const down = this.#lookUp(Math.max(0, width - widthS), fieldAPerM - field);
    return up.map((value, k) => (value - down[k]!) / (2 * (widthS + field)));
  }

  /** p from parallel and from antiparallel for each cell, in turn; 0 for cells that no pulse can change. */
  #lookUp(widthS: number, fieldAPerM: number): Float64Array {
    const cells = this.#cells;
    const p = new Float64Array(2 * cells.cols);
    for (let c = 0; c < cells.cols; c++) {
      const cell = this.#first + c;
      if (!cells.isGood(cell)) continue;
      const parameters = {
        hkAPerM: cells.hk[cell]!,
        vcmaSlopeAPerMPerV: cells.vcmaSlope[cell]!,
        hzAPerM: cells.strayField[cell]! + fieldAPerM,
      };
      p[2 * c] = this.#table.probability(parameters, 'P', this.#reference.amplitudeV, widthS);
      p[2 * c + 1] = this.#table.probability(parameters, 'AP', this.#reference.amplitudeV, widthS);
    }
    return p;
  }
}

/** The signed number below which a uniform 32-bit word falls with probability p; certain events are certain to one part in 2^32. */
export function threshold(p: number): number {
  return Math.max(-0x80000000, Math.min(0x7fffffff, Math.round(p * 0x1_0000_0000) - 0x80000000));
}
