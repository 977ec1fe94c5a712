/** One board of the pool: opened, drained into a queue, and opened again whenever it was lost. */
import {
  abortError,
  BoardLostError,
  HealthError,
  isAbortError,
  ProtocolError,
  UnsupportedError,
  UsageError,
  type Clock,
} from '../../../base/index.js';
import type { StreamBlock } from '../../../firmware-host/host/index.js';
import { WakeUp } from '../../../firmware-host/host/wake-up.js';
import type { EntropySource, OpenSource, SourceCounters, SourceState } from '../source.js';
import { BackOff } from './back-off.js';
import { ByteQueue } from './byte-queue.js';

/**
 * `waiting`: not open; it is tried again. `starting`: its start-up test runs. `open`: it gives bytes. `alarm`: a health test failed, and the start-up
 * test runs anew. `failed`: a health test failed for good; only a new boot of the board ends it. `refused`: it is not real, in the pool already, or of
 * another version. `stopped`: the daemon has let go of it.
 */
export type MemberState = 'waiting' | 'starting' | 'open' | 'alarm' | 'failed' | 'refused' | 'stopped';

/** What a member needs of the pool. */
export interface MemberHost {
  readonly clock: Clock;
  readonly openSource: OpenSource;
  readonly allowSimulated: boolean;
  readonly bufferBytes: number;
  readonly backoff: { readonly firstS: number; readonly mostS: number };
  /** Called when state or queue changed. */
  readonly onChange: (member: PoolMember) => void;
  readonly onNote: (note: MemberNote) => void;
  readonly onRaw?: ((member: PoolMember, block: StreamBlock) => void) | undefined;
  /** Reserves a serial number; false if another member has it. */
  readonly claim: (serial: string, member: PoolMember) => boolean;
}

/** Something to tell about a member. */
export interface MemberNote {
  readonly level: 'info' | 'warn' | 'error';
  readonly text: string;
  readonly uri: string;
  readonly serial?: string | undefined;
  readonly error?: Error | undefined;
}

const NO_COUNTERS: SourceCounters = {
  rawBits: 0,
  creditedBits: 0,
  outputBytes: 0,
  intermittent: 0,
  permanent: 0,
  startups: 0,
  lostBlocks: 0,
};

/** A board of the pool. */
export class PoolMember {
  readonly uri: string;
  readonly queue = new ByteQueue();
  readonly #host: MemberHost;
  readonly #stop = new AbortController();
  readonly #backOff: BackOff;
  readonly #room: WakeUp;
  readonly #retry: WakeUp;
  #state: MemberState = 'waiting';
  #source: EntropySource | undefined;
  #past: SourceCounters = NO_COUNTERS;
  #sessions = 0;
  /** Counts what made the queue worthless. */
  #epoch = 0;
  #failedBoot: number | undefined;
  /** The session whose source was let in. */
  #accepted: AbortSignal | undefined;
  #error: Error | undefined;
  #running: Promise<void> | undefined;

  constructor(uri: string, host: MemberHost) {
    this.uri = uri;
    this.#host = host;
    this.#backOff = new BackOff(host.backoff);
    this.#room = new WakeUp(host.clock);
    this.#retry = new WakeUp(host.clock);
  }

  get state(): MemberState {
    return this.#state;
  }

  /** The board's own number, once it has been open. */
  get serial(): string | undefined {
    return this.#source?.identity.serial;
  }

  get kind(): EntropySource['identity']['kind'] | undefined {
    return this.#source?.identity.kind;
  }

  get notEntropy(): boolean {
    return this.#source?.notEntropy ?? false;
  }

  get minEntropyPerBit(): number {
    return this.#source?.minEntropyPerBit ?? 0;
  }

  /** Times that the board was opened. */
  get sessions(): number {
    return this.#sessions;
  }

  /** What last went wrong. */
  get error(): Error | undefined {
    return this.#error;
  }

  /** Over all sessions. */
  get counters(): SourceCounters {
    return this.#source === undefined ? this.#past : sum(this.#past, this.#source.counters);
  }

  /** Begins; ends with {@link stop}. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Lets go of the board: it is made safe and closed. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#drop();
    this.#set('stopped');
  }

  /** Something changed that makes another attempt worthwhile at once. */
  retry(): void {
    this.#retry.call();
  }

  /** Moves bytes out; for the pool. */
  take(out: Uint8Array): number {
    const taken = this.queue.take(out);
    if (this.queue.length < this.#host.bufferBytes) this.#room.call();
    return taken;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    for (;;) {
      const error = await this.#attempt();
      if (isAbortError(error)) return;
      this.#judge(error);
      if (this.#state === 'refused') return;
      await this.#retry.wait(this.#backOff.next(), signal).catch(() => undefined);
    }
  }

  /** A session with a signal of its own: what listens to it goes with the session. */
  async #attempt(): Promise<Error> {
    if (this.#stop.signal.aborted) return abortError();
    const session = new AbortController();
    const end = (): void => session.abort();
    this.#stop.signal.addEventListener('abort', end, { once: true });
    const error = await this.#session(session.signal).catch((thrown: unknown) =>
      // Whatever a stop makes it trip over, it was stopped.
      this.#stop.signal.aborted ? abortError() : asError(thrown),
    );
    this.#accepted = undefined;
    this.#stop.signal.removeEventListener('abort', end);
    this.#drop();
    await this.#close();
    return error;
  }

  /** One session with the board, to its end. */
  async #session(signal: AbortSignal): Promise<never> {
    const { openSource, onRaw, claim, allowSimulated, bufferBytes } = this.#host;
    const events = {
      // Nothing counts that a source says before it is let in, or after its session.
      onState: (state: SourceState, cause: string) => {
        if (this.#accepted === signal) this.#follow(state, cause);
      },
      // Wakes whoever waits for room, to find out.
      onLost: () => {
        if (this.#accepted === signal) this.#drop();
      },
      ...(onRaw === undefined ? {} : { onRaw: (block: StreamBlock) => onRaw(this, block) }),
    };
    const source = await openSource(this.uri, events, signal);
    this.#source = source;
    const { kind, serial, bootId } = source.identity;
    if (kind !== 'real' && !allowSimulated)
      throw new UsageError(`${this.uri} is ${kind}: its bits are not entropy`, {
        nextStep: 'use a real board; for a trial without one: --allow-simulated',
      });
    if (!claim(serial, this))
      throw new UsageError(`${this.uri} is the board ${serial}, which is in the pool already`, {
        nextStep: 'name each board once',
      });
    // The latch belongs to a boot of the board: opening it again must not open the tap.
    if (bootId === this.#failedBoot)
      throw new HealthError(`${this.uri} failed its health tests in this boot`, {
        nextStep: 'unplug the board and look into it; a new boot is tested anew',
      });
    this.#failedBoot = undefined;
    this.#sessions++;
    this.#accepted = signal;
    if (source.state === 'open') this.#follow('open', 'the source was open');
    else if (this.#state !== 'open') this.#set('starting');
    for await (const piece of source) {
      const epoch = this.#epoch;
      while (this.queue.length >= bufferBytes && epoch === this.#epoch) await this.#room.wait(3600, signal);
      if (signal.aborted) break;
      // Made before an alarm that came meanwhile.
      if (epoch !== this.#epoch) {
        piece.fill(0);
        continue;
      }
      this.queue.push(piece);
      this.#host.onChange(this);
    }
    signal.throwIfAborted();
    throw new BoardLostError(`${this.uri} ended its bit stream`);
  }

  #follow(state: SourceState, cause: string): void {
    if (state === 'recovering' || state === 'failed') {
      this.#drop();
      if (state === 'failed') this.#failedBoot = this.#source?.identity.bootId;
      this.#tell(state === 'failed' ? 'error' : 'warn', `health alarm: ${cause}`);
      this.#set(state === 'failed' ? 'failed' : 'alarm');
    } else if (state === 'open') {
      this.#backOff.reset();
      this.#error = undefined;
      this.#set('open');
    } else if (this.#state !== 'alarm') this.#set('starting');
  }

  /** What the end of a session means. */
  #judge(error: Error): void {
    this.#error = error;
    if (error instanceof HealthError) this.#failedBoot ??= this.#source?.identity.bootId;
    const hopeless = [UsageError, UnsupportedError, ProtocolError, RangeError, TypeError].some(
      (type) => error instanceof type,
    );
    this.#tell(hopeless || error instanceof HealthError ? 'error' : 'warn', error.message, error);
    this.#set(error instanceof HealthError ? 'failed' : hopeless ? 'refused' : 'waiting');
  }

  #drop(): void {
    this.#epoch++;
    this.queue.clear();
    this.#room.call();
  }

  async #close(): Promise<void> {
    const source = this.#source;
    if (source === undefined) return;
    await source.close().catch((error: unknown) => this.#tell('warn', asError(error).message));
    this.#past = sum(this.#past, source.counters);
    this.#source = undefined;
  }

  #set(state: MemberState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#host.onChange(this);
  }

  #tell(level: MemberNote['level'], text: string, error?: Error): void {
    this.#host.onNote({ level, text, uri: this.uri, serial: this.serial, error });
  }
}

function sum(a: SourceCounters, b: SourceCounters): SourceCounters {
  const keys = Object.keys(NO_COUNTERS) as (keyof SourceCounters)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as SourceCounters;
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
