/** The backend: a utility process that is started again when it dies. */
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { backgroundClock, type Clock, type Timer } from '../../base/index.js';
import type { ToBackend } from '../backend/messages.js';
import { fromBackend } from './backend-messages.js';
import { Restarts } from './restarts.js';

/** What is known of a backend that does not stay alive. */
export interface BackendFailure {
  readonly code: number;
  /** The last it wrote on its error stream. */
  readonly lastLines: string;
}

export interface BackendOptions {
  /** The compiled entry. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Connections are welcome, at the start and after every restart: give each page a port. */
  readonly onReady: () => void;
  /** How many runs go on. */
  readonly onRuns: (active: number) => void;
  /** It died several times in a row. `start` tries again. */
  readonly onFailure: (failure: BackendFailure) => void;
  readonly clock?: Clock;
}

/** Characters of the error stream that are kept. */
const KEPT = 8_000;
/** A backend that does not end within this time is killed; run folders survive that. */
const STOP_WITHIN_S = 15;

export class BackendProcess {
  readonly #options: BackendOptions;
  readonly #clock: Clock;
  readonly #restarts = new Restarts({ firstS: 0.25, longestS: 8, healthyS: 60, most: 5 });
  #child: UtilityProcess | undefined;
  #ready = false;
  #runs = 0;
  #timer: Timer | undefined;
  #stopping: Promise<void> | undefined;
  #lastLines = '';

  constructor(options: BackendOptions) {
    this.#options = options;
    this.#clock = options.clock ?? backgroundClock;
  }

  /** Whether connections are welcome. */
  get ready(): boolean {
    return this.#ready;
  }

  /** How many runs go on. */
  get runs(): number {
    return this.#runs;
  }

  /** Starts it; also after it was given up. */
  start(): void {
    this.#restarts.forgive();
    this.#timer?.cancel();
    if (this.#child === undefined) this.#fork();
  }

  #fork(): void {
    const { entry, args, cwd } = this.#options;
    const began = this.#clock.now();
    this.#lastLines = '';
    const child = utilityProcess.fork(entry, [...args], {
      serviceName: 'Spindrift backend',
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd,
      // What Node reads from its environment could put foreign code into the process that drives boards.
      env: withoutNodeOptions(process.env),
    });
    this.#child = child;
    child.stdout?.resume();
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#lastLines = (this.#lastLines + chunk.toString('utf8')).slice(-KEPT);
    });
    child.on('message', (message: unknown) => this.#hear(message));
    child.on('exit', (code) => this.#died(code, this.#clock.now() - began));
  }

  #hear(message: unknown): void {
    const parsed = fromBackend.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.type === 'ready') {
      this.#ready = true;
      this.#options.onReady();
    } else if (parsed.data.type === 'runs') {
      this.#setRuns(parsed.data.active);
    }
  }

  #setRuns(active: number): void {
    if (this.#runs === active) return;
    this.#runs = active;
    this.#options.onRuns(active);
  }

  #died(code: number, livedS: number): void {
    this.#child = undefined;
    this.#ready = false;
    this.#setRuns(0);
    if (this.#stopping !== undefined) return;
    const wait = this.#restarts.died(livedS);
    if (wait === undefined) this.#options.onFailure({ code, lastLines: this.#lastLines });
    else this.#timer = this.#clock.setTimer(wait, () => this.#fork());
  }

  /** Tells the backend something; what is said while it is not there is lost, and every page hears of its return by a new port. */
  tell(message: ToBackend, ports: MessagePortMain[] = []): void {
    this.#child?.postMessage(message, ports);
  }

  /** A new connection. @returns the page's end; undefined while the backend is not ready */
  connect(): MessagePortMain | undefined {
    if (!this.#ready) return undefined;
    const { port1, port2 } = new MessageChannelMain();
    this.tell({ type: 'port' }, [port1]);
    return port2;
  }

  /** Ends it in good order: runs are stopped, arrays are left safe, files are flushed. Kills it when that takes too long. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#timer?.cancel();
    const child = this.#child;
    if (child === undefined) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.tell({ type: 'stop' });
    const timer = this.#clock.setTimer(STOP_WITHIN_S, () => child.kill());
    await gone;
    timer.cancel();
  }
}

function withoutNodeOptions(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !/^(NODE_|ELECTRON_)/.test(name));
  return Object.fromEntries(kept) as Record<string, string>;
}
