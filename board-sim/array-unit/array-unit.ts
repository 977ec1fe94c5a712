import { RandomStream } from '../../base/index.js';
import { CellArray, ColumnConverters, tmrAtBias, type NominalCell, type Wires } from '../array/index.js';
import { at } from '../array/wires.js';
import { type SwitchingTable, boardCell, derive } from '../device/index.js';
import { faultPlan, type BoardScenario } from '../scenarios/index.js';
import { CellElectrics } from './cell-electrics.js';
import { EscapeTable, type Surroundings } from './escape-table.js';
import { ShotThresholds } from './shot-thresholds.js';
import { StateDecay } from './state-decay.js';

/** Figures of the board's junction; they take milliseconds, so once. */
const FIGURES = derive(boardCell);

/** Capacitance of a nominal cell, F. */
export const CELL_CAPACITANCE_F = FIGURES.capacitance;

/** A row's trace on the board: the line energy C·V² of each row pulse goes through the pulse supply. */
export const ROW_LINE_F = 10e-12;

/** A microtesla in A/m. */
export const A_PER_M_PER_UT = 1e-6 / (4e-7 * Math.PI);

/** Tables of escape rates kept: at rest, under the static bias, under the read voltage, and one more. */
const KEPT_ESCAPES = 4;

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

/** The cells of one of a board's arrays, as its scenario and seed draw them. */
export function drawCells(
  scenario: BoardScenario,
  seed: number | bigint,
  { rows, cols }: Pick<ArrayGeometry, 'rows' | 'cols'>,
  tile: number,
): CellArray {
  return new CellArray({
    rows,
    cols,
    seed,
    tile,
    nominal: nominalCell(scenario),
    spread: scenario.cells,
    faults: faultPlan(scenario.faults, rows * cols),
  });
}

/** Skew of the pulse width of each row of a board, s. */
export function drawRowSkews(scenario: BoardScenario, seed: number | bigint, rows: number): Float64Array {
  const skews = RandomStream.from(seed, 'row-skew');
  return Float64Array.from({ length: rows }, () => scenario.rowSkewS * skews.gaussian());
}

/** One array with its read-out: what is drawn from the seed, and tables derived from it when they are needed. */
export class ArrayUnit {
  readonly tile: number;
  readonly cells: CellArray;
  readonly converters: ColumnConverters;
  readonly wires: Wires;
  readonly thresholds: ShotThresholds;
  readonly decay: StateDecay;
  readonly #electrics = new Map<number, CellElectrics>();
  readonly #escapes: EscapeTable[] = [];
  #version = 0;

  constructor(
    scenario: BoardScenario,
    seed: number | bigint,
    geometry: ArrayGeometry,
    tile: number,
    table: SwitchingTable,
  ) {
    this.tile = tile;
    this.cells = drawCells(scenario, seed, geometry, tile);
    this.converters = new ColumnConverters(geometry.cols, scenario.converters, seed, tile);
    this.wires = scenario.wires;
    this.thresholds = new ShotThresholds(this.cells, table);
    this.decay = new StateDecay(this.cells, RandomStream.from(seed, 'retention', tile));
  }

  /** Resistance of the wires to a cell when its row alone is driven, ohm; other columns' currents are not counted. */
  seriesOhm(row: number, col: number): number {
    const { driveOhm, senseOhm, rowOhm, colOhm } = this.wires;
    return at(driveOhm, row) + at(senseOhm, col) + col * rowOhm + (this.cells.rows - 1 - row) * colOhm;
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

  /** Rates at which cells lose their states in given surroundings; those of the last few are kept. */
  escapesIn(surroundings: Surroundings): EscapeTable {
    const { version } = this.cells;
    for (const table of this.#escapes)
      if (table.version === version && same(table.surroundings, surroundings)) return table;
    const table = new EscapeTable(this.cells, surroundings);
    if (this.#escapes.push(table) > KEPT_ESCAPES) this.#escapes.shift();
    return table;
  }
}

function same(a: Surroundings, b: Surroundings): boolean {
  return a.fieldAPerM === b.fieldAPerM && a.kelvin === b.kelvin && a.biasV === b.biasV;
}
