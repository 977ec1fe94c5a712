import type { LagCorrelation } from '../../entropy/statistics/autocorrelation.js';
import type { Cell } from '../events.js';

/** Correlations along the stream and within cells at one lag, with the band that so many standard deviations of independent bits make. */
export function lagRow(stream: LagCorrelation, cells: LagCorrelation, z: number): Record<string, Cell> {
  const band = (name: string, { r, sigma }: LagCorrelation): Record<string, Cell> => ({
    [name]: r,
    [`${name}_lower`]: -z * sigma,
    [`${name}_upper`]: z * sigma,
  });
  return { lag: stream.lag, independent: 0, ...band('stream', stream), ...band('cells', cells) };
}

/** The lag whose correlation is furthest from 0 in its own standard deviations; undefined where nothing varies. */
export function largestCorrelation(
  lags: readonly LagCorrelation[],
): { readonly lag: number; readonly r: number; readonly sigmas: number } | null {
  let largest: LagCorrelation | undefined;
  const sigmas = ({ r, sigma }: LagCorrelation): number => Math.abs(r) / sigma;
  for (const each of lags)
    if (Number.isFinite(sigmas(each)) && (largest === undefined || sigmas(each) > sigmas(largest))) largest = each;
  return largest === undefined ? null : { lag: largest.lag, r: largest.r, sigmas: sigmas(largest) };
}
