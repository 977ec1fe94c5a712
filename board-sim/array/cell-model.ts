/** What a nominal cell of an array is and how cells differ from it. */
import { type FieldKernel } from './correlated-field.js';

/** The cell every other one is drawn around. SI units. */
export interface NominalCell {
  /** Resistance in the parallel state, ohm. */
  readonly resistanceP: number;
  /** Tunnel magnetoresistance at zero bias, a fraction (1.2 = 120 %). */
  readonly tmr: number;
  /** Bias at which the TMR has fallen to one half, volt. */
  readonly tmrHalfVoltage: number;
  /** Effective anisotropy field at zero bias, A/m. */
  readonly hkAPerM: number;
  /** Change of the anisotropy field with voltage, A/m/V; negative when a positive voltage lowers it. */
  readonly vcmaSlopeAPerMPerV: number;
}

/** How much of each parameter's variance cells have in common. Shares are of the variance; what they leave is independent from cell to cell. */
export interface CellCorrelation {
  /** Share that all cells of an array have in common: arrays differ from each other. */
  readonly globalShare: number;
  /** Share that varies smoothly over the array. */
  readonly fieldShare: number;
  /** Distance over which it varies, cells, and in which manner. */
  readonly fieldLengthCells: number;
  readonly fieldKernel: FieldKernel;
}

/** Standard deviations of the drawn parameters; 0 = every cell is nominal. */
export interface CellSpread {
  /** Of ln(resistanceP): the spread is lognormal. */
  readonly resistanceP: number;
  /** Relative, of the zero-bias TMR. */
  readonly tmr: number;
  /** Relative, of Hk. Drawn on Hk itself: it is a small difference of large numbers and no spread of its terms may be drawn. */
  readonly hk: number;
  /** Relative, of the VCMA slope. */
  readonly vcmaSlope: number;
  /** Stray out-of-plane field, A/m, zero mean. */
  readonly strayFieldAPerM: number;
  /** Read noise of a cell: rms of its relative conductance fluctuation in the read bandwidth, and the σ of the logarithm of that rms. */
  readonly readNoise: number;
  readonly readNoiseSpread: number;
  /** The same for every parameter, each with a field of its own; absent = all cells are independent. */
  readonly correlation?: CellCorrelation;
}

/** What can be wrong with a cell. */
export const CellCondition = { good: 0, open: 1, short: 2, stuckP: 3, stuckAP: 4 } as const;
export type CellConditionCode = (typeof CellCondition)[keyof typeof CellCondition];

/** Faulty sites of an array. Counts are realised exactly: all sites come from one permutation of the cells, so none overlap. */
export interface FaultPlan {
  readonly stuckAP: number;
  readonly stuckP: number;
  readonly short: number;
  readonly open: number;
  /** Rows whose switch never closes: no pulse and no current reach their cells. */
  readonly openRows: readonly number[];
  /** Columns whose enable never closes. */
  readonly openCols: readonly number[];
}

export const NO_FAULTS: FaultPlan = { stuckAP: 0, stuckP: 0, short: 0, open: 0, openRows: [], openCols: [] };

/** Resistance of a broken-down junction, ohm. A modelling choice. */
export const SHORT_RESISTANCE_OHM = 500;

/** TMR at a bias: TMR(V) = TMR0 / (1 + (V/V_h)²). */
export function tmrAtBias(tmr0: number, tmrHalfVoltage: number, voltageV: number): number {
  return tmr0 / (1 + (voltageV / tmrHalfVoltage) ** 2);
}
