import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { BitFile, collectRestarts } from '../../../../lab/entropy/index.js';
import { NOT_ENTROPY_MARK } from '../../../../lab/entropy/bit-record.js';
import { productVersion } from '../../../../lab/runs/index.js';
import { makeFolders } from '../../../../lab/runs/make-folders.js';
import type { entropyApi } from '../../../rpc/api/index.js';
import type { Handlers, ResultOf, SessionPart } from '../../../rpc/define.js';
import { captureFolder, newCaptureName } from '../../captures.js';
import { watchChanges } from '../../changing.js';
import { pushed } from '../pushed.js';
import type { SessionContext } from '../session-context.js';
import { TapDesk } from '../taps/tap-desk.js';

type EntropyOnBoard = SessionPart<typeof entropyApi>;
type RestartItem = ResultOf<EntropyOnBoard['entropy.restarts']>;

/** Taps on boards, and what is collected from them. */
export function entropyTapHandlers(context: SessionContext): Handlers<EntropyOnBoard> {
  const desk = new TapDesk(context);
  const { clock } = context;
  context.endings.push(() => desk.end());
  return {
    'entropy.open': (params, { signal }) => desk.open(params, undefined, signal),
    'entropy.collect': ({ bytes, capture, ...params }, { signal }) => desk.open(params, { bytes, capture }, signal),
    'entropy.status': ({ board, periodMs }, { signal }) =>
      watchChanges(desk.changes, () => desk.status(board), { signal, clock, gatherS: periodMs / 1000 }),
    'entropy.test': ({ board }) => {
      desk.test(board);
      return null;
    },
    'entropy.stop': async ({ board }) => {
      await desk.stop(board);
      return null;
    },
    'entropy.restarts': ({ board, capture }, { signal }) =>
      pushed<RestartItem>(signal, (tell, stop) => restarts(context, board, capture, tell, stop)),
  };
}

/** Restart data into a file of the store, whole or not at all: half of them are of no use. */
async function restarts(
  context: SessionContext,
  uri: string,
  named: string | undefined,
  tell: (item: RestartItem) => void,
  signal: AbortSignal,
): Promise<void> {
  const { clock, setup } = context;
  const capture = named ?? newCaptureName('restarts', clock);
  const folder = captureFolder(setup.runsDir);
  await makeFolders(folder);
  const path = await BitFile.check(join(folder, capture), false);
  const started = clock.date().toISOString();
  const use = { what: 'entropy', title: `collecting ${capture}` };
  await context.board(uri).use(
    use,
    async (board) => {
      const onProgress = (done: number, total: number): void => tell({ done, total, capture: null });
      const { bits, notEntropy } = await collectRestarts(board, { signal, onProgress });
      const bytes = new Uint8Array(Math.ceil(bits.length / 8));
      bits.forEach((bit, k) => (bytes[k >> 3] = bytes[k >> 3]! | (bit << (k & 7))));
      const record = {
        format: 'spindrift-bits',
        version: 1,
        status: 'finished',
        notEntropy,
        ...(notEntropy ? { mark: NOT_ENTROPY_MARK } : {}),
        mode: 'restarts',
        processing: 'none: 1000 bits after each of 1000 restarts of the drive, restart after restart',
        board: { uri: board.uri, ...board.identity },
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        started,
        ended: clock.date().toISOString(),
        versions: { spindrift: await productVersion(), node: process.versions.node },
      };
      const file = await BitFile.create(path, record);
      await file.write(bytes);
      await file.close(record);
      tell({ done: 1000, total: 1000, capture });
    },
    signal,
  );
}
