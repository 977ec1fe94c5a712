/** A session's thread, seen from the backend. */
import { Worker } from 'node:worker_threads';
import { BoardLostError, type Clock } from '../../base/index.js';
import type { ActiveRun } from '../rpc/api/index.js';
import { inProcessPair, messagePortTransport, RpcClient, type RpcTransport } from '../rpc/index.js';
import { Changes } from './changing.js';
import { serveSession, type SessionWorld } from './session/serve-session.js';
import { sessionApi, type SessionApi, type SessionStatus } from './session/session-api.js';
import type { SessionSetup } from './session/session-context.js';

const WORKER = new URL('./session/thread.js', import.meta.url);
/** Worker threads load compiled modules only; from the sources a session works in this thread. */
const COMPILED = !import.meta.url.endsWith('.ts');
/** Time that a thread has to stop its runs and make its arrays safe, milliseconds. */
const END_DEADLINE_MS = 15_000;
/** Calls that are open for as long as the thread lives: those that follow its boards and runs. */
const OWN_CALLS = 2;

/** How a thread is started. */
export interface SessionThreadOptions extends SessionWorld {
  readonly clock: Clock;
  readonly setup: SessionSetup;
  /** Work in this thread. */
  readonly inThread?: boolean;
}

/** Starts a thread, follows the boards and runs in it, and ends it. */
export class SessionThread {
  /** A board of this thread has changed. */
  readonly changes = new Changes();
  /** A run of this thread has changed, its progress too. */
  readonly runChanges = new Changes();
  readonly caller: RpcClient<SessionApi>;
  boards: readonly SessionStatus[] = [];
  runs: readonly ActiveRun[] = [];
  /** Set when the thread has ended by itself: a crash, memory. */
  failure: Error | undefined;
  readonly #worker: Worker | undefined;
  readonly #transport: RpcTransport;
  readonly #stop = new AbortController();

  constructor({ setup, inThread = !COMPILED, ...world }: SessionThreadOptions) {
    if (inThread) {
      const [mine, theirs] = inProcessPair();
      this.#transport = mine;
      serveSession(theirs, setup, world);
    } else {
      const worker = new Worker(WORKER, { workerData: setup });
      this.#worker = worker;
      this.#transport = messagePortTransport(worker);
      const ended = (cause?: Error): void => this.#fail(cause);
      worker.on('error', ended);
      worker.on('exit', () => ended());
    }
    this.caller = new RpcClient(sessionApi, this.#transport);
    void this.#follow();
  }

  #fail(cause?: Error): void {
    if (this.failure !== undefined || this.#stop.signal.aborted) return;
    this.failure = new BoardLostError(`the board's session ended${cause === undefined ? '' : `: ${cause.message}`}`, {
      nextStep: 'Open the board again. What its runs had stored is in their folders.',
      ...(cause === undefined ? {} : { cause }),
    });
    this.#transport.close();
    this.changes.tell();
    this.runChanges.tell();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    const boards = async (): Promise<void> => {
      for await (const statuses of this.caller.stream('session.boards', {}, { signal })) {
        this.boards = statuses;
        this.changes.tell();
      }
    };
    const runs = async (): Promise<void> => {
      for await (const active of this.caller.stream('session.runs', {}, { signal })) {
        this.runs = active;
        this.runChanges.tell();
      }
    };
    // A thread that ends takes both along; `failure` says so.
    await Promise.allSettled([boards(), runs()]);
  }

  /** Whether no board is open, nothing goes on, and nobody has asked for anything. */
  get idle(): boolean {
    return (
      this.boards.every(({ state }) => state === 'closed' || state === 'failed') &&
      this.runs.every(({ state }) => state !== 'running') &&
      this.caller.openCalls <= OWN_CALLS
    );
  }

  /** Takes note of a board's status that came by another way, before the stream tells it too. */
  note(status: SessionStatus): void {
    this.boards = [...this.boards.filter(({ board }) => board !== status.board), status];
    this.changes.tell();
  }

  /** Stops what goes on, makes every array safe, and ends the thread. */
  async end(): Promise<void> {
    if (this.failure === undefined) {
      await this.caller.call('session.end', {}, { deadlineMs: END_DEADLINE_MS }).catch(() => undefined);
    }
    this.#stop.abort();
    this.#transport.close();
    await this.#worker?.terminate();
  }
}
