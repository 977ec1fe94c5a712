import { type CellSpread, type FaultPlan, NO_FAULTS } from '../array/cell-model.js';
import { type ConverterSpread } from '../array/column-converters.js';

/** A board as a set of numbers: how its cells and converters differ, what is broken, how it drifts. Drawn from a seed into one board. */
export interface BoardScenario {
  /** Name in `sim:NAME`. */
  readonly id: string;
  readonly title: string;
  /** One sentence for a list. */
  readonly summary: string;
  readonly cells: CellSpread;
  /** Factor on the nominal TMR: barriers age. */
  readonly tmrFactor: number;
  readonly converters: ConverterSpread;
  /** Series resistances, ohm: wire segments between cells, driver with row switch, virtual ground. */
  readonly wires: {
    readonly rowOhm: number;
    readonly colOhm: number;
    readonly driveOhm: number;
    readonly senseOhm: number;
  };
  /** σ of the skew of the pulse width from row to row, seconds. */
  readonly rowSkewS: number;
  /** Change with board time while the board works: out-of-plane field, A/m per s, and pulse width, s per s. */
  readonly drift: { readonly fieldAPerMPerS: number; readonly widthSPerS: number };
  /** Faulty cells as shares of all; lines by number. */
  readonly faults: FaultShares;
  /** Array temperature at rest, °C. */
  readonly ambientC: number;
}

/** Faults of a scenario, independent of the array's size. */
export interface FaultShares {
  readonly stuckAP: number;
  readonly stuckP: number;
  readonly short: number;
  readonly open: number;
  readonly openRows: readonly number[];
  readonly openCols: readonly number[];
}

export const FAULTLESS: FaultShares = { stuckAP: 0, stuckP: 0, short: 0, open: 0, openRows: [], openCols: [] };

/** The faults of a scenario on an array of `cells` cells: whole numbers, realised exactly. */
export function faultPlan(shares: FaultShares, cells: number): FaultPlan {
  return {
    ...NO_FAULTS,
    stuckAP: Math.round(shares.stuckAP * cells),
    stuckP: Math.round(shares.stuckP * cells),
    short: Math.round(shares.short * cells),
    open: Math.round(shares.open * cells),
    openRows: shares.openRows,
    openCols: shares.openCols,
  };
}
