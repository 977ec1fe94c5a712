import { release } from 'node:os';
import { productVersion } from '../../../lab/runs/index.js';
import { API_VERSION, type LogLine, type systemApi } from '../../rpc/api/index.js';
import type { Handlers } from '../../rpc/define.js';
import { watchChanges } from '../changing.js';
import type { BackendContext } from '../context.js';
import type { ProgramLog } from '../program-log.js';

/** Who answers, its log, and a report of trouble. */
export function systemHandlers(context: BackendContext): Handlers<typeof systemApi> {
  const { clock, log, runsDir, runsDirGiven, instance } = context;
  return {
    'system.hello': async () => ({
      api: API_VERSION,
      version: await productVersion(),
      instance,
      platform: process.platform,
      runsDir,
      runsDirGiven,
    }),
    'system.log': ({ last }, { signal }) =>
      newLines(
        log,
        last,
        watchChanges(log.changes, () => log.total, { signal, clock }),
      ),
    'system.diagnostics': async () => diagnostics(context),
  };
}

async function* newLines(
  log: ProgramLog,
  last: number,
  totals: AsyncIterable<number>,
): AsyncGenerator<readonly LogLine[], void, undefined> {
  let seen: number | undefined;
  for await (const total of totals) {
    const fresh = seen === undefined ? Math.min(last, total) : total - seen;
    if (fresh > 0) yield log.last(fresh);
    seen = total;
  }
}

async function diagnostics({ hub, log, instance }: BackendContext): Promise<string> {
  const boards = hub.entries().filter(({ session }) => session !== 'closed');
  return JSON.stringify(
    {
      spindrift: await productVersion(),
      api: API_VERSION,
      instance,
      node: process.version,
      electron: process.versions['electron'],
      system: `${process.platform} ${process.arch} ${release()}`,
      memory: process.memoryUsage(),
      uptimeS: process.uptime(),
      boards: boards.map(({ listing, session, use, problem }) => ({ ...listing, session, use, problem })),
      runs: hub.runs.map(({ experiment, state, progress }) => ({ experiment, state, progress })),
      log: log.last(200),
    },
    null,
    2,
  );
}
