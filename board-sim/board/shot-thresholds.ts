import { type CellArray } from '../array/index.js';
import { type SwitchingTable } from '../device/index.js';

/** What the switching probabilities of a row depend on besides its cells. */
export interface RowDrive {
  readonly amplitudeV: number;
  /** Width that really reaches the row: set width, trim, skew and drift together, s. */
  readonly widthS: number;
  /** Field of coil and drift together, A/m; each cell adds its own. */
  readonly fieldAPerM: number;
}

/** Changes too small to look the probabilities up again. */
const WIDTH_TOLERANCE_S = 0.5e-12;
const FIELD_TOLERANCE = 1;

/**
 * Switching probabilities of every cell of an array, tabulated row by row for the drive in force, as thresholds of signed 32-bit random
 * numbers: a cell switches when its number is below its threshold.
 */
export class ShotThresholds {
  /** Threshold from parallel, and from antiparallel. */
  readonly fromP: Int32Array;
  readonly fromAP: Int32Array;
  readonly #cells: CellArray;
  readonly #table: SwitchingTable;
  readonly #drives: (RowDrive | undefined)[];
  #version: number;

  constructor(cells: CellArray, table: SwitchingTable) {
    this.#cells = cells;
    this.#table = table;
    this.fromP = new Int32Array(cells.rows * cells.cols);
    this.fromAP = new Int32Array(cells.rows * cells.cols);
    this.#drives = new Array<RowDrive | undefined>(cells.rows).fill(undefined);
    this.#version = cells.version;
  }

  /** Brings a row's thresholds up to a drive. Cheap when little has changed. */
  refresh(row: number, drive: RowDrive): void {
    if (this.#version !== this.#cells.version) {
      this.#version = this.#cells.version;
      this.#drives.fill(undefined);
    }
    const last = this.#drives[row];
    if (
      last !== undefined &&
      last.amplitudeV === drive.amplitudeV &&
      Math.abs(last.widthS - drive.widthS) < WIDTH_TOLERANCE_S &&
      Math.abs(last.fieldAPerM - drive.fieldAPerM) < FIELD_TOLERANCE
    )
      return;
    this.#drives[row] = drive;
    const cells = this.#cells;
    for (let cell = row * cells.cols; cell < (row + 1) * cells.cols; cell++) {
      if (!cells.isGood(cell)) continue;
      const parameters = {
        hkAPerM: cells.hk[cell]!,
        vcmaSlopeAPerMPerV: cells.vcmaSlope[cell]!,
        hzAPerM: cells.strayField[cell]! + drive.fieldAPerM,
      };
      this.fromP[cell] = threshold(this.#table.probability(parameters, 'P', drive.amplitudeV, drive.widthS));
      this.fromAP[cell] = threshold(this.#table.probability(parameters, 'AP', drive.amplitudeV, drive.widthS));
    }
  }
}

/** The signed number below which a uniform 32-bit word falls with probability p; certain events are certain to one part in 2^32. */
export function threshold(p: number): number {
  return Math.max(-0x80000000, Math.min(0x7fffffff, Math.round(p * 0x1_0000_0000) - 0x80000000));
}
