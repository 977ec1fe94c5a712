/** The service that both shells host: boards, runs, experiments, entropy. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock, type Clock } from '../../base/index.js';
import { recoverCapture } from '../../lab/capture/index.js';
import { listRuns, makeFolders } from '../../lab/runs/index.js';
import { removeOrphans } from '../../lab/runs/temporary-names.js';
import { api, type DesktopApi } from '../rpc/api/index.js';
import type { Handlers } from '../rpc/define.js';
import type { RpcTransport } from '../rpc/index.js';
import { serve, type Service } from '../rpc/server.js';
import { BoardHub, type BoardHubOptions } from './board-hub.js';
import type { BackendContext } from './context.js';
import { boardForwarders } from './forward.js';
import { ProgramLog, type LineSink } from './program-log.js';
import { centralServices } from './services/index.js';
import { RunStore } from './runs/run-store.js';
import { ShellEvents } from './shell-events.js';

/** What a backend needs to know. */
export interface BackendOptions extends Partial<Pick<BoardHubOptions, 'list' | 'watch' | 'inThread' | 'sessions'>> {
  readonly runsDir: string;
  /** Whether a person named that folder at the start; otherwise it is by the settings or the usual one. */
  readonly runsDirGiven?: boolean;
  readonly configDir: string;
  readonly clock?: Clock;
  /** Gets the log as JSON lines. */
  readonly logSink?: LineSink;
}

/** A running backend. */
export class Backend {
  readonly context: BackendContext;
  readonly #handlers: Handlers<DesktopApi>;
  readonly #services = new Set<Service>();
  #recovering: Promise<void> = Promise.resolve();
  #ending: Promise<void> | undefined;

  private constructor(options: BackendOptions) {
    const { clock = systemClock, runsDir, runsDirGiven = false, configDir, logSink, ...world } = options;
    const log = new ProgramLog(clock, logSink);
    const hub = new BoardHub({
      ...world,
      clock,
      log,
      setup: { runsDir: resolve(runsDir), configDir: resolve(configDir) },
    });
    this.context = {
      clock,
      hub,
      log,
      shell: new ShellEvents(),
      store: new RunStore(runsDir, clock),
      runsDir: resolve(runsDir),
      runsDirGiven,
      configDir: resolve(configDir),
      instance: randomUUID(),
      endings: [],
    };
    this.#handlers = { ...centralServices(this.context), ...boardForwarders(hub) };
  }

  /** Starts: finds boards, and closes the books of runs whose process has vanished. */
  static async start(options: BackendOptions): Promise<Backend> {
    const backend = new Backend(options);
    await makeFolders(backend.context.runsDir);
    await backend.context.hub.start();
    // A large store must not hold up the first page.
    backend.#recovering = backend.#recoverRuns();
    return backend;
  }

  async #recoverRuns(): Promise<void> {
    const { runsDir, log } = this.context;
    for (const name of await removeOrphans(runsDir))
      log.write('info', `removed what a killed import had left: ${name}`);
    const { runs } = await listRuns(runsDir).catch((error: unknown) => {
      log.write('warn', `the run store cannot be read: ${(error as Error).message}`);
      return { runs: [] };
    });
    for (const { dir, state } of runs) {
      if (this.#ending !== undefined) return;
      if (state !== 'interrupted') continue;
      try {
        // Captures have raw files beside what every run has.
        await recoverCapture(dir);
        log.write('info', `recovered the interrupted run ${dir}`);
      } catch (error) {
        log.write('warn', `the interrupted run ${dir} cannot be recovered: ${(error as Error).message}`);
      }
    }
  }

  /** Serves one page until its connection ends. */
  connect(transport: RpcTransport): Service {
    const { clock, log } = this.context;
    const service = serve(api, this.#handlers, transport, {
      clock,
      onUnforeseen: (method, error) => log.write('error', `${method} failed: ${String(error)}`),
    });
    this.#services.add(service);
    void service.done.then(() => this.#services.delete(service));
    if (this.#ending !== undefined) void service.stop();
    return service;
  }

  /** Runs that go on. */
  get activeRuns(): number {
    return this.context.hub.runs.filter(({ state }) => state === 'running').length;
  }

  /**
   * Ends the connections, stops runs, makes arrays safe, closes boards. When it has resolved nothing writes into the store any more.
   * Asked again, it is the same end.
   */
  end(): Promise<void> {
    this.#ending ??= this.#end();
    return this.#ending;
  }

  async #end(): Promise<void> {
    const { endings, hub } = this.context;
    const finish = (): Promise<unknown> => Promise.allSettled(endings.map((ending) => ending()));
    const served = [...this.#services].map((service) => service.stop());
    // Boards do not wait for a page's call that takes long.
    await Promise.allSettled([finish(), hub.end(), ...served, this.#recovering]);
    // What was begun by a call that was just under way.
    await finish();
  }
}
