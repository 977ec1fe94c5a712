import { STRAY_UNIT, type ThermalCell, type ThermalModel } from './escape-rate.js';
import { maximise } from './fisher-scoring.js';
import { SwitchingData } from './switching-likelihood.js';
import { switchingField, type SwitchingRecord } from './switching-records.js';

/** A fitted value with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** What a cell's switching fields say of it. */
export interface ThermalFit {
  readonly hkAPerM: Estimate;
  readonly delta: Estimate;
  readonly strayAPerM: Estimate;
  /** Correlation of the estimates of Hk and Δ: near −1, since a lower barrier in a larger Hk switches at the same field. */
  readonly correlation: number;
  /** d(ln Hk)/dV at V = 0 of the cell that was fitted, 1/V: given, or fitted to records at several biases. */
  readonly perV: number;
  /** dHk/dV, only when it was fitted. */
  readonly slopeAPerMPerV?: Estimate;
  /** dΔ/dV, 1/V, likewise. */
  readonly deltaPerV?: Estimate;
  /** Records in which the cell switched, and all. */
  readonly switched: number;
  readonly records: number;
}

/**
 * Fits Hk, Δ and the stray field of one cell to its switching records by maximum likelihood, the data being between which two readings it switched.
 * Hk and Δ are those at V = 0: Hk(V) = Hk (1 + perV·V), and Δ/Hk is constant. Without `perV` that is fitted too, which needs records at two biases.
 *
 * Model (`docs/experiments.md`): escape over one barrier at rate f0 exp(−Δ b(h)), b the exact barrier of a macrospin in axial and in-plane field; the
 * way back is not counted, for behind the switching field it is higher than any barrier that was crossed.
 *
 * @returns undefined when the records do not determine it: too few switchings, or all in one interval
 */
export function fitThermalCell(
  records: readonly SwitchingRecord[],
  model: ThermalModel,
  perV?: number,
): ThermalFit | undefined {
  const guess = startFrom(records, model);
  if (guess === undefined) return undefined;
  const start = [
    Math.log(guess.hkAPerM),
    Math.log(guess.delta),
    guess.strayAPerM / STRAY_UNIT,
    ...(perV === undefined ? [0] : []),
  ];
  const cellOf = (at: readonly number[]): ThermalCell => ({
    hkAPerM: Math.exp(at[0]!),
    delta: Math.exp(at[1]!),
    strayAPerM: at[2]! * STRAY_UNIT,
    perV: perV ?? at[3]!,
  });
  const data = new SwitchingData(records);
  const fit = maximise(
    {
      likelihood: (at) => data.likelihood(cellOf(at), model, perV === undefined ? 4 : 3),
      probabilities: (at) => data.probabilities(cellOf(at), model),
    },
    start,
  );
  if (fit === undefined) return undefined;
  const { parameters, covariance } = fit;
  const cell = cellOf(parameters);
  const variance = (i: number, j: number): number => covariance.get(i, j);
  const estimate = (value: number, squaredError: number): Estimate => ({
    value,
    standardError: Math.sqrt(squaredError),
  });
  // dHk/dV = Hk·s and dΔ/dV = Δ·s, to first order in the errors of s and of the logarithm.
  const scaled = (scale: number, log: number): Estimate => {
    const s = cell.perV;
    return estimate(scale * s, scale ** 2 * (variance(3, 3) + s * s * variance(log, log) + 2 * s * variance(3, log)));
  };
  return {
    hkAPerM: estimate(cell.hkAPerM, cell.hkAPerM ** 2 * variance(0, 0)),
    delta: estimate(cell.delta, cell.delta ** 2 * variance(1, 1)),
    strayAPerM: estimate(cell.strayAPerM, STRAY_UNIT ** 2 * variance(2, 2)),
    correlation: variance(0, 1) / Math.sqrt(variance(0, 0) * variance(1, 1)),
    perV: cell.perV,
    ...(perV === undefined ? { slopeAPerMPerV: scaled(cell.hkAPerM, 0), deltaPerV: scaled(cell.delta, 1) } : {}),
    switched: records.filter(({ switchedIn }) => switchedIn !== undefined).length,
    records: records.length,
  };
}

/** Standard deviation of a Gumbel distribution in units of its scale: π/√6. */
const GUMBEL_WIDTH = Math.PI / Math.sqrt(6);

/**
 * A cell to start from: for a barrier Δ x², x = 1 − H/Hk, the rate rises e-fold over Hk/(2 Δ x), switching fields scatter by π/√6 of that, and they lie
 * where Δ x² = ln(f0 τ) with τ the time that the field takes for an e-fold. The field across the axis lowers the switching field further.
 */
function startFrom(records: readonly SwitchingRecord[], model: ThermalModel): ThermalCell | undefined {
  const down = fieldsOf(records, 'p');
  const up = fieldsOf(records, 'ap');
  if (down.length + up.length < 3 || down.length === 0 || up.length === 0) return undefined;
  const [downMean, upMean] = [mean(down), mean(up)];
  const coercive = (upMean - downMean) / 2;
  if (!(coercive > 0)) return undefined;
  const scatter = Math.sqrt(
    (sumOfSquares(down, downMean) + sumOfSquares(up, upMean)) / Math.max(1, down.length + up.length - 2),
  );
  const step = stepOf(records);
  const rise = GUMBEL_WIDTH / Math.max(scatter, step.fieldAPerM / Math.sqrt(12));
  const seconds = step.secondsS / (rise * step.fieldAPerM);
  const barrier = Math.log(Math.max(10, model.attemptRateHz * seconds));
  const x = 1 / (1 + (rise * coercive) / (2 * barrier));
  const hk = coercive / (1 - x) + model.inPlaneAPerM;
  return {
    hkAPerM: hk,
    delta: barrier / x ** 2 / (1 - model.inPlaneAPerM / hk) ** 2,
    strayAPerM: -(upMean + downMean) / 2,
    perV: 0,
  };
}

function fieldsOf(records: readonly SwitchingRecord[], from: 'p' | 'ap'): number[] {
  return records.flatMap((record) => {
    const field = record.from === from ? switchingField(record) : undefined;
    return field === undefined ? [] : [field];
  });
}

/** Mean step of the field, and time a step, over the first record. */
function stepOf(records: readonly SwitchingRecord[]): { readonly fieldAPerM: number; readonly secondsS: number } {
  const { intervals } = records[0]!;
  const [first, last] = [intervals[0]!, intervals.at(-1)!];
  return {
    fieldAPerM: Math.abs(last.fieldAPerM - first.fieldAPerM) / Math.max(1, intervals.length - 1),
    secondsS: mean(intervals.map(({ exposures }) => exposures.reduce((sum, { secondsS }) => sum + secondsS, 0))),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumOfSquares(values: readonly number[], about: number): number {
  return values.reduce((sum, value) => sum + (value - about) ** 2, 0);
}
