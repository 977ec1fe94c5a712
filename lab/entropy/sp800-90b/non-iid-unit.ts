import type { AssessmentPlan } from './assessment.js';
import { estimateGroup, type Estimates } from './estimators.js';

/** What the units of an assessment share; the sequences lie in shared memory. */
export type NonIidSetup = Pick<AssessmentPlan, 'sequences' | 'jobs' | 'z'>;

/** Computes one job of an assessment. */
export function nonIidUnit(
  { sequences, jobs, z }: NonIidSetup,
  index: number,
  tell?: (fraction: number) => void,
): Partial<Estimates> {
  const { sequence, group } = jobs[index]!;
  return estimateGroup(group, sequences[sequence]!, z, tell);
}
