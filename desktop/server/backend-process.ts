/** The backend as a child process that is started again when it dies. */
import { fork, type ChildProcess } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { SpindriftError, systemClock, type Clock, type Timer } from '../../base/index.js';
import { RPC_PATH } from './guard.js';
import type { FromBackend, ToBackend } from '../backend/messages.js';

/** How to run a backend. */
export interface BackendProcessOptions {
  /** Compiled entry. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly clock?: Clock;
  /** Gets what the backend writes on its error stream: its log. */
  readonly onLog?: (text: string) => void;
  /** Is told, for a person, when it died and when it is back. */
  readonly onNews?: (text: string) => void;
}

/** Waits before it is started again: the first, and the longest they double up to, seconds. */
const FIRST_WAIT_S = 0.25;
const LONGEST_WAIT_S = 10;
/** Whatever lived this long counts as healthy again, seconds. */
const HEALTHY_S = 30;
/** Ending in good order takes no longer than this, seconds; run folders survive being cut short. */
const STOP_WITHIN_S = 15;
/** Connections that wait for a backend, and how long each does, seconds. */
const MOST_WAITING = 64;
const LONGEST_CONNECT_S = 10;
/** Characters of its log that are kept to say why it died. */
const KEPT = 4000;
const HANDSHAKE = [
  'connection',
  'upgrade',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
] as const;

/** A backend that is kept alive. */
export class BackendProcess {
  readonly #options: BackendProcessOptions;
  readonly #clock: Clock;
  #child: ChildProcess | undefined;
  #ready = false;
  #failures = 0;
  #timer: Timer | undefined;
  #stopping: Promise<void> | undefined;
  #last = '';
  readonly #waiting = new Set<(ready: boolean) => void>();
  #activeRuns = 0;
  #pings = 0;
  /** Who waits for an answer to a ping, by its number. */
  readonly #asked = new Map<number, (there: boolean) => void>();

  private constructor(options: BackendProcessOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /**
   * Starts it and waits until it welcomes connections.
   * @throws SpindriftError when it ends before, with the last that it said
   */
  static async start(options: BackendProcessOptions): Promise<BackendProcess> {
    const backend = new BackendProcess(options);
    await new Promise<void>((resolve, reject) => {
      let started = false;
      backend.#fork(
        () => {
          started = true;
          resolve();
        },
        (why) => {
          if (started) backend.#restart(why);
          else reject(new SpindriftError(`the backend does not start: ${why}`, { code: 'BACKEND_FAILED' }));
        },
      );
    });
    return backend;
  }

  /** Whether connections are welcome. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Process id, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Runs that go on. */
  get activeRuns(): number {
    return this.#activeRuns;
  }

  /**
   * Gives the socket of an upgrade to the backend, which answers it. While the backend starts anew it waits for it.
   * @returns whether there was one in time
   */
  async connect(request: IncomingMessage, socket: Socket, head: Buffer): Promise<boolean> {
    do {
      if (!this.#ready && !(await this.#readyInTime())) return false;
    } while (!(await this.#answers()));
    // Only what the handshake reads: the token in the address has served its purpose and goes no further.
    const headers = Object.fromEntries(HANDSHAKE.map((name) => [name, request.headers[name]]));
    this.#tell({ type: 'socket', url: RPC_PATH, headers, head: head.toString('base64') }, socket);
    return true;
  }

  /** Asks the backend whether it is there. @returns false when it dies instead */
  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const id = ++this.#pings;
      this.#asked.set(id, resolve);
      this.#tell({ type: 'ping', id });
    });
  }

  #answered(id: number): void {
    this.#asked.get(id)?.(true);
    this.#asked.delete(id);
  }

  /** Ends it in good order: runs are stopped, arrays are left safe, files are complete. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#timer?.cancel();
    for (const wake of this.#waiting) wake(false);
    const child = this.#child;
    if (child === undefined) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.#tell({ type: 'stop' });
    const timer = this.#clock.setTimer(STOP_WITHIN_S, () => child.kill('SIGKILL'));
    await gone;
    timer.cancel();
  }

  #readyInTime(): Promise<boolean> {
    if (this.#stopping !== undefined || this.#waiting.size >= MOST_WAITING) return Promise.resolve(false);
    return new Promise((resolve) => {
      const wake = (ready: boolean): void => {
        this.#waiting.delete(wake);
        timer.cancel();
        resolve(ready);
      };
      const timer = this.#clock.setTimer(LONGEST_CONNECT_S, () => wake(false));
      this.#waiting.add(wake);
    });
  }

  #tell(message: ToBackend, socket?: Socket): void {
    const child = this.#child;
    if (child?.connected !== true) {
      socket?.destroy();
      return;
    }
    // A backend that is dying takes nothing; its end is reported elsewhere.
    child.send(message, socket, {}, (error) => {
      if (error !== null) socket?.destroy();
    });
  }

  #fork(onReady: () => void, onEnd: (why: string) => void): void {
    const { entry, args, onLog } = this.#options;
    const began = this.#clock.now();
    this.#last = '';
    const child = fork(entry, [...args], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#last = (this.#last + text).slice(-KEPT);
      onLog?.(text);
    });
    child.on('message', (message) => {
      const news = message as FromBackend;
      if (news.type === 'runs') this.#activeRuns = news.active;
      else if (news.type === 'pong') this.#answered(news.id);
      else {
        this.#ready = true;
        onReady();
        for (const wake of this.#waiting) wake(true);
      }
    });
    // `close` follows `exit` and comes when the last of the log has been read.
    child.once('exit', () => {
      this.#ready = false;
      for (const resolve of this.#asked.values()) resolve(false);
      this.#asked.clear();
    });
    child.once('error', (error) => {
      this.#last += error.message;
      if (child.pid === undefined) child.emit('close', null, null);
    });
    child.once('close', (code, signal) => {
      this.#child = undefined;
      this.#activeRuns = 0;
      if (this.#clock.now() - began >= HEALTHY_S) this.#failures = 0;
      if (this.#stopping === undefined) onEnd(cause(code, signal, this.#last));
    });
  }

  #restart(why: string): void {
    const wait = Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** this.#failures);
    this.#failures += 1;
    this.#options.onNews?.(`the backend ended unexpectedly (${why}); it is started again`);
    this.#timer = this.#clock.setTimer(wait, () => {
      this.#fork(
        () => this.#options.onNews?.('the backend is back'),
        (again) => this.#restart(again),
      );
    });
  }
}

function cause(code: number | null, signal: NodeJS.Signals | null, log: string): string {
  const how = signal !== null ? `by ${signal}` : code !== null ? `with exit code ${code}` : 'before it ran';
  const lines = log.trimEnd().split('\n');
  // The message of an uncaught error stands above its stack, what the program logged is one line each.
  const last = lines.findLast((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? '';
  return last === '' ? how : `${how}: ${last.slice(0, 300)}`;
}
