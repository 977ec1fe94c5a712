/** dy/dt at a time, written to `out`. */
export type Derivative = (timeS: number, y: Float64Array, out: Float64Array) => void;

/** How exactly, and how the last step went. */
export interface AdaptiveState {
  /** Absolute error allowed in each component over a step. */
  readonly tolerance: number;
  /** Step to try next, s. */
  stepS: number;
  accepted: number;
  rejected: number;
}

/** Butcher tableau of J. R. Dormand, P. J. Prince, J. Comput. Appl. Math. 6 (1980) 19, table 2: order 5 with an error estimate of order 4. */
const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const A: readonly (readonly number[])[] = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Weights of order 5 less those of order 4. */
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/**
 * Integrates y from one time to a later one in place, with steps chosen by the error estimate; the last one ends exactly at `toS`.
 * Nothing may jump in between. Keeps the step size in `state` for the next call.
 * @throws RangeError when the step would have to shrink below 1e-14 of the span
 */
export function dormandPrince(f: Derivative, y: Float64Array, fromS: number, toS: number, state: AdaptiveState): void {
  const n = y.length;
  const k = Array.from({ length: 7 }, () => new Float64Array(n));
  const trial = new Float64Array(n);
  let time = fromS;
  f(time, y, k[0]!);
  while (time < toS) {
    const left = toS - time;
    const last = state.stepS >= left;
    const h = last ? left : state.stepS;
    for (let stage = 1; stage < 7; stage++) {
      const row = A[stage]!;
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let j = 0; j < stage; j++) sum += row[j]! * k[j]![i]!;
        trial[i] = y[i]! + h * sum;
      }
      f(last && stage >= 5 ? toS : time + NODES[stage]! * h, trial, k[stage]!);
    }
    let error = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < 7; j++) sum += ERROR[j]! * k[j]![i]!;
      error = Math.max(error, Math.abs(h * sum) / state.tolerance); // NaN stays NaN
    }
    // A slope that is no number counts as an error without bound.
    const factor = Number.isNaN(error) ? 0.2 : Math.min(5, Math.max(0.2, 0.9 * error ** -0.2));
    if (error <= 1) {
      // The seventh stage is taken at the new point: the first of the next step.
      y.set(trial);
      k[0]!.set(k[6]!);
      time = last ? toS : time + h;
      state.accepted++;
      if (!last || factor < 1) state.stepS = h * factor;
    } else {
      state.rejected++;
      state.stepS = h * Math.min(1, factor);
      if (state.stepS < 1e-14 * (toS - fromS))
        throw new RangeError(`tolerance ${state.tolerance} cannot be met at ${time} s: the step has shrunk to nothing`);
    }
  }
}
