import { abortError, BoardLostError, checkNumber, isAbortError, systemClock, type Clock } from '../../base/index.js';
import type { Board, Telemetry } from '../../firmware-host/host/index.js';
import { endsWithin, Stop } from '../experiments/stop.js';
import { selectLines } from '../experiments/line-selection.js';
import { productVersion } from '../runs/index.js';
import { BoardChannels, BITS_CHANNEL, TELEMETRY_TIME } from './board-channels.js';
import { BitsLoop } from './bits-loop.js';
import { Capture } from './capture.js';
import type { LiveCaptureOptions, LiveOutcome, ResistanceMap } from './live-types.js';
import { cellCounts, type CellCounts } from './cell-counts.js';
import { parseTriggers, TriggerWatch, type TriggerEvent, type TriggerInput } from './trigger.js';

const TELEMETRY_PERIOD_MS = 50;
/** Seconds that a board has to confirm that it is safe. */
const GRACE_S = 5;
/** Trigger events that are kept in memory; the log has all of them. */
const MOST_EVENTS = 200;

/**
 * Records a board's telemetry and raw bits until it is stopped: each sample to disk first. The array is armed only where bits are recorded, and
 * left safe however the capture ends.
 */
export class LiveCapture {
  readonly capture: Capture;
  readonly board: Board;
  /** Resolves when the capture has ended and its folder is whole; never rejects. */
  readonly done: Promise<LiveOutcome>;
  /** The newest trigger events, oldest first. */
  readonly events: TriggerEvent[] = [];
  readonly maps: ResistanceMap[] = [];
  readonly #options: LiveCaptureOptions;
  readonly #channels: BoardChannels;
  readonly #stop: Stop;
  readonly #triggers: TriggerWatch;
  readonly #bits: BitsLoop | undefined;
  /** Maps that are being read or stored: the capture ends after them. */
  readonly #reading = new Set<Promise<ResistanceMap>>();
  #latest: Telemetry;
  #finishing = false;

  private constructor(
    options: LiveCaptureOptions,
    capture: Capture,
    channels: BoardChannels,
    first: Telemetry,
    clock: Clock,
  ) {
    this.#options = options;
    this.#channels = channels;
    this.#latest = first;
    this.capture = capture;
    this.board = options.board;
    this.#stop = new Stop(options.signal);
    this.#triggers = new TriggerWatch(parseTriggers(options.triggers ?? []), (event) => this.#triggered(event));
    this.#bits = channels.hasBits
      ? new BitsLoop(options.board, capture, this.#triggers, options.bits ?? {}, clock)
      : undefined;
    this.done = this.#run(clock);
  }

  /**
   * Begins: makes the folder, reads the first telemetry, arms where bits are recorded.
   * @throws RangeError, TypeError for options; FileError for the folder; what the board says
   */
  static async start(options: LiveCaptureOptions): Promise<LiveCapture> {
    const { board, signal } = options;
    const clock = options.clock ?? systemClock;
    const telemetryPeriodMs = checkNumber('telemetryPeriodMs', options.telemetryPeriodMs ?? TELEMETRY_PERIOD_MS, {
      min: 20,
      max: 3_600_000,
      integer: true,
    });
    parseTriggers(options.triggers ?? []);
    const bits = options.bits ?? {};
    const rows = selectLines('rows', bits.rows ?? 'all', board.identity.geometry.rows).lines;
    const first = await board.readTelemetry(signal);
    const channels = new BoardChannels(board.identity, first, {
      ...(options.groups === undefined ? {} : { groups: options.groups }),
      telemetryPeriodMs,
      bitRateHz: bits.rateHz === undefined || bits.rateHz === 0 ? null : bits.rateHz,
      rows,
    });
    const { uri, identity, limits } = board;
    const held: { live?: LiveCapture } = {};
    const capture = await Capture.create({
      ...pick(options, ['writeS', 'syncS', 'reserveBytes', 'disk', 'freeBytes', 'force', 'wire']),
      ...channels.index,
      dir: options.dir,
      clock,
      board: { uri, ...identity, limits },
      params: { telemetryPeriodMs, groups: options.groups ?? 'all', bits: { ...bits } },
      versions: {
        spindrift: await productVersion(),
        firmware: identity.firmware,
        protocol: `${identity.protocol.major}.${identity.protocol.minor}`,
      },
      onFailure: (error) => held.live?.fail(error),
    });
    const live = new LiveCapture({ ...options, telemetryPeriodMs }, capture, channels, first, clock);
    held.live = live;
    if (capture.failure !== undefined) live.fail(capture.failure);
    return live;
  }

  /** The newest telemetry. */
  get latest(): Telemetry {
    return this.#latest;
  }

  /** Whether it has been asked to end or is ending. */
  get ending(): boolean {
    return this.#finishing || this.#stop.signal.aborted;
  }

  get triggers(): TriggerWatch['states'] {
    return this.#triggers.states;
  }

  /** Replaces the triggers; they start anew. @throws TypeError, RangeError for a malformed one */
  setTriggers(triggers: readonly TriggerInput[]): void {
    const specs = parseTriggers(triggers);
    this.#triggers.set(specs);
    this.capture.post({ type: 'triggers', triggers: specs });
  }

  /** Ends the capture in order. */
  stop(): Promise<LiveOutcome> {
    this.#finishing = true;
    this.#stop.because(abortError('the capture was stopped'));
    return this.done;
  }

  /** Ends it because of an error. */
  fail(error: Error): void {
    this.#stop.because(error);
  }

  /** Outcomes by cell of the newest bits that are on disk. @throws DataError where no raw bits are recorded */
  cells(bits: number): CellCounts {
    const { length } = this.capture.data(BITS_CHANNEL);
    const start = this.#bits?.start ?? { sample: 0, position: 0 };
    return cellCounts(this.capture, BITS_CHANNEL, Math.max(start.sample, length - bits), length, start.position);
  }

  /**
   * Reads the resistances of all cells and stores them. Bits stand still meanwhile: the array does one thing at a time.
   * @throws what the board says
   */
  async readMap(averages: number, tile = 0): Promise<ResistanceMap> {
    const reading = this.#readMap(averages, tile);
    this.#reading.add(reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(reading);
    }
  }

  async #readMap(averages: number, tile: number): Promise<ResistanceMap> {
    const { signal } = this.#stop;
    const { rows, cols: columns } = this.board.identity.geometry;
    const resume = await (this.#bits === undefined ? undefined : this.#stop.race(this.#bits.pause()));
    try {
      const ohm = await this.board.readMap({ averages, tile, signal });
      const number = this.maps.length + 1;
      const file = `maps/map-${number}.f32`;
      const map = {
        number,
        hostS: this.capture.elapsedS,
        boardS: this.#latest.boardTimeS,
        rows,
        columns,
        averages,
        ohm,
        file,
      };
      await this.capture.run.writeFile(file, new Uint8Array(ohm.buffer, ohm.byteOffset, ohm.byteLength));
      const { ohm: _ohm, ...rest } = map;
      this.capture.post({ type: 'map', ...rest });
      this.maps.push(map);
      this.#options.onEvent?.({ type: 'map', map });
      return map;
    } finally {
      resume?.();
    }
  }

  #triggered(event: TriggerEvent): void {
    this.events.push(event);
    if (this.events.length > MOST_EVENTS) this.events.shift();
    this.capture.post({ type: 'trigger', ...event });
    this.#options.onEvent?.({ type: 'trigger', event });
  }

  async #run(clock: Clock): Promise<LiveOutcome> {
    const { board } = this.#options;
    const leave = this.#watchBoard();
    const { signal } = this.#stop;
    const works = [
      this.#channels.hasTelemetry || this.#bits === undefined ? this.#followTelemetry(signal) : Promise.resolve(),
      this.#bits?.run(signal) ?? Promise.resolve(),
    ];
    let failure: Error | undefined;
    for (const work of works)
      work.catch((error: unknown) => {
        const reason = error instanceof Error ? error : new Error(String(error));
        if (!signal.aborted) failure ??= reason;
        this.#stop.because(reason);
      });
    await Promise.allSettled(works);
    await Promise.allSettled([...this.#reading]);
    if (failure === undefined && signal.aborted && !this.#finishing && !this.#stop.byUser)
      failure = signal.reason as Error;
    const safe = this.#bits === undefined || (await this.#makeSafe(clock));
    for (const off of leave) off();
    const status =
      failure === undefined || isAbortError(failure) ? (this.#stop.byUser ? 'aborted' : 'finished') : 'failed';
    const error = await this.#conclude(status, failure);
    this.#stop.dispose();
    return {
      status: error === undefined ? status : 'failed',
      dir: this.capture.dir,
      safe: safe || !board.connected,
      ...(error === undefined ? {} : { error }),
    };
  }

  async #conclude(status: LiveOutcome['status'], failure: Error | undefined): Promise<Error | undefined> {
    try {
      await this.capture.finish({
        status,
        results: { triggers: this.events.length, maps: this.maps.length },
        ...(failure === undefined ? {} : { error: { name: failure.name, message: failure.message } }),
      });
      return status === 'failed' ? failure : this.capture.failure;
    } catch (error) {
      return failure ?? (error as Error);
    }
  }

  #watchBoard(): (() => void)[] {
    const { board, onEvent } = this.#options;
    return [
      board.on('lost', (cause) =>
        this.fail(
          cause instanceof BoardLostError
            ? cause
            : new BoardLostError(`the board ${board.uri} was lost during the capture`, {
                cause,
                nextStep: `Check its cable and power, then start again; what was recorded is in ${this.capture.dir}.`,
              }),
        ),
      ),
      board.on('fault', (fault) => {
        this.capture.post({ type: 'fault', fault });
        onEvent?.({ type: 'fault', code: fault.code, source: fault.source });
      }),
    ];
  }

  async #followTelemetry(signal: AbortSignal): Promise<void> {
    const { board, telemetryPeriodMs: periodMs = TELEMETRY_PERIOD_MS } = this.#options;
    let before: Telemetry | undefined;
    let sample = 0;
    for await (const now of board.telemetry({ periodMs, signal })) {
      this.#latest = now;
      const lost = before === undefined ? 0 : Math.max(0, now.seq - before.seq - 1);
      const hostS = this.capture.elapsedS;
      const values = this.#channels.values(now, before);
      this.capture.append(TELEMETRY_TIME, { boardS: now.boardTimeS, hostS, lost }, values);
      const time = { sample, hostS, boardS: now.boardTimeS };
      for (const [name, value] of Object.entries(values)) this.#triggers.numbers(name, value, () => time);
      this.#triggers.health(now.health.ok, time, 'a health test of the board is failing');
      sample += 1;
      before = now;
      await this.capture.ready();
    }
  }

  async #makeSafe(clock: Clock): Promise<boolean> {
    const { board } = this.#options;
    if (!board.connected) return false;
    let safe = false;
    const work = board.makeSafe().then((state) => (safe = state === 'safe'));
    await endsWithin(work, GRACE_S, clock);
    this.capture.post({ type: 'safety', safe });
    return safe;
  }
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Partial<
    Pick<T, K>
  >;
}
