/** Restart data of the boards of one thread: collected into files of the store, and going on when the page leaves. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isAbortError, ProgressTracker } from '../../../../base/index.js';
import type { Board } from '../../../../firmware-host/host/index.js';
import { BitFile, collectRestarts } from '../../../../lab/entropy/index.js';
import { NOT_ENTROPY_MARK } from '../../../../lab/entropy/bit-record.js';
import { productVersion } from '../../../../lab/runs/index.js';
import { makeFolders } from '../../../../lab/runs/make-folders.js';
import type { RestartsStatus } from '../../../rpc/api/index.js';
import { captureFolder, newCaptureName } from '../../captures.js';
import { Changes } from '../../changing.js';
import { problemOf } from '../../problem.js';
import type { SessionContext } from '../session-context.js';

/** Restarts of a collection, and bits after each. */
const RESTARTS = 1000;

interface Work {
  status: RestartsStatus;
  readonly stop: AbortController;
  ended: Promise<void>;
}

/** One collection a board; the last one stays to be looked at. */
export class RestartDesk {
  readonly changes = new Changes();
  readonly #context: SessionContext;
  readonly #works = new Map<string, Work>();

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** How the board's collection stands; null before there is one. */
  status(board: string): RestartsStatus | null {
    return this.#works.get(board)?.status ?? null;
  }

  /**
   * Begins a collection.
   * @returns once the board is open and the file may be written
   * @throws BoardBusyError when somebody uses the array; FileError for a file that cannot be written
   */
  async start(uri: string, named: string | undefined, signal: AbortSignal): Promise<RestartsStatus> {
    const { clock, setup } = this.#context;
    const capture = named ?? newCaptureName('restarts', clock);
    const folder = captureFolder(setup.runsDir);
    await makeFolders(folder);
    const path = await BitFile.check(join(folder, capture), false);
    const session = this.#context.board(uri);
    // Whoever lists files of bits knows by the title which of them are being written.
    const release = session.claim({ what: 'entropy', title: `collecting ${capture}`, capture });
    try {
      const board = await session.open(signal);
      const status: RestartsStatus = { capture, done: 0, total: RESTARTS, state: 'running' };
      const work: Work = { status, stop: new AbortController(), ended: Promise.resolve() };
      this.#works.set(uri, work);
      const progress = new ProgressTracker({ unit: 'restarts', total: RESTARTS, clock });
      const onProgress = (done: number): void => {
        const { etaS } = progress.update(done);
        const left = etaS === undefined ? {} : { etaS };
        session.report({ done, total: RESTARTS, ...left });
        this.#tell(work, { done, ...left });
      };
      work.ended = this.#collect(board, path, work.stop.signal, onProgress)
        .then(
          () => this.#tell(work, { state: 'finished' }),
          (error: unknown) =>
            this.#tell(
              work,
              isAbortError(error) ? { state: 'stopped' } : { state: 'failed', problem: problemOf(error) },
            ),
        )
        .finally(release);
      this.changes.tell();
      return status;
    } catch (error) {
      release();
      throw error;
    }
  }

  #tell(work: Work, news: Partial<RestartsStatus>): void {
    work.status = { ...work.status, ...news };
    this.changes.tell();
  }

  /** The file is written whole or not at all: half of the restarts are of no use. */
  async #collect(board: Board, path: string, signal: AbortSignal, onProgress: (done: number) => void): Promise<void> {
    const { clock } = this.#context;
    const started = clock.date().toISOString();
    const { bits, notEntropy } = await collectRestarts(board, { restarts: RESTARTS, signal, onProgress });
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
  }

  /** Stops the board's collection; returns when the array is safe and free. */
  async stop(board: string): Promise<void> {
    const work = this.#works.get(board);
    work?.stop.abort();
    await work?.ended;
  }

  /** Stops all. */
  async end(): Promise<void> {
    await Promise.allSettled([...this.#works.keys()].map((board) => this.stop(board)));
  }
}
