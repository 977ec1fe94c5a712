import { checkNumber } from '../../base/index.js';
import type { EscapeRates } from './escape-rates.js';

/** Probabilities that a cell is found in the other state after a time. */
export interface FlipProbability {
  readonly fromP: number;
  readonly fromAP: number;
}

type TwoRates = Pick<EscapeRates, 'fromP' | 'fromAP'>;

/**
 * Probability of the other state after a time, exact for two states and constant rates: r/(r + r') · (1 − exp(−(r + r') t)).
 * @throws RangeError for a negative time
 */
export function flipProbability(rates: TwoRates, seconds: number): FlipProbability {
  checkNumber('seconds', seconds, { min: 0 });
  const { fromP, fromAP } = rates;
  const sum = fromP + fromAP;
  if (sum === 0) return { fromP: 0, fromAP: 0 };
  const mixed = -Math.expm1(-sum * seconds) / sum;
  return { fromP: fromP * mixed, fromAP: fromAP * mixed };
}

/** Mean stay in each state, s; Infinity for a state that is never left. */
export function meanDwell({ fromP, fromAP }: TwoRates): { readonly inP: number; readonly inAP: number } {
  return { inP: 1 / fromP, inAP: 1 / fromAP };
}
