/** The entropy daemon: boards in, bytes out, closed whenever health tests say so. */
import { isAbortError, HealthError, type Clock, type Timer } from '../../base/index.js';
import type { BoardChange } from '../../firmware-host/host/index.js';
import type { EntropydConfig } from './config/schema.js';
import { KernelMixer, type MixDevice } from './kernel/kernel-mixer.js';
import type { QuietLog } from './log/quiet-log.js';
import { marked, statusOf, type DaemonReport } from './metrics/snapshot.js';
import { followFolder, followUsb, type HotplugEvents } from './pool/hotplug.js';
import type { MemberNote, PoolMember } from './pool/member.js';
import { Pool, type PoolState } from './pool/pool.js';
import type { ActivatedRole, ActivatedSocket } from './serving/activation.js';
import { ByteServer } from './serving/byte-server.js';
import { serveFifo } from './serving/fifo-output.js';
import { Listeners, type ListenAddress, type ListenPlace } from './serving/listeners.js';
import { RawServer } from './serving/raw-server.js';
import type { OpenSource } from './source.js';
import { StatusFile } from './status-file.js';

/** What the daemon meets the world through. */
export interface EntropydWorld {
  readonly clock: Clock;
  readonly log: QuietLog;
  readonly openSource: OpenSource;
  readonly watchUsb: (signal: AbortSignal) => AsyncIterable<BoardChange>;
  readonly openMixDevice: () => Promise<MixDevice>;
  readonly activated: readonly ActivatedSocket[];
  /** From the command line only. */
  readonly allowSimulated: boolean;
}

/** Where it listens. */
export type EntropydAddresses = Readonly<Partial<Record<ActivatedRole | 'tcp', ListenAddress>>>;

/** A daemon that runs. */
export class Entropyd {
  readonly #config: EntropydConfig;
  readonly #world: EntropydWorld;
  readonly #pool: Pool;
  readonly #server: ByteServer;
  readonly #raw = new RawServer();
  readonly #mixer: KernelMixer | undefined;
  readonly #listeners = new Listeners();
  readonly #stop = new AbortController();
  readonly #plugged = new Map<string, PoolMember>();
  readonly #started: number;
  readonly #addresses: Partial<Record<ActivatedRole | 'tcp', ListenAddress>> = {};
  #status: StatusFile | undefined;
  #state: PoolState | 'stopping' | 'failed' = 'waiting';
  #alarms = 0;
  #markTold = false;
  #giveUp: Timer | undefined;
  #fail!: (error: unknown) => void;
  /** Rejects when the daemon cannot go on; never resolves. */
  readonly failed = new Promise<never>((_, reject) => (this.#fail = reject));

  private constructor(config: EntropydConfig, world: EntropydWorld) {
    this.#config = config;
    this.#world = world;
    this.#started = world.clock.now();
    this.failed.catch(() => undefined);
    const { clock, log, openSource, allowSimulated } = world;
    const studied = config.raw.path !== null || world.activated.some(({ role }) => role === 'raw');
    this.#pool = new Pool({
      ...{ clock, openSource, allowSimulated },
      mode: config.pool.mode,
      members: config.pool.members,
      bufferBytes: config.pool.bufferBytes,
      backoff: config.backoff,
      onState: (state) => this.#follow(state),
      onMember: () => this.#followMembers(),
      onBytes: () => this.#server.pump(),
      onNote: (note) => this.#note(note),
      ...(studied ? { onRaw: ({ serial = '', kind = '' }, block) => this.#raw.push({ serial, kind }, block) } : {}),
    });
    this.#server = new ByteServer({
      supply: this.#pool,
      limits: config.limits,
      clock,
      onNote: ({ kind, client, bytes }) =>
        log.log(kind === 'dropped' ? 'warn' : 'debug', `client ${kind}`, { client, bytes }),
    });
    const { kernel } = config;
    if (kernel.mix && kernel.device !== null)
      this.#mixer = new KernelMixer({
        supply: this.#pool,
        ...{ clock, bytes: kernel.bytes, everyS: kernel.everyS, credit: kernel.credit },
        openDevice: world.openMixDevice,
        onNote: (level, text) => log.log(level, text),
      });
  }

  /**
   * Starts: first the sockets, so that a second daemon disturbs neither the first nor its boards, then the boards.
   * @throws RangeError if there is nothing to do; FileError or UsageError if it cannot listen
   */
  static async start(config: EntropydConfig, world: EntropydWorld): Promise<Entropyd> {
    const { boards, hotplug, socket, tcp, fifo, kernel } = config;
    const usb = hotplug.usb === 'all' || (hotplug.usb === 'auto' && boards.length === 0);
    if (boards.length === 0 && !usb && hotplug.folder === null)
      throw new RangeError('boards must name a board where hotplug.usb is "none" and hotplug.folder is null, got []');
    const listens = world.activated.length > 0 || [socket.path, tcp.port, fifo.path].some((place) => place !== null);
    if (!listens && !kernel.mix)
      throw new RangeError('socket.path must be a path where there is neither port, nor pipe, nor mixing, got null');
    const daemon = new Entropyd(config, world);
    try {
      await daemon.#listen();
    } catch (error) {
      await daemon.stop();
      throw error;
    }
    daemon.#server.open();
    daemon.#mixer?.start();
    for (const { uri } of boards) daemon.#pool.add(uri);
    if (usb) void followUsb(world.watchUsb(daemon.#stop.signal), daemon.#hotplug);
    if (hotplug.folder !== null) {
      const options = { clock: world.clock, pollS: hotplug.pollS, signal: daemon.#stop.signal };
      void followFolder(hotplug.folder, options, daemon.#hotplug);
    }
    daemon.#tellStatus();
    return daemon;
  }

  get addresses(): EntropydAddresses {
    return this.#addresses;
  }

  /** All that there is to say now. */
  report(): DaemonReport {
    const { clock } = this.#world;
    return {
      format: 'spindrift-entropyd',
      version: 1,
      pid: process.pid,
      state: this.#state,
      ...marked(this.#pool.notEntropy),
      output: this.#config.tap.output,
      pool: { mode: this.#config.pool.mode, members: this.#config.pool.members },
      uptimeS: clock.now() - this.#started,
      boards: this.#pool.members.map((member) => ({
        uri: member.uri,
        serial: member.serial ?? null,
        kind: member.kind ?? null,
        state: member.state,
        sessions: member.sessions,
        bufferedBytes: member.queue.length,
        counters: member.counters,
        error: member.error?.message ?? null,
      })),
      clients: this.#server.clients,
      waiting: this.#server.waiting,
      served: this.#server.counts,
      alarms: this.#alarms,
      kernel: this.#mixer?.counts ?? null,
    };
  }

  /** Ends everything: connections, sockets, boards (each made safe), files of ours. Harmless twice. */
  async stop(): Promise<void> {
    if (this.#state !== 'failed') this.#state = 'stopping';
    this.#stop.abort();
    this.#giveUp?.cancel();
    this.#server.close();
    this.#raw.close();
    await this.#listeners.close();
    await this.#mixer?.close();
    await this.#pool.close();
    await this.#status?.remove();
  }

  async #listen(): Promise<void> {
    const { socket, tcp, raw, metrics, fifo, status } = this.#config;
    const mode = parseInt(socket.mode, 8);
    const given = (role: ActivatedRole): ListenPlace | undefined => {
      const found = this.#world.activated.find((activated) => activated.role === role);
      return found === undefined ? undefined : { fd: found.fd };
    };
    const at = (path: string | null): ListenPlace | undefined => (path === null ? undefined : { path, mode });
    const port = ({ host, port: number }: { host: string; port: number | null }, field: string) =>
      number === null ? undefined : { host, port: number, field };
    const plan = [
      ['entropy', given('entropy') ?? at(socket.path), () => this.#server.listener('unix')],
      ['tcp', port(tcp, 'tcp.port'), () => this.#server.listener('tcp')],
      ['raw', given('raw') ?? at(raw.path), () => this.#raw.listener()],
      [
        'metrics',
        given('metrics') ?? at(metrics.path) ?? port(metrics, 'metrics.port'),
        // Loaded only where it is wanted.
        async () => (await import('./metrics/metrics-server.js')).metricsServer(() => this.report()),
      ],
    ] as const;
    for (const [name, place, server] of plan)
      if (place !== undefined) this.#addresses[name] = await this.#listeners.add(await server(), place);
    const path = status.path ?? (socket.path === null ? null : `${socket.path}.json`);
    if (path !== null)
      this.#status = new StatusFile(path, (error) => this.#log('warn', `status file: ${textOf(error)}`));
    if (fifo.path !== null)
      serveFifo(fifo.path, this.#server, { clock: this.#world.clock, signal: this.#stop.signal }).catch(
        (error: unknown) => this.#give(error),
      );
  }

  readonly #hotplug: HotplugEvents = {
    onCome: (key, uri) => {
      if (this.#stop.signal.aborted || this.#pool.members.some((member) => member.uri === uri)) return;
      this.#log('info', 'board came', { uri });
      this.#plugged.set(key, this.#pool.add(uri));
      this.#tellStatus();
    },
    onGo: (key) => {
      const member = this.#plugged.get(key);
      if (member === undefined) return;
      this.#plugged.delete(key);
      this.#log('info', 'board went', { uri: member.uri });
      void this.#pool.remove(member).then(() => this.#tellStatus());
    },
    onChange: (key) => this.#plugged.get(key)?.retry(),
    onNote: (level, text) => this.#log(level, text),
  };

  #follow(state: PoolState): void {
    if (this.#state === 'stopping' || this.#state === 'failed') return;
    const previous = this.#state;
    this.#state = state;
    this.#giveUp?.cancel();
    this.#giveUp = undefined;
    this.#log(state === 'alarm' ? 'error' : 'info', `pool: ${state}`, { previous, ...marked(this.#pool.notEntropy) });
    if (state === 'alarm') {
      this.#alarms++;
      // Nothing that was made from failing samples may leave: the queues were flushed, and this is the rest.
      this.#server.close();
      const { giveUpS } = this.#config.alarm;
      this.#giveUp = this.#world.clock.setTimer(giveUpS, () =>
        this.#give(
          new HealthError(`the health tests have kept the tap closed for ${giveUpS} s`, {
            nextStep: 'unplug the board and look into it: spindrift entropy --mode raw, spindrift assess health',
          }),
        ),
      );
    } else this.#server.open();
    this.#tellStatus();
  }

  /** The status file holds their states, and what the first board that is not real makes of all bytes to come. */
  #followMembers(): void {
    const { notEntropy } = this.#pool;
    if (notEntropy && !this.#markTold && this.#pool.state === 'open')
      this.#log('warn', 'a board that is not real joined the pool', marked(notEntropy));
    this.#markTold ||= notEntropy;
    this.#tellStatus();
  }

  #note({ level, text, uri, serial, error }: MemberNote): void {
    const more = error !== undefined && 'nextStep' in error ? { nextStep: error.nextStep } : {};
    this.#log(level, text, { uri, ...(serial === undefined ? {} : { serial }), ...more });
    queueMicrotask(() => {
      this.#tellStatus();
      // Boards that nothing can cure, and nothing that could bring others.
      const { hotplug, boards } = this.#config;
      const others = hotplug.folder !== null || hotplug.usb === 'all' || boards.length === 0;
      const { members } = this.#pool;
      if (!others && members.length > 0 && members.every(({ state }) => state === 'refused'))
        this.#give(members[0]?.error);
    });
  }

  #give(error: unknown): void {
    if (this.#state === 'stopping' || this.#state === 'failed' || isAbortError(error)) return;
    this.#state = 'failed';
    this.#server.close();
    this.#log('error', textOf(error));
    this.#tellStatus();
    this.#fail(error);
  }

  #tellStatus(): void {
    if (!this.#stop.signal.aborted) this.#status?.tell(statusOf(this.report()));
  }

  #log(level: 'info' | 'warn' | 'error', text: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.#world.log.log(level, text, fields);
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
