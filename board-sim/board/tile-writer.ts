import { CellCondition, type ArrayWindow } from '../array/index.js';
import {
  CELL_CAPACITANCE_F,
  ROW_LINE_F,
  ShotEngine,
  meanConductance,
  nominalCell,
  threshold,
  type ArrayUnit,
} from '../array-unit/index.js';
import { type Hardware } from './hardware.js';
import { ROW_CHANGE_S, shotSeconds } from './timings.js';

/**
 * The pulse that programs cells: half a precession turn about the in-plane bias field at vanished anisotropy. Of the pulses that turn cells
 * of the wider spread of an aged board most surely. A factory setting, independent of the drive of bits.
 */
export const WRITE_DRIVE = { amplitudeV: 1.45, widthS: 1.18e-9 } as const;

/** Steps in which the field is told apart, A/m. */
const FIELD_STEP = 50;

/** How a programming went. */
export interface WriteOutcome {
  readonly cellsFailed: number;
  readonly attempts: number;
  /** Time of the array, s. */
  readonly arrayS: number;
  /** Energy from the pulse supply, J. */
  readonly pulseJ: number;
}

interface WriteTables {
  readonly fieldAPerM: number;
  readonly version: number;
  readonly fromP: Int32Array;
  readonly fromAP: Int32Array;
}

/** Writes cell states by toggling, and reads them back. */
export class TileWriter {
  readonly #hardware: Hardware;
  readonly #tables = new Map<number, WriteTables>();

  constructor(hardware: Hardware) {
    this.#hardware = hardware;
  }

  /**
   * Reads the window, pulses each cell that is wrong (cells are written one at a time), and with `verifyPasses` reads it back and pulses again
   * what is still wrong, so many times. A pulse changes a cell with its own probability; stuck cells take every pulse in vain.
   *
   * @param wanted rows × cols bytes, 0 or 1, row-major
   */
  write(tile: number, window: ArrayWindow, wanted: Uint8Array, verifyPasses: number): WriteOutcome {
    const unit = this.#hardware.unit(tile);
    this.#hardware.retention.accessAll(unit, window.rowFirst, window.rows);
    const engine = new ShotEngine(unit.cells, this.#hardware.callStream('write'));
    const tables = this.#tablesOf(unit);
    const { condition, state, cols: pitch } = unit.cells;
    const electrics = unit.electricsAt(WRITE_DRIVE.amplitudeV);
    const { rows, cols } = window;
    const wrong = new Uint32Array(rows * cols);
    let count = 0;
    for (let r = 0; r < rows; r++) {
      const from = (window.rowFirst + r) * pitch + window.colFirst;
      for (let c = 0; c < cols; c++) {
        // Written always, kept only when wrong: no branch that half of the cells would mispredict.
        wrong[count] = from + c;
        count += state[from + c]! ^ wanted[r * cols + c]!;
      }
    }
    let attempts = 0;
    let conductance = 0;
    let rowReads = rows;
    let failed = 0;
    for (let pass = 0; pass <= verifyPasses && count > 0; pass++) {
      let left = 0;
      attempts += count;
      // Every row that was pulsed is read back: only then it is known whether it is right.
      if (verifyPasses > 0) rowReads += rowsOf(wrong, count, pitch);
      for (let k = 0; k < count; k++) {
        const cell = wrong[k]!;
        const before = state[cell]!;
        let after = before;
        if (condition[cell] === CellCondition.good) {
          if (engine.next() < (before === 0 ? tables.fromP[cell]! : tables.fromAP[cell]!)) after = before ^ 1;
          state[cell] = after;
        }
        conductance +=
          ((before === 0 ? electrics.gP[cell]! : electrics.gAP[cell]!) +
            (after === 0 ? electrics.gP[cell]! : electrics.gAP[cell]!)) /
          2;
        if (after === before) wrong[left++] = cell;
      }
      failed = left;
      count = left;
    }
    const readV = this.#hardware.drive.readUv / 1e6;
    const readS = (rowReads / rows) * this.#hardware.drive.readNs * 1e-9;
    this.#hardware.retention.read(unit, window.rowFirst, rows, readS, readV);
    return this.#book(window, attempts, conductance, rowReads, verifyPasses === 0 ? 0 : failed);
  }

  #book(
    window: ArrayWindow,
    attempts: number,
    conductance: number,
    rowReads: number,
    cellsFailed: number,
  ): WriteOutcome {
    const { meters, drive } = this.#hardware;
    const squared = WRITE_DRIVE.amplitudeV ** 2;
    const junctionJ = attempts * CELL_CAPACITANCE_F * squared + squared * WRITE_DRIVE.widthS * conductance;
    const reads = rowReads * window.cols;
    meters.energy.write.add(junctionJ);
    // Reads of the verification are booked at the mean of the two states of a nominal cell.
    const readV = drive.readUv / 1e6;
    const mean = meanConductance(nominalCell(this.#hardware.scenario), readV);
    meters.energy.read.add(reads * readV * readV * mean * drive.readNs * 1e-9);
    const { counts } = meters;
    counts.cellWrites += window.rows * window.cols;
    counts.writeAttempts += attempts;
    counts.cellReads += reads;
    counts.comparatorReads += reads;
    const pulse = ROW_CHANGE_S + shotSeconds(WRITE_DRIVE.widthS, drive.settleNs * 1e-9, drive.readNs * 1e-9, 1);
    return {
      cellsFailed,
      attempts,
      arrayS: (attempts + rowReads) * pulse,
      pulseJ: attempts * ROW_LINE_F * squared + junctionJ,
    };
  }

  #tablesOf(unit: ArrayUnit): WriteTables {
    const fieldAPerM = Math.round(this.#hardware.surroundings.fieldAPerM / FIELD_STEP) * FIELD_STEP;
    const known = this.#tables.get(unit.tile);
    if (known !== undefined && known.fieldAPerM === fieldAPerM && known.version === unit.cells.version) return known;
    const { cells } = unit;
    const size = cells.rows * cells.cols;
    const tables: WriteTables = {
      fieldAPerM,
      version: cells.version,
      fromP: new Int32Array(size),
      fromAP: new Int32Array(size),
    };
    const { amplitudeV, widthS } = WRITE_DRIVE;
    for (let cell = 0; cell < size; cell++) {
      if (!cells.isGood(cell)) continue;
      const parameters = {
        hkAPerM: cells.hk[cell]!,
        vcmaSlopeAPerMPerV: cells.vcmaSlope[cell]!,
        hzAPerM: cells.strayField[cell]! + fieldAPerM,
      };
      tables.fromP[cell] = threshold(this.#hardware.table.probability(parameters, 'P', amplitudeV, widthS));
      tables.fromAP[cell] = threshold(this.#hardware.table.probability(parameters, 'AP', amplitudeV, widthS));
    }
    this.#tables.set(unit.tile, tables);
    return tables;
  }
}

/** Rows that hold cells of a list, which is in rising order. */
function rowsOf(cells: Uint32Array, count: number, pitch: number): number {
  let rows = 0;
  let last = -1;
  for (let k = 0; k < count; k++) {
    const row = Math.floor(cells[k]! / pitch);
    if (row !== last) rows++;
    last = row;
  }
  return rows;
}
