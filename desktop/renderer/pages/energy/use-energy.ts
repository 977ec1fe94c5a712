import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { TracedStep } from '../../../../lab/energy/index.js';
import type { EnergyNews } from '../../../rpc/api/index.js';
import { useStream } from '../../app/hooks.js';
import type { Problem } from '../../app/problems.js';

/** The books of a run as they stand. */
export interface EnergyState {
  readonly news: ReadonlySignal<EnergyNews | undefined>;
  /** Steps so far, as many as the backend keeps. */
  readonly steps: ReadonlySignal<readonly TracedStep[]>;
  readonly problem: ReadonlySignal<Problem | undefined>;
  readonly retry: () => void;
}

/** Follows the books of a run, which may be over. @param run its folder; nothing: no run */
export function useEnergy(run: string | undefined): EnergyState {
  const steps = useSignal<readonly TracedStep[]>([]);
  const { value, problem, retry } = useStream('energy.follow', run === undefined ? undefined : { run }, {
    window: 2,
    onStart: () => (steps.value = []),
    onItem: ({ newSteps }) => {
      if (newSteps.length > 0) steps.value = [...steps.peek(), ...newSteps];
    },
  });
  return { news: value, steps, problem, retry };
}
