import { type CellArray } from '../array/index.js';
import {
  TABLE_IN_PLANE_FIELD,
  RateGrid,
  atTemperature,
  boardCell,
  effectiveField,
  macrospinModel,
  type MacrospinModel,
} from '../device/index.js';

/** What cells keep their states under, besides their own parameters. */
export interface Surroundings {
  /** Field of coil and drift together, A/m; each cell adds its own. */
  readonly fieldAPerM: number;
  /** Temperature of the array, K. */
  readonly kelvin: number;
  /** Voltage on the row, V: it acts on the anisotropy of its cells. */
  readonly biasV: number;
}

/** Distances of the grid's points, A/m, and how many an axis may have. */
const HK_STEP = 6e3;
const HZ_STEP = 3e3;
const FEWEST_POINTS = 4;
const MOST_POINTS = 12;

/** The magnet of a cell at a temperature, and by what its own Hk and VCMA slope change. */
function magnetAt(kelvin: number): {
  readonly magnet: MacrospinModel;
  readonly hkFactor: number;
  readonly slopeFactor: number;
} {
  const set = atTemperature(boardCell, kelvin);
  const [hk, nominalHk] = [effectiveField(set, 0), effectiveField(boardCell, 0)];
  return {
    magnet: macrospinModel(set),
    hkFactor: hk / nominalHk,
    slopeFactor: (effectiveField(set, 1) - hk) / (effectiveField(boardCell, 1) - nominalHk),
  };
}

/** Rates at which the cells of an array lose their states in given surroundings; 0 for cells that cannot change. */
export class EscapeTable {
  readonly surroundings: Surroundings;
  /** Version of the cells that it was made for. */
  readonly version: number;
  /** 1/s, for each cell. */
  readonly fromP: Float64Array;
  readonly fromAP: Float64Array;
  /** Sum of each row's larger rates, 1/s: no row changes faster. */
  readonly rowHazard: Float64Array;

  constructor(cells: CellArray, surroundings: Surroundings) {
    const { rows, cols } = cells;
    const { fieldAPerM, kelvin, biasV } = surroundings;
    this.surroundings = surroundings;
    this.version = cells.version;
    this.fromP = new Float64Array(rows * cols);
    this.fromAP = new Float64Array(rows * cols);
    this.rowHazard = new Float64Array(rows);
    const { magnet, hkFactor, slopeFactor } = magnetAt(kelvin);
    const hk = cells.hk.map((value, cell) => hkFactor * value + slopeFactor * cells.vcmaSlope[cell]! * biasV);
    const hz = cells.strayField.map((value) => value + fieldAPerM);
    const grid = new RateGrid(magnet, TABLE_IN_PLANE_FIELD, axisOver(hk, HK_STEP), axisOver(hz, HZ_STEP));
    for (let cell = 0; cell < hk.length; cell++) {
      if (!cells.isGood(cell)) continue;
      const { fromP, fromAP } = grid.aim(hk[cell]!, hz[cell]!);
      this.fromP[cell] = fromP;
      this.fromAP[cell] = fromAP;
      this.rowHazard[Math.floor(cell / cols)]! += Math.max(fromP, fromAP);
    }
  }
}

/** Points over the range of some values: one when all are the same. */
function axisOver(values: Float64Array, step: number): Float64Array {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high) return Float64Array.of(low);
  const points = Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, Math.ceil((high - low) / step) + 1));
  return Float64Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
}
