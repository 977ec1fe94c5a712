import type { experimentsApi } from '../../../rpc/api/index.js';
import type { Handlers, SessionPart } from '../../../rpc/define.js';
import type { RunDesk } from '../run-desk.js';
import { figurePicture, runFindings } from '../run-findings.js';
import type { SessionContext } from '../session-context.js';

/** Starting, following and stopping runs. */
export function experimentHandlers(
  context: SessionContext,
  desk: RunDesk,
): Handlers<SessionPart<typeof experimentsApi>> {
  return {
    'experiments.start': (request, { signal }) => desk.start(request, signal),
    'experiments.follow': ({ run }, { signal }) => desk.follow(run, signal),
    'experiments.stop': async ({ run }) => {
      await desk.stop(run);
      return null;
    },
    'experiments.findings': ({ run }, { signal }) => runFindings(context, desk, run, signal),
    'experiments.picture': ({ run, figure }) => figurePicture(context, desk, run, figure),
  };
}
