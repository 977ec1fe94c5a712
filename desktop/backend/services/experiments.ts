import { describeExperiment, findExperiment, listExperiments, parseParams } from '../../../lab/experiments/index.js';
import type { experimentsApi } from '../../rpc/api/index.js';
import type { CentralPart, Handlers } from '../../rpc/define.js';
import { watchChanges } from '../changing.js';
import type { BackendContext } from '../context.js';

/** What can be run, and what runs. */
export function experimentListHandlers({ hub, clock }: BackendContext): Handlers<CentralPart<typeof experimentsApi>> {
  return {
    'experiments.list': async () => (await listExperiments()).map(describeExperiment),
    'experiments.check': async ({ experiment, params }) => parseParams(await findExperiment(experiment), params),
    'experiments.active': (_, { signal }) =>
      watchChanges(hub.runChanges, () => hub.runs, { signal, clock, gatherS: 0.1 }),
  };
}
