import { Z_99 } from '../estimate.js';
import { ESTIMATOR_GROUPS, estimateGroup, type Estimates } from '../estimators.js';
import type { Sequence } from '../samples.js';

/** The row and the column data set, in memory that threads share. */
export interface RestartSetup {
  readonly sets: readonly Sequence[];
}

/** Units of a restart assessment: the estimators of both sets, the slow ones first. */
export const RESTART_UNITS = 2 * ESTIMATOR_GROUPS.length;

/** One group of estimators on one of the sets; the sets take turns. */
export function restartUnit(
  { sets }: RestartSetup,
  index: number,
  tell?: (fraction: number) => void,
): Partial<Estimates> {
  return estimateGroup(ESTIMATOR_GROUPS[index >> 1]!, sets[index & 1]!, Z_99, tell);
}
