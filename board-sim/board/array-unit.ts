import { CellArray, ColumnConverters, tmrAtBias, type NominalCell, type Wires } from '../array/index.js';
import { type SwitchingTable, boardCell, derive } from '../device/index.js';
import { faultPlan, type BoardScenario } from '../scenarios/index.js';
import { CellElectrics } from './cell-electrics.js';
import { ShotThresholds } from './shot-thresholds.js';

/** Figures of the board's junction; they take milliseconds, so once. */
const FIGURES = derive(boardCell);

/** Capacitance of a nominal cell, F. */
export const CELL_CAPACITANCE_F = FIGURES.capacitance;

/** Size of the board's arrays. */
export interface ArrayGeometry {
  readonly rows: number;
  readonly cols: number;
  readonly tiles: number;
}

/** The nominal cell of a scenario: the board's junction, its TMR aged. */
export function nominalCell(scenario: BoardScenario): NominalCell {
  return {
    resistanceP: FIGURES.resistanceP,
    tmr: boardCell.tmr * scenario.tmrFactor,
    tmrHalfVoltage: boardCell.tmrHalfVoltage,
    hkAPerM: FIGURES.effectiveField,
    vcmaSlopeAPerMPerV: FIGURES.vcmaSlope,
  };
}

/** Mean of the conductances of a nominal cell's two states at a bias, S. */
export function meanConductance(cell: NominalCell, voltageV: number): number {
  return (1 + 1 / (1 + tmrAtBias(cell.tmr, cell.tmrHalfVoltage, voltageV))) / (2 * cell.resistanceP);
}

/** One array with its read-out: what is drawn from the seed, and tables derived from it when they are needed. */
export class ArrayUnit {
  readonly tile: number;
  readonly cells: CellArray;
  readonly converters: ColumnConverters;
  readonly wires: Wires;
  readonly thresholds: ShotThresholds;
  readonly #electrics = new Map<number, CellElectrics>();
  #version = 0;

  constructor(
    scenario: BoardScenario,
    seed: number | bigint,
    geometry: ArrayGeometry,
    tile: number,
    table: SwitchingTable,
  ) {
    const { rows, cols } = geometry;
    this.tile = tile;
    this.cells = new CellArray({
      rows,
      cols,
      seed,
      tile,
      nominal: nominalCell(scenario),
      spread: scenario.cells,
      faults: faultPlan(scenario.faults, rows * cols),
    });
    this.converters = new ColumnConverters(cols, scenario.converters, seed, tile);
    this.wires = scenario.wires;
    this.thresholds = new ShotThresholds(this.cells, table);
  }

  /** Conductances of all cells at a bias; a few biases are in use at a time. */
  electricsAt(voltageV: number): CellElectrics {
    if (this.#version !== this.cells.version || this.#electrics.size > 8) {
      this.#electrics.clear();
      this.#version = this.cells.version;
    }
    const key = Math.round(Math.abs(voltageV) * 1e6);
    let found = this.#electrics.get(key);
    if (found === undefined) {
      found = new CellElectrics(this.cells, key / 1e6);
      this.#electrics.set(key, found);
    }
    return found;
  }
}
