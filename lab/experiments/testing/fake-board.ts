import { BoardLostError, type Clock } from '../../../base/index.js';
import type {
  Board,
  BoardEvents,
  BoardState,
  DriveSettings,
  ReadMapOptions,
  Telemetry,
} from '../../../firmware-host/host/index.js';

type Counters = { -readonly [K in keyof Telemetry['counters']]: number };

const DRIVE: DriveSettings = {
  biasV: 0,
  amplitudeV: 1.5,
  pulseWidthS: 1e-9,
  settleS: 5e-8,
  readV: 0.1,
  readS: 5e-7,
  fieldAPerM: 0,
};
const IDENTITY: Board['identity'] = {
  kind: 'simulated',
  serial: 'FAKE-1',
  model: 'fake',
  name: 'Fake board',
  revision: 1,
  arrayId: 'fake-array',
  firmware: '0.0.1',
  gitHash: '',
  buildFlags: '',
  bootId: 7,
  protocol: { major: 1, minor: 0 },
  geometry: { rows: 4, cols: 8, tiles: 1 },
  features: [],
  calibrationHash: 0,
  hostSilenceS: 1,
};

/** A stand-in for the Board client in tests of the engine: it notes its calls, counts events and can be lost. */
export class FakeBoard {
  readonly uri = 'sim:fake';
  readonly identity: Board['identity'] = IDENTITY;
  readonly limits: Partial<Board['limits']> = {};
  readonly calls: string[] = [];
  readonly counters: Counters = {
    cellPulses: 0,
    rowPulses: 0,
    cellReads: 0,
    comparatorReads: 0,
    adcConversions: 0,
    planes: 0,
    mvms: 0,
    cellWrites: 0,
    writeAttempts: 0,
    bitsOut: 0,
    bytesIn: 0,
    bytesOut: 0,
    clipped: 0,
  };
  readonly modelled = { pulseChargeJ: 0, pulseJouleJ: 0, readJ: 0, mvmStaticJ: 0, writeJ: 0 };
  drive = DRIVE;
  /** Replaces makeSafe. */
  onMakeSafe: (() => Promise<void>) | undefined;
  #lost: Error | undefined;
  readonly #listeners = {
    lost: new Set<BoardEvents['lost']>(),
    fault: new Set<BoardEvents['fault']>(),
    log: new Set<BoardEvents['log']>(),
  };

  constructor(readonly clock: Clock) {}

  /** The fake as what the engine takes. */
  get board(): Board {
    return this as unknown as Board;
  }

  get listeners(): number {
    return Object.values(this.#listeners).reduce((sum, set) => sum + set.size, 0);
  }

  /** Loses the board as a closed connection does. */
  lose(error: Error = new BoardLostError('the connection was closed')): void {
    this.#lost = error;
    for (const listener of this.#listeners.lost) listener(error);
  }

  on(event: keyof BoardEvents, fn: never): () => void {
    const set = this.#listeners[event] as Set<unknown>;
    set.add(fn);
    return () => void set.delete(fn);
  }

  report(code: string): void {
    const fault = { code, severity: 'error', source: 'test', value: 1, limit: 0, boardTimeS: 0 } as const;
    for (const listener of this.#listeners.fault) listener(fault);
  }

  protected call(name: string): void {
    this.calls.push(name);
    if (this.#lost !== undefined) throw this.#lost;
  }

  async getState(): Promise<BoardState> {
    this.call('getState');
    return {
      state: 'safe',
      interlockClosed: true,
      drive: this.drive,
      calibrationHash: 0,
      uptimeS: this.clock.now(),
      bootId: 7,
    };
  }

  async setConfig(drive: DriveSettings): Promise<DriveSettings> {
    this.call(`setConfig readV=${drive.readV} amplitudeV=${drive.amplitudeV}`);
    this.drive = drive;
    return drive;
  }

  async arm(): Promise<string> {
    this.call('arm');
    return 'armed';
  }

  async makeSafe(): Promise<string> {
    this.call('makeSafe');
    await this.onMakeSafe?.();
    return 'safe';
  }

  async readTelemetry(): Promise<Telemetry> {
    this.call('readTelemetry');
    const boardTimeS = this.clock.now();
    return {
      seq: 0,
      boardTimeS,
      state: 'armed',
      rails: [],
      dieTemperatureK: 300,
      fieldAPerM: 0,
      counters: { ...this.counters },
      modelled: { ...this.modelled },
      health: { ok: true, repetitionCountFailures: 0, adaptiveProportionFailures: 0 },
      link: { framesIn: 0, framesOut: 0, badFrames: 0, blocksDropped: 0 },
    };
  }

  async *telemetry({ periodMs, signal }: { periodMs: number; signal?: AbortSignal }): AsyncGenerator<Telemetry> {
    for (;;) {
      await this.clock.sleep(periodMs / 1000, signal);
      yield await this.readTelemetry();
    }
  }

  async readMap({ rowMask = 0n, averages = 1 }: ReadMapOptions = {}): Promise<Float32Array> {
    this.call('readMap');
    const { cols } = this.identity.geometry;
    this.counters.adcConversions += cols * averages;
    this.counters.cellReads += cols;
    const row = rowMask.toString(2).length - 1;
    return Float32Array.from({ length: cols }, (_, col) =>
      row === 0 && col === 0 ? Infinity : (col % 2 === 0 ? 50e3 : 100e3) * (1 + row / 100),
    );
  }
}
