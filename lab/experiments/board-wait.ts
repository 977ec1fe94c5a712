import type { Clock } from '../../base/index.js';
import type { Board, DriveSettings } from '../../firmware-host/host/index.js';

/** A cell that may be looked at while time passes; its row is the one that a static bias lies on. */
export interface WaitingPlace {
  readonly row: number;
  readonly column: number;
  readonly tile: number;
}

/** Longest sleep of the host between two looks at the board's clock, s. */
const NAP_S = 0.1;

/**
 * Lets board time pass. The wire has no verb for it, and the time of a board that is not silicon passes only while it works: there, shots without a
 * pulse on one cell pass it, as many as fit one reply at a time. On silicon the host sleeps. The drive in force must be {@link waitingDrive}.
 */
export class BoardWait {
  readonly #board: Board;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  /** Board time of one shot, once it is known. */
  #shotS = NaN;

  constructor(board: Board, clock: Clock, signal: AbortSignal) {
    this.#board = board;
    this.#clock = clock;
    this.#signal = signal;
  }

  /** Time on the board's clock, s. */
  async now(): Promise<number> {
    return (await this.#board.readTelemetry(this.#signal)).boardTimeS;
  }

  /** Waits until a time on the board's clock, at least. @returns the time then */
  async until(boardTimeS: number, place: WaitingPlace): Promise<number> {
    let now = await this.now();
    while (now < boardTimeS) {
      if (this.#board.identity.kind === 'real')
        await this.#clock.sleep(Math.min(NAP_S, boardTimeS - now), this.#signal);
      else await this.#idle(boardTimeS - now, place);
      now = await this.now();
    }
    return now;
  }

  async #idle(seconds: number, { row, column, tile }: WaitingPlace): Promise<void> {
    const { inlineBits, maxShots, maxPulsesPerShot } = this.#board.limits;
    const wanted = Number.isNaN(this.#shotS) ? 1 : Math.ceil(seconds / this.#shotS);
    const shots = Math.max(1, Math.min(wanted, inlineBits, maxShots));
    const { boardTimeS } = await this.#board.runShots({
      rowMask: 1n << BigInt(row),
      colMask: 1n << BigInt(column),
      shots,
      pulsesPerShot: maxPulsesPerShot,
      tile,
      signal: this.#signal,
    });
    this.#shotS = Math.max(1e-6, boardTimeS / shots);
  }
}

/** Drive settings under which waiting is harmless and quick: no pulse, and the longest width, since each shot lasts as long as its pulses may. */
export function waitingDrive(drive: DriveSettings, board: Board): DriveSettings {
  return { ...drive, amplitudeV: 0, pulseWidthS: board.limits.pulseWidthS.max };
}
