import { isAbortError, type Clock } from '../../base/index.js';
import type { Board, DriveSettings } from '../../firmware-host/host/index.js';
import { EnergyLedger, HostMeter, TelemetryAccountant } from '../energy/index.js';
import type { RunWriter } from '../runs/index.js';
import type { RunEnergy } from './define-experiment.js';
import type { EventRecorder } from './event-recorder.js';

export interface EnergySessionOptions {
  readonly board: Board;
  readonly run: RunWriter;
  readonly recorder: EventRecorder;
  readonly clock: Clock;
  readonly telemetryPeriodMs: number;
  readonly hostWattsPerCore?: number;
}

/** About what a reading of telemetry during a run adds to its folder, bytes: what is booked by it, and the totals. */
export const TELEMETRY_BYTES = 3500;

/** The books of one run: follows the board's telemetry and the host's meter, posts, stores every posting, and tells the totals. */
export class EnergySession {
  readonly ledger = new EnergyLedger();
  readonly accountant: TelemetryAccountant;
  readonly #options: EnergySessionOptions;
  readonly #host: HostMeter;
  readonly #stopFollowing = new AbortController();
  #following: Promise<void> = Promise.resolve();
  #phase: string | undefined;

  private constructor(options: EnergySessionOptions, host: HostMeter) {
    this.#options = options;
    this.#host = host;
    this.accountant = new TelemetryAccountant(this.ledger, options.board.identity);
    this.ledger.onPost((entry) => void options.run.post({ type: 'posting', entry }));
  }

  /** Takes the baseline: nothing before it is booked. */
  static async start(options: EnergySessionOptions, signal: AbortSignal): Promise<EnergySession> {
    const { board, clock, hostWattsPerCore } = options;
    const host = await HostMeter.start({
      clock,
      ...(hostWattsPerCore === undefined ? {} : { wattsPerCore: hostWattsPerCore }),
    });
    const session = new EnergySession(options, host);
    session.accountant.setDrive((await board.getState(signal)).drive);
    session.accountant.update(await board.readTelemetry(signal));
    // What was spent before counts for nothing; both clocks begin here.
    session.#tell();
    session.#following = session.#follow();
    return session;
  }

  /** Books telemetry as it comes, so that the totals are live. Its end costs nothing: counters are cumulative, and `settle` reads again. */
  async #follow(): Promise<void> {
    const { board, recorder, telemetryPeriodMs } = this.#options;
    try {
      for await (const telemetry of board.telemetry({
        periodMs: telemetryPeriodMs,
        signal: this.#stopFollowing.signal,
      })) {
        this.accountant.update(telemetry, this.#phase);
        await this.#host.sample(this.ledger, this.#phase);
        this.#tell();
      }
    } catch (error) {
      if (isAbortError(error) || this.#stopFollowing.signal.aborted) return;
      recorder.log(`live telemetry ended: ${error instanceof Error ? error.message : String(error)}`, 'warn');
    }
  }

  #tell(): void {
    this.#options.recorder.post({
      type: 'energy',
      boardTimeS: this.accountant.boardTimeS ?? 0,
      hostTimeS: this.#options.clock.now(),
      ...(this.#phase === undefined ? {} : { phase: this.#phase }),
      totals: this.ledger.totals().map((total) => total.toJSON()),
    });
  }

  /** Books everything up to now. */
  async settle(signal?: AbortSignal): Promise<void> {
    this.accountant.update(await this.#options.board.readTelemetry(signal), this.#phase);
    await this.#host.sample(this.ledger, this.#phase);
  }

  async phase(name: string, signal: AbortSignal): Promise<void> {
    await this.settle(signal);
    this.#phase = name;
    this.#options.recorder.post({ type: 'phase', name });
  }

  async setDrive(drive: DriveSettings, signal: AbortSignal): Promise<DriveSettings> {
    await this.settle(signal);
    const actual = await this.#options.board.setConfig(drive, signal);
    this.accountant.setDrive(actual);
    return actual;
  }

  /** Ends the live telemetry and books the rest; the board's part only while it answers. */
  async close(boardAnswers: boolean, signal?: AbortSignal): Promise<void> {
    const { board, recorder } = this.#options;
    this.#stopFollowing.abort();
    try {
      if (boardAnswers) this.accountant.update(await board.readTelemetry(signal), this.#phase);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      recorder.log(`the last telemetry is missing, energy since the one before is not booked: ${why}`, 'warn');
    }
    await this.#host.sample(this.ledger, this.#phase, true);
    this.#tell();
  }

  report(): RunEnergy {
    return { ...this.ledger.toJSON(), hostMeter: this.#host.state, unpricedPulses: this.accountant.unpricedPulses };
  }

  /** Resolves when the live telemetry has ended. */
  async ended(): Promise<void> {
    await this.#following;
  }
}
