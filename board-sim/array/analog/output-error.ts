/**
 * Standard deviation of an output of differential binary weights, in steps of a weight, from an independent relative spread σ of every cell:
 *
 *     σ_y = ‖x‖₂ · σ · √((1 + TMR)² + 1) / TMR
 *
 * Each weight is a parallel and an antiparallel cell that differ by ΔG = G_P·TMR/(1 + TMR), and whose spreads are σ·G_P and
 * σ·G_P/(1 + TMR). The error is static: calibration can take it off. For 64 inputs, 4 % and a TMR of 1 it is 0.72 steps.
 */
export function pairOutputError(inputNorm: number, relativeSpread: number, tmr: number): number {
  return (inputNorm * relativeSpread * Math.hypot(1 + tmr, 1)) / tmr;
}
