import { abortError, type Clock } from '../../../base/index.js';
import { conditionedEntropy } from '../../../lab/entropy/index.js';
import type { CaptureEntry, entropyApi } from '../../rpc/api/index.js';
import type { CentralPart, Handlers } from '../../rpc/define.js';
import { readResult } from '../captures.js';
import { watchChanges } from '../changing.js';
import type { BackendContext } from '../context.js';
import { AssessmentDesk } from './assessment-desk.js';
import { listCaptures, removeCapture } from './capture-list.js';

/** Seconds between two looks into the folder of captures: other programs may write there too. */
const LOOK_S = 0.5;

/** Files of bits, their assessments, and the history of these. */
export function entropyHandlers(context: BackendContext): Handlers<CentralPart<typeof entropyApi>> {
  const { runsDir, clock, hub, store } = context;
  const desk = new AssessmentDesk(context);
  context.endings.push(() => desk.end());
  const look = (): Promise<CaptureEntry[]> => {
    const writing = hub.entries().flatMap(({ use }) => use?.capture ?? []);
    return listCaptures(runsDir, new Set(writing));
  };
  return {
    'entropy.captures': (_, { signal }) => differences(look, clock, signal),
    'entropy.removeCapture': async ({ capture }) => {
      await removeCapture(runsDir, capture);
      return null;
    },
    'entropy.assess': (request) => desk.start(request),
    'entropy.assessments': async function* (_, { signal }) {
      // Those of other programs show in the store alone.
      const leave = [store.keep(), store.changes.on(() => desk.changes.tell())];
      try {
        yield* watchChanges(desk.changes, () => desk.list(), { signal, clock, gatherS: 0.2 });
      } finally {
        for (const each of leave) each();
      }
    },
    'entropy.result': ({ id }) => readResult(runsDir, id),
    'entropy.cancel': async ({ id }) => {
      await desk.cancel(id);
      return null;
    },
    'entropy.conditioning': ({ hPrime, ...conditioning }) =>
      conditionedEntropy({ ...conditioning, ...(hPrime === undefined ? {} : { hPrime }) }),
  };
}

/** What is seen, at once and whenever it differs. */
async function* differences<T>(
  look: () => Promise<T>,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  let last = '';
  for (;;) {
    if (signal.aborted) throw abortError(signal.reason);
    const seen = await look();
    const text = JSON.stringify(seen);
    if (text !== last) yield seen;
    last = text;
    await clock.sleep(LOOK_S, signal);
  }
}
