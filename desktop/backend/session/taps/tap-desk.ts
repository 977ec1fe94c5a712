/** The taps of one thread: one a board, and the last one stays to be looked at. */
import { join } from 'node:path';
import { UsageError } from '../../../../base/index.js';
import { BitFile } from '../../../../lab/entropy/index.js';
import { makeFolders } from '../../../../lab/runs/make-folders.js';
import type { TapParams, TapStatus } from '../../../rpc/api/index.js';
import { captureFolder, newCaptureName, storedAssessment } from '../../captures.js';
import { Changes } from '../../changing.js';
import type { SessionContext } from '../session-context.js';
import { LiveTap, type LiveTapPlan } from './live-tap.js';

/** What is collected. */
export interface CollectRequest {
  readonly bytes: number;
  readonly capture?: string | undefined;
}

/** See the head of this file. */
export class TapDesk {
  /** A tap was opened, or has changed. */
  readonly changes = new Changes();
  readonly #context: SessionContext;
  readonly #taps = new Map<string, { readonly tap: LiveTap; readonly ended: Promise<void> }>();
  #number = 0;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** How the board's tap stands; null before there is one. */
  status(board: string): TapStatus | null {
    return this.#taps.get(board)?.tap.status ?? null;
  }

  /**
   * Opens a tap; it goes on when the caller leaves.
   * @returns once it is open
   * @throws BoardBusyError when somebody uses the array; what opening a tap throws; FileError for a file that cannot be written
   */
  async open(params: TapParams, collect: CollectRequest | undefined, signal: AbortSignal): Promise<TapStatus> {
    const { clock } = this.#context;
    if (params.assessment.from === 'claim' && params.mode !== 'raw')
      throw new UsageError('a mere claim is enough for raw bits only', {
        nextStep: 'Let the tap assess its first bits itself, or name a stored assessment.',
      });
    const capture = collect === undefined ? undefined : (collect.capture ?? newCaptureName(params.mode, clock));
    const title = capture === undefined ? `tap, ${params.mode}` : `collecting ${capture}`;
    const session = this.#context.board(params.board);
    const release = session.claim({ what: 'entropy', title, ...(capture === undefined ? {} : { capture }) });
    try {
      const board = await session.open(signal);
      const tap = new LiveTap(
        board,
        clock,
        await this.#plan(params, board.identity.serial, collect && { ...collect, capture: capture! }),
      );
      tap.changes.on(() => {
        const { collecting } = tap.status;
        if (collecting !== null && !tap.over) {
          const { bytes: done, wantedBytes: total, etaS } = collecting;
          session.report({ done, total, ...(etaS === undefined ? {} : { etaS }) });
        }
        this.changes.tell();
      });
      await new Promise<void>((resolve, reject) => {
        const ended = tap.run((failure) => (failure === undefined ? resolve() : reject(failure))).finally(release);
        this.#taps.set(params.board, { tap, ended });
      });
      return tap.status;
    } catch (error) {
      release();
      throw error;
    } finally {
      this.changes.tell();
    }
  }

  async #plan(
    params: TapParams,
    serial: string,
    collect: { readonly capture: string; readonly bytes: number } | undefined,
  ): Promise<LiveTapPlan> {
    const { runsDir } = this.#context.setup;
    const { assessment: wanted } = params;
    const found =
      wanted.from === 'stored'
        ? await storedAssessment(runsDir, wanted.id, serial)
        : wanted.from === 'claim'
          ? { minEntropy: wanted.minEntropy, origin: `a mere claim of ${wanted.minEntropy} bit a bit`, doubts: [] }
          : undefined;
    const { doubts = [], ...assessment } = found ?? {};
    const plan = {
      number: ++this.#number,
      params,
      assessment: 'minEntropy' in assessment ? assessment : undefined,
      doubts,
    };
    if (collect === undefined) return plan;
    const folder = captureFolder(runsDir);
    await makeFolders(folder);
    const { capture, bytes } = collect;
    const path = await BitFile.check(join(folder, capture), false);
    return { ...plan, collect: { path, capture, bytes } };
  }

  /** @throws UsageError without a tap that flows */
  test(board: string): void {
    const found = this.#taps.get(board);
    if (found === undefined || found.tap.over)
      throw new UsageError('there is no tap on this board', { nextStep: 'Open one first.' });
    found.tap.onDemandTest();
  }

  /** Ends the board's tap; what it wrote has its name and record when this returns. */
  async stop(board: string): Promise<void> {
    const found = this.#taps.get(board);
    found?.tap.stop();
    await found?.ended;
  }

  /** Ends all. */
  async end(): Promise<void> {
    await Promise.allSettled([...this.#taps.keys()].map((board) => this.stop(board)));
  }
}
