import { RandomStream } from '../../base/index.js';
import { CellCondition, type CellArray } from '../array/index.js';
import { checkFaultPlaces, type BoardFaultSpec } from './fault-spec.js';

/** Steps in which the stray field of a cell follows its drift, A/m: some 3e-4 in the share of ones at the settings after boot. */
const DRIFT_STEP = 5;

/** What the injector can reach. */
export interface FaultySite {
  /** Cells of the board's first array. */
  readonly cells: () => CellArray;
  /** Parameters of a row's cells have changed: what was derived from them must be derived anew. */
  readonly changed: (row: number) => void;
}

/** A fault that has happened, with what it needs to go on. */
interface Active {
  readonly fault: BoardFaultSpec;
  /** Board time since it happened, s. */
  ageS: number;
  /** Field that it adds to its cell at the moment, A/m. */
  fieldAPerM: number;
  /** Of telegraph noise: the next change, s of age. */
  nextS: number;
  readonly stream: RandomStream;
}

/**
 * Lets faults happen to a board at numbers of outcomes, and follow board time from then. Everything follows from seed, faults and requests: neither
 * the computer's clock nor what is read meanwhile has a part in it. A reboot changes nothing: what is broken stays broken.
 */
export class FaultInjector {
  readonly #site: FaultySite;
  readonly #waiting: { readonly fault: BoardFaultSpec; readonly number: number }[];
  readonly #active: Active[] = [];
  readonly #seed: number | bigint;
  #outcomes = 0;
  #lastS = 0;

  /** @throws RangeError for a fault at a cell that the array does not have */
  constructor(
    faults: readonly BoardFaultSpec[],
    seed: number | bigint,
    { rows, cols }: { readonly rows: number; readonly cols: number },
    site: FaultySite,
  ) {
    checkFaultPlaces(faults, rows, cols);
    this.#site = site;
    this.#seed = seed;
    this.#waiting = faults.map((fault, number) => ({ fault, number })).sort((a, b) => a.fault.atBits - b.fault.atBits);
  }

  /** Field on all cells by faults, A/m. */
  get fieldAPerM(): number {
    let sum = 0;
    for (const { fault, ageS } of this.#active) {
      if (fault.kind === 'field-ramp') sum += fault.fieldAPerMPerS * ageS;
      if (fault.kind !== 'field') continue;
      const { periodS } = fault;
      const back = periodS !== undefined && (ageS / periodS) % 1 >= 0.5;
      sum += back ? -fault.fieldAPerM : fault.fieldAPerM;
    }
    return sum;
  }

  /** Share of the pulse amplitude that is left. */
  get amplitudeFactor(): number {
    return this.#active.reduce((factor, { fault }) => (fault.kind === 'supply' ? factor * fault.factor : factor), 1);
  }

  /** A burst is about to give outcomes. @param seconds board time; it starts anew with a boot */
  before(outcomes: number, seconds: number): void {
    if (this.#waiting.length === 0 && this.#active.length === 0) return;
    const passed = Math.max(0, seconds - this.#lastS);
    this.#lastS = seconds;
    for (const each of this.#active) {
      each.ageS += passed;
      this.#follow(each);
    }
    while (this.#waiting[0] !== undefined && this.#waiting[0].fault.atBits <= this.#outcomes) {
      const { fault, number } = this.#waiting.shift()!;
      const stream = RandomStream.from(this.#seed, 'fault', number);
      const active: Active = { fault, ageS: 0, fieldAPerM: 0, nextS: 0, stream };
      this.#active.push(active);
      this.#happen(active);
    }
    this.#outcomes += outcomes;
  }

  #happen(active: Active): void {
    const { fault } = active;
    const cells = this.#site.cells();
    switch (fault.kind) {
      case 'stuck-cell':
        cells.fail(fault.row * cells.cols + fault.col, conditionOf(fault.state));
        break;
      case 'stuck-row':
        for (let col = 0; col < cells.cols; col++) cells.fail(fault.row * cells.cols + col, conditionOf(fault.state));
        break;
      case 'dead-column':
        for (let row = 0; row < cells.rows; row++) cells.fail(row * cells.cols + fault.col, CellCondition.open);
        break;
      default:
        this.#follow(active);
    }
  }

  #follow(active: Active): void {
    const { fault, ageS } = active;
    if (fault.kind === 'drift-cell') {
      const wanted = fault.fieldAPerMPerS * ageS;
      if (Math.abs(wanted - active.fieldAPerM) >= DRIFT_STEP) this.#bringTo(active, wanted);
    } else if (fault.kind === 'telegraph-cell') {
      let on = active.fieldAPerM !== 0;
      while (active.nextS <= ageS) {
        on = !on;
        active.nextS += -fault.dwellS * Math.log(1 - active.stream.uniform());
      }
      if (on !== (active.fieldAPerM !== 0)) this.#bringTo(active, on ? fault.fieldAPerM : 0);
    }
  }

  /** Another field at the fault's cell. Retention goes on with the field before: at fields that matter here no cell loses its state by itself. */
  #bringTo(active: Active, fieldAPerM: number): void {
    const { fault } = active;
    if (!('row' in fault && 'col' in fault)) return;
    const cells = this.#site.cells();
    cells.strayField[fault.row * cells.cols + fault.col]! += fieldAPerM - active.fieldAPerM;
    active.fieldAPerM = fieldAPerM;
    this.#site.changed(fault.row);
  }
}

function conditionOf(state: 'p' | 'ap'): typeof CellCondition.stuckP | typeof CellCondition.stuckAP {
  return state === 'p' ? CellCondition.stuckP : CellCondition.stuckAP;
}
