import { describeExperiment, findExperiment, listExperiments, parseParams } from '../../../lab/experiments/index.js';
import type { experimentsApi } from '../../rpc/api/index.js';
import type { CentralPart, Handlers } from '../../rpc/define.js';
import { watchChanges } from '../changing.js';
import type { BackendContext } from '../context.js';
import { arrayOf, estimateRun } from '../runs/estimate-run.js';
import { readSettings } from '../settings-store.js';

/** What can be run, and what runs. */
export function experimentListHandlers({
  hub,
  clock,
  store,
  configDir,
}: BackendContext): Handlers<CentralPart<typeof experimentsApi>> {
  return {
    'experiments.list': async () =>
      (await listExperiments()).map((experiment) => {
        const { texts } = experiment;
        return { ...describeExperiment(experiment), ...(texts === undefined ? {} : { texts }) };
      }),
    'experiments.check': async ({ experiment, params }) => parseParams(await findExperiment(experiment), params),
    'experiments.estimate': async ({ board, experiment, params }) => {
      const entry = hub.entries().find(({ listing }) => listing.uri === board);
      const kind = entry?.identity?.kind ?? entry?.listing.kind ?? '';
      const { telemetryPeriodMs, recordWire } = (await readSettings(configDir)).settings;
      const place = { array: arrayOf(board, entry), kind, store, telemetryPeriodMs, recordWire };
      return estimateRun(await findExperiment(experiment), params, place);
    },
    'experiments.active': (_, { signal }) =>
      watchChanges(hub.runChanges, () => hub.runs, { signal, clock, gatherS: 0.1 }),
  };
}
