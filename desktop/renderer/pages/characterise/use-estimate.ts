import { useEffect } from 'preact/hooks';
import type { RunEstimate } from '../../../rpc/api/index.js';
import { selectedBoard, selectedEntry } from '../../app/boards.js';
import { useCall } from '../../app/hooks.js';
import type { Problem } from '../../app/problems.js';
import type { Params } from './presets.js';

/** What is known of a run on the chosen board before it is started. */
export interface KnownBefore {
  readonly estimate: RunEstimate | undefined;
  /** Why it cannot be started with these parameters. */
  readonly refusal: Problem | undefined;
}

/** Checks parameters as they are changed, and asks how much a run with them would do. */
export function useEstimate(experiment: string, params: Params): KnownBefore {
  const board = selectedBoard.value;
  const { use, session } = selectedEntry.value ?? {};
  const check = useCall('experiments.check', { experiment, params });
  const fits = check.value.value !== undefined && check.problem.value === undefined;
  const estimate = useCall(
    'experiments.estimate',
    board === undefined || !fits ? undefined : { board, experiment, params },
  );
  useEffect(() => {
    // An open board has told its limits; a run that has ended says how long the next one takes.
    if (estimate.value.peek() !== undefined) estimate.reload();
  }, [session, use === undefined]);
  const refusal = check.problem.value ?? (fits ? estimate.problem.value : undefined);
  return { estimate: refusal === undefined ? estimate.value.value : undefined, refusal };
}
