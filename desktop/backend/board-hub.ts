/** All boards: what can be opened, what is open, and the threads that they are open in. */
import { abortError, isAbortError, StateError, UsageError, type Clock } from '../../base/index.js';
import {
  listBoards,
  parseBoardUri,
  watchBoards,
  type BoardKind,
  type BoardListing,
  type BoardUri,
} from '../../firmware-host/host/index.js';
import type { ActiveRun, BoardEntry } from '../rpc/api/index.js';
import type { Caller } from '../rpc/define.js';
import { Changes } from './changing.js';
import type { ProgramLog } from './program-log.js';
import { SessionThread, type SessionThreadOptions } from './session-thread.js';
import type { BoardApi, SessionStatus } from './session/session-api.js';

/** How boards are found and opened. */
export interface BoardHubOptions extends SessionThreadOptions {
  readonly log: ProgramLog;
  /** Where boards are looked for; a test may give its own. */
  readonly list?: typeof listBoards;
  readonly watch?: typeof watchBoards;
}

/** What a board is until it says so itself. */
const KIND_OF: Readonly<Partial<Record<BoardUri['scheme'], BoardKind>>> = {
  sim: 'simulated',
  emu: 'emulated',
  replay: 'replayed',
};
/** Threads at a time: one with a simulated board takes about 90 MB, and addresses can be made up by the thousand. */
export const MOST_THREADS = 16;

/** Boards of one thread share its name: libusb wants one thread for all of USB; every other board has its own. */
function threadOf(uri: string): string {
  return parseBoardUri(uri).scheme === 'usb' ? 'usb' : uri;
}

/** Knows every board and gives the way to its session. */
export class BoardHub {
  /** A board or its session has changed. */
  readonly changes = new Changes();
  /** A run has changed, its progress too. */
  readonly runChanges = new Changes();
  readonly #options: BoardHubOptions;
  readonly #listed = new Map<string, BoardListing>();
  readonly #gone = new Map<string, BoardListing>();
  readonly #added = new Set<string>();
  readonly #threads = new Map<string, SessionThread>();
  readonly #stop = new AbortController();
  /** Threads that were ended to make room. */
  readonly #leaving = new Set<Promise<void>>();
  #endedRuns: ActiveRun[] = [];

  constructor(options: BoardHubOptions) {
    this.#options = options;
  }

  get clock(): Clock {
    return this.#options.clock;
  }

  /** Looks for boards, and goes on looking. */
  async start(): Promise<void> {
    for (const board of await (this.#options.list ?? listBoards)()) this.#listed.set(board.uri, board);
    this.changes.tell();
    void this.#watch();
  }

  async #watch(): Promise<void> {
    try {
      for await (const { type, board } of (this.#options.watch ?? watchBoards)({ signal: this.#stop.signal })) {
        if (type === 'detached') {
          this.#listed.delete(board.uri);
          if (this.#status(board.uri) !== undefined) this.#gone.set(board.uri, board);
        } else {
          this.#gone.delete(board.uri);
          this.#listed.set(board.uri, board);
        }
        this.changes.tell();
      }
    } catch (error) {
      if (!isAbortError(error)) {
        this.#options.log.write('warn', `boards on USB are not watched: ${(error as Error).message}`);
      }
    }
  }

  #status(uri: string): SessionStatus | undefined {
    return this.#threads.get(threadOf(uri))?.boards.find(({ board }) => board === uri);
  }

  /** Every board, simulated ones first. */
  entries(): BoardEntry[] {
    const added = [...this.#added].filter((uri) => !this.#listed.has(uri)).map((uri) => this.#addedListing(uri));
    const entry =
      (present: boolean) =>
      (listing: BoardListing): BoardEntry => {
        const { board: _board, state = 'closed' as const, ...rest } = this.#status(listing.uri) ?? {};
        const failure = this.#threads.get(threadOf(listing.uri))?.failure;
        return {
          listing,
          present,
          session: failure === undefined ? state : 'failed',
          ...rest,
          ...(failure === undefined ? {} : { problem: { code: 'SESSION_ENDED', message: failure.message } }),
        };
      };
    return [...[...this.#listed.values(), ...added].map(entry(true)), ...[...this.#gone.values()].map(entry(false))];
  }

  #addedListing(uri: string): BoardListing {
    const identity = this.#status(uri)?.identity;
    const { scheme } = parseBoardUri(uri);
    const { kind, name, serial, firmware } = identity ?? {
      kind: KIND_OF[scheme] ?? 'real',
      name: uri,
      serial: '',
      firmware: '',
    };
    return { uri, kind, name, serial, firmware };
  }

  /** Adds a board that no search finds. @throws RangeError for a URI that is wrong */
  add(uri: string): void {
    parseBoardUri(uri);
    this.#added.add(uri);
    this.changes.tell();
  }

  /** Takes an added board off the list. @throws UsageError when it is open */
  remove(uri: string): void {
    const state = this.#status(uri)?.state;
    if (state === 'open' || state === 'opening' || state === 'lost') {
      throw new UsageError(`${uri} is open`, { nextStep: 'Close it first.' });
    }
    this.#added.delete(uri);
    this.changes.tell();
  }

  /** The runs of all sessions, those that have ended lately too. */
  get runs(): readonly ActiveRun[] {
    return [...this.#endedRuns, ...[...this.#threads.values()].flatMap(({ runs }) => runs)];
  }

  /**
   * The way to a board's session; its thread is started if there is none.
   * @throws RangeError for a URI that is wrong; StateError when too many boards are open
   */
  session(uri: string): Caller<BoardApi> & SessionThread['caller'] {
    const name = threadOf(uri);
    if (this.#stop.signal.aborted) throw abortError('the backend ends');
    let thread = this.#threads.get(name);
    // A thread that has ended by itself has told so; the next one who asks gets a new one.
    if (thread?.failure !== undefined) {
      this.#forget(name, thread);
      thread = undefined;
    }
    if (thread === undefined) {
      this.#makeRoom();
      if (!this.#listed.has(uri)) this.#added.add(uri);
      const started = new SessionThread(this.#options);
      started.changes.on(() => {
        if (started.failure !== undefined) this.#options.log.write('error', started.failure.message, { board: uri });
        this.changes.tell();
      });
      started.runChanges.on(() => this.runChanges.tell());
      this.#threads.set(name, started);
      thread = started;
    }
    return thread.caller;
  }

  /** Ends a thread in which nothing is open and nothing goes on, when there are too many. @throws StateError when each has something to do */
  #makeRoom(): void {
    if (this.#threads.size < MOST_THREADS) return;
    const idle = [...this.#threads].find(([, thread]) => thread.idle);
    if (idle === undefined) {
      throw new StateError(`${MOST_THREADS} boards are open already`, {
        nextStep: 'Close one that is not needed any more, then try again.',
        details: { boards: [...this.#threads.keys()] },
      });
    }
    const [name, thread] = idle;
    this.#forget(name, thread);
    const ended = thread.end().finally(() => this.#leaving.delete(ended));
    this.#leaving.add(ended);
  }

  #forget(name: string, thread: SessionThread): void {
    this.#threads.delete(name);
    const ended = thread.runs.map((run) => (run.state === 'running' ? { ...run, state: 'failed' as const } : run));
    this.#endedRuns = [...this.#endedRuns, ...ended].slice(-20);
    this.runChanges.tell();
  }

  /** Opens a board. */
  async open(uri: string, signal: AbortSignal): Promise<BoardEntry> {
    const status = await this.session(uri).call('session.open', { board: uri }, { signal });
    this.#threads.get(threadOf(uri))?.note(status);
    return this.#entry(uri);
  }

  #entry(uri: string): BoardEntry {
    const found = this.entries().find(({ listing }) => listing.uri === uri);
    if (found === undefined) throw new RangeError(`there is no board ${uri}`);
    return found;
  }

  /** Ends a board's session; a thread without other boards ends with it. */
  async close(uri: string): Promise<void> {
    const name = threadOf(uri);
    const thread = this.#threads.get(name);
    if (thread === undefined) return;
    if (thread.boards.some(({ board, state }) => board !== uri && state !== 'closed' && state !== 'failed')) {
      await thread.caller.call('session.close', { board: uri });
      return;
    }
    await thread.end();
    this.#forget(name, thread);
    this.#gone.delete(uri);
    this.changes.tell();
  }

  /** Ends everything: runs are stopped and arrays made safe. */
  async end(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled([...[...this.#threads.values()].map((thread) => thread.end()), ...this.#leaving]);
    this.#threads.clear();
  }
}
