import { RandomStream, checkNumber } from '../../base/index.js';
import {
  CellCondition,
  NO_FAULTS,
  SHORT_RESISTANCE_OHM,
  tmrAtBias,
  type CellConditionCode,
  type CellCorrelation,
  type CellSpread,
  type FaultPlan,
  type NominalCell,
} from './cell-model.js';
import { correlatedField } from './correlated-field.js';

/** How to draw an array. */
export interface CellArrayOptions {
  readonly rows: number;
  readonly cols: number;
  readonly seed: number | bigint;
  /** Number of the array on its board; arrays of one board are drawn from independent streams. */
  readonly tile?: number;
  readonly nominal: NominalCell;
  readonly spread: CellSpread;
  readonly faults?: FaultPlan;
}

/**
 * The junctions of one array: parameters drawn once from a seed, and a state bit each (1 = antiparallel). Cell (r, c) has index r·cols + c
 * in every list. Rows carry the voltage, columns the current. Nothing here changes a state by itself: whoever owns the array lets time act on it.
 */
export class CellArray {
  readonly rows: number;
  readonly cols: number;
  readonly nominal: NominalCell;
  /** Parallel resistance, ohm. */
  readonly resistanceP: Float64Array;
  /** Zero-bias TMR, fraction. */
  readonly tmr: Float64Array;
  /** Anisotropy field, A/m. */
  readonly hk: Float64Array;
  /** VCMA slope, A/m/V. */
  readonly vcmaSlope: Float64Array;
  /** Stray out-of-plane field, A/m. */
  readonly strayField: Float64Array;
  /** Rms of the relative conductance noise. */
  readonly readNoise: Float64Array;
  /** A `CellCondition` each. */
  readonly condition: Uint8Array;
  /** 1 = the cell failed after the board was calibrated: the board still takes it for a good one. */
  readonly unnoticed: Uint8Array;
  /** 1 = antiparallel. Stuck cells hold their value; writers must respect `condition`. */
  readonly state: Uint8Array;
  /** Counts up whenever a drawn parameter changes, so that what was derived from them can be thrown away. */
  version = 0;

  constructor(options: CellArrayOptions) {
    const { nominal, spread } = options;
    this.rows = checkNumber('rows', options.rows, { min: 1, max: 512, integer: true });
    this.cols = checkNumber('cols', options.cols, { min: 1, max: 512, integer: true });
    this.nominal = nominal;
    const tile = options.tile ?? 0;
    const draw = (name: string, value: (gaussian: number) => number): Float64Array => {
      const stream = RandomStream.from(options.seed, 'array', tile, name);
      const list = new Float64Array(this.rows * this.cols);
      for (let cell = 0; cell < list.length; cell++) list[cell] = stream.gaussian();
      if (spread.correlation !== undefined)
        correlate(list, this.rows, this.cols, spread.correlation, (part) =>
          RandomStream.from(options.seed, 'array', tile, name, part),
        );
      return list.map(value);
    };
    // Relative spreads are cut at 4σ and at one tenth of nominal: a negative TMR or Hk is another device, not a spread of this one.
    const relative = (nominalValue: number, sigma: number) => (gaussian: number) =>
      nominalValue * Math.max(0.1, 1 + sigma * Math.max(-4, Math.min(4, gaussian)));
    this.resistanceP = draw('resistance', (g) => nominal.resistanceP * Math.exp(spread.resistanceP * g));
    this.tmr = draw('tmr', relative(nominal.tmr, spread.tmr));
    this.hk = draw('hk', relative(nominal.hkAPerM, spread.hk));
    this.vcmaSlope = draw('vcma', relative(nominal.vcmaSlopeAPerMPerV, spread.vcmaSlope));
    this.strayField = draw('stray', (g) => spread.strayFieldAPerM * g);
    this.readNoise = draw('read-noise', (g) => spread.readNoise * Math.exp(spread.readNoiseSpread * g));
    this.condition = placeFaults(this.rows, this.cols, options.faults ?? NO_FAULTS, options.seed, tile);
    this.unnoticed = new Uint8Array(this.rows * this.cols);
    this.state = new Uint8Array(this.rows * this.cols);
    const states = RandomStream.from(options.seed, 'array', tile, 'state');
    for (let cell = 0; cell < this.state.length; cell++) this.state[cell] = states.nextU32() >>> 31;
    this.settleFaultyStates();
  }

  /** Puts stuck, open and shorted cells where they read: 1 for antiparallel and open, 0 for parallel and short. */
  settleFaultyStates(): void {
    for (let cell = 0; cell < this.state.length; cell++) {
      const condition = this.condition[cell]!;
      if (condition === CellCondition.good) continue;
      this.state[cell] = condition === CellCondition.stuckAP || condition === CellCondition.open ? 1 : 0;
    }
  }

  /** A cell fails while the board works. Who derived anything from the cells sees another version. */
  fail(cell: number, condition: CellConditionCode): void {
    if (this.condition[cell] === CellCondition.good) this.unnoticed[cell] = 1;
    this.condition[cell] = condition;
    this.settleFaultyStates();
    this.version++;
  }

  /** Whether a pulse can change the cell. */
  isGood(cell: number): boolean {
    return this.condition[cell] === CellCondition.good;
  }

  /** Conductance of a cell in a state (1 = antiparallel) at a read voltage, siemens. */
  conductance(cell: number, state: number, readV: number): number {
    switch (this.condition[cell]) {
      case CellCondition.open:
        return 0;
      case CellCondition.short:
        return 1 / SHORT_RESISTANCE_OHM;
      default: {
        const resistance = this.resistanceP[cell]!;
        return state === 0
          ? 1 / resistance
          : 1 / (resistance * (1 + tmrAtBias(this.tmr[cell]!, this.nominal.tmrHalfVoltage, readV)));
      }
    }
  }

  /** Resistance of a cell in its present state, ohm; Infinity for an open one. */
  resistance(cell: number, readV: number): number {
    return 1 / this.conductance(cell, this.state[cell]!, readV);
  }
}

/** Gives independent normals their common parts: every one stays a standard normal. */
function correlate(
  list: Float64Array,
  rows: number,
  cols: number,
  { globalShare, fieldShare, fieldLengthCells, fieldKernel }: CellCorrelation,
  stream: (part: string) => RandomStream,
): void {
  checkNumber('globalShare', globalShare, { min: 0, max: 1 });
  checkNumber('fieldShare', fieldShare, { min: 0, max: 1 - globalShare });
  const common = Math.sqrt(globalShare) * stream('global').gaussian();
  const field = correlatedField(rows, cols, fieldKernel, fieldLengthCells, stream('field'));
  const own = Math.sqrt(1 - globalShare - fieldShare);
  for (let cell = 0; cell < list.length; cell++)
    list[cell] = own * list[cell]! + Math.sqrt(fieldShare) * field[cell]! + common;
}

function placeFaults(rows: number, cols: number, plan: FaultPlan, seed: number | bigint, tile: number): Uint8Array {
  const cells = rows * cols;
  const condition = new Uint8Array(cells);
  const wanted = [
    [CellCondition.stuckAP, plan.stuckAP],
    [CellCondition.stuckP, plan.stuckP],
    [CellCondition.short, plan.short],
    [CellCondition.open, plan.open],
  ] as const;
  const total = wanted.reduce((sum, [, count]) => sum + count, 0);
  checkNumber('faulty cells', total, { min: 0, max: cells, integer: true });
  const order = RandomStream.from(seed, 'array', tile, 'faults').shuffle(
    Uint32Array.from({ length: cells }, (_, i) => i),
  );
  let next = 0;
  for (const [code, count] of wanted) for (let k = 0; k < count; k++) condition[order[next++]!] = code;
  for (const row of plan.openRows) if (row < rows) condition.fill(CellCondition.open, row * cols, (row + 1) * cols);
  for (const col of plan.openCols)
    for (let at = col; col < cols && at < cells; at += cols) condition[at] = CellCondition.open;
  return condition;
}
