import { unitRunner } from '../../../base/parallel/run-units.js';
import { unitKinds } from './unit-kinds.js';

export type { ParallelOptions } from '../../../base/parallel/run-units.js';

/** Computes the units of a job of the entropy batteries; see {@link unitRunner}. */
export const runUnits = unitRunner(
  unitKinds,
  new URL(import.meta.url.endsWith('.ts') ? './unit-worker.ts' : './unit-worker.js', import.meta.url),
);
