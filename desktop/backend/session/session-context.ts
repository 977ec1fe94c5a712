/** What the services of a session's thread work with. */
import { type Clock } from '../../../base/index.js';
import { parseBoardUri } from '../../../firmware-host/host/index.js';
import { Changes } from '../changing.js';
import { BoardSession, type Sessions } from './board-session.js';

/** What a session's thread is given at its start. */
export interface SessionSetup {
  readonly runsDir: string;
  /** Folder of the settings. */
  readonly configDir: string;
}

/** The boards of one thread. */
export class SessionContext {
  /** Whenever the state of a board changes. */
  readonly changes = new Changes();
  /** What must end in good order before the boards are closed. */
  readonly endings: (() => Promise<void>)[] = [];
  readonly #boards = new Map<string, BoardSession>();

  constructor(
    readonly setup: SessionSetup,
    readonly clock: Clock,
    readonly sessions?: Sessions,
  ) {}

  /** The session of a board, which need not be open yet. @throws RangeError for a URI that is wrong */
  board(uri: string): BoardSession {
    let session = this.#boards.get(uri);
    if (session === undefined) {
      parseBoardUri(uri);
      session = new BoardSession(uri, this.clock, this.sessions);
      session.changes.on(() => this.changes.tell());
      this.#boards.set(uri, session);
    }
    return session;
  }

  get boards(): readonly BoardSession[] {
    return [...this.#boards.values()];
  }
}
