/** The typed client of a board. SI numbers outside, integers on the wire; the board cannot be told apart by what it is made of. */
import { checkNumber, checkOneOf } from '../../base/index.js';
import { spindrift, type Reply, type ReplyMessage } from '../../proto/index.js';
import { WireBitStream, type BitOptions, type BitStream } from './bits.js';
import { WireBlockStream, type BlockStream } from './block-stream.js';
import {
  CALIBRATION_ROUTINES,
  type BoardFault,
  type BoardIdentity,
  type BoardLimits,
  type BoardLog,
  type BoardState,
  type CalibrationOutcome,
  type CalibrationRoutine,
  type DriveSettings,
  type DriveState,
  type SelfTestResult,
} from './board-types.js';
import { getCalibration, putCalibration, type GetCalibrationOptions } from './calibration-blob.js';
import { checkDrive } from './check-drive.js';
import {
  driveFromWire,
  driveStateFromWire,
  driveToWire,
  enumValue,
  faultFromWire,
  identityFromWire,
  limitsFromWire,
  logFromWire,
  stateFromWire,
} from './from-wire.js';
import type { Link } from './link/link.js';
import { multiply, type MultiplyOptions, type MultiplyResult } from './multiply.js';
import { BoardPins } from './pins/board-pins.js';
import { encodeShotPlan, readMap, runShots, type ReadMapOptions, type ShotOptions, type ShotResult } from './shots.js';
import { LEAST_TELEMETRY_PERIOD_MS, readTelemetry, streamTelemetry, type TelemetryOptions } from './telemetry.js';
import type { Telemetry } from './telemetry-types.js';
import { programTile, type ProgramOptions, type ProgramResult } from './tile.js';

/** What a board tells unasked. */
export interface BoardEvents {
  /** The board is gone; every open call fails with the same error. */
  lost: (error: Error) => void;
  fault: (fault: BoardFault) => void;
  log: (line: BoardLog) => void;
}

type Listeners = { readonly [K in keyof BoardEvents]: Set<BoardEvents[K]> };

const { CalibrationRoutine: Routine, RebootTarget } = spindrift.v1;

/**
 * A session with a board. Calls reject with the errors of `base/errors.ts`: LimitError, StateError, StaleConfigError, UnsupportedError,
 * BoardBusyError, BoardLostError, …; TypeError and RangeError for wrong arguments; an AbortError when their signal fires.
 */
export class WireBoard {
  readonly uri: string;
  readonly identity: BoardIdentity;
  readonly limits: BoardLimits;
  /** The auxiliary header. */
  readonly pins: BoardPins;
  readonly #link: Link;
  readonly #listeners: Listeners = { lost: new Set(), fault: new Set(), log: new Set() };
  #configHash: number;
  #lost: Error | undefined;

  /** @internal Use `openBoard`. */
  constructor(uri: string, link: Link, hello: ReplyMessage<'helloReply'>, limits: ReplyMessage<'getLimitsReply'>) {
    this.uri = uri;
    this.#link = link;
    this.pins = new BoardPins(link);
    this.identity = identityFromWire(hello);
    this.limits = limitsFromWire(limits, hello.limits);
    this.#configHash = hello.configHash;
  }

  /** True while the session is up. */
  get connected(): boolean {
    return this.#link.failure === undefined;
  }

  /** Traffic of this session. */
  get traffic(): {
    readonly framesIn: number;
    readonly framesOut: number;
    readonly bytesIn: number;
    readonly bytesOut: number;
    readonly lateFrames: number;
  } {
    const { received, sent, counters } = this.#link;
    return {
      framesIn: received.frames,
      framesOut: sent.frames,
      bytesIn: received.payloadBytes,
      bytesOut: sent.bytes,
      lateFrames: counters.lateBlocks + counters.lateReplies,
    };
  }

  /** Calls `fn` at each event; returns what stops it. A board already lost calls a `lost` listener at once. */
  on<K extends keyof BoardEvents>(event: K, fn: BoardEvents[K]): () => void {
    this.#listeners[event].add(fn as never);
    if (event === 'lost' && this.#lost) (fn as BoardEvents['lost'])(this.#lost);
    return () => this.#listeners[event].delete(fn as never);
  }

  /** Reads state, settings and interlocks. Also picks up the configuration token after a StaleConfigError. */
  async getState(signal?: AbortSignal): Promise<BoardState> {
    const reply = await this.#link.call('getState', {}, 'getStateReply', { signal });
    this.#configHash = reply.configHash;
    return stateFromWire(reply);
  }

  /**
   * Replaces all drive settings; returns those in force, as the hardware can make them.
   * @throws RangeError for a setting beyond {@link limits} (nothing is clipped); LimitError if only the board knows of the limit.
   */
  async setConfig(drive: DriveSettings, signal?: AbortSignal): Promise<DriveSettings> {
    const config = driveToWire(drive);
    checkDrive(drive, this.limits);
    const reply = await this.#link.call('setConfig', { config }, 'setConfigReply', { signal });
    this.#configHash = reply.configHash;
    return driveFromWire(reply.actual);
  }

  /** Enables the drive. */
  async arm(signal?: AbortSignal): Promise<DriveState> {
    const reply = await this.#link.call('arm', {}, 'armReply', { signal, configHash: this.#configHash });
    return driveStateFromWire(reply.state);
  }

  /** Pulses, bias and coil off. Always possible, always harmless; what `finally` calls. */
  async makeSafe(signal?: AbortSignal): Promise<DriveState> {
    const reply = await this.#link.call('makeSafe', {}, 'makeSafeReply', { signal });
    return driveStateFromWire(reply.state);
  }

  /** Clears a latched fault whose cause is gone. */
  async clearFault(signal?: AbortSignal): Promise<DriveState> {
    const reply = await this.#link.call('clearFault', {}, 'clearFaultReply', { signal });
    return driveStateFromWire(reply.state);
  }

  /** Runs the self tests of `mask` (bit k = test k; 0 = all) and returns their outcomes, failed ones included. */
  async selfTest(
    options: { mask?: number; onResult?: (result: SelfTestResult) => void; signal?: AbortSignal } = {},
  ): Promise<SelfTestResult[]> {
    const results: SelfTestResult[] = [];
    await this.#link.call('selfTest', { mask: options.mask ?? 0 }, 'selfTestReply', {
      signal: options.signal,
      onPartial: ({ result }) => {
        if (!result) return;
        const { testId: id, name, pass, measured, low, high, unit } = result;
        results.push({ id, name, pass, measured, low, high, unit });
        options.onResult?.(results.at(-1)!);
      },
    });
    return results;
  }

  /** Runs a calibration routine; the board must be armed. */
  async calibrate(
    routine: CalibrationRoutine,
    options: { onProgress?: (done: number, total: number) => void; signal?: AbortSignal } = {},
  ): Promise<CalibrationOutcome> {
    checkOneOf('routine', routine, CALIBRATION_ROUTINES);
    const message = { routine: enumValue(Routine, routine, 'CALIBRATION_ROUTINE_') };
    const reply = await this.#link.call('calibrate', message, 'calibrateReply', {
      signal: options.signal,
      configHash: this.#configHash,
      onPartial: ({ done, total }) => options.onProgress?.(done, total),
    });
    if (reply.configHash) this.#configHash = reply.configHash;
    const values = reply.values.map(({ name, value, sigma, unit }) => ({ name, value, sigma, unit }));
    return { values, failed: reply.failed, calibrationHash: reply.calibrationHash };
  }

  /**
   * Reads the stored calibration; undefined if there is none, or `knownHash` names the one in force.
   * @throws UnsupportedError if the board keeps none as a blob; see its features for `calibration-blob`.
   */
  getCalibration(options: GetCalibrationOptions = {}): Promise<Uint8Array | undefined> {
    return getCalibration(this.#link, options);
  }

  /**
   * Stores a calibration that a board gave. Not while the array is at work (BoardBusyError).
   * @returns the token of the calibration now in force
   * @throws DataLossError if it arrived damaged: the old one stays; ProtocolError, LimitError if it is none.
   */
  async putCalibration(blob: Uint8Array, signal?: AbortSignal): Promise<number> {
    const hash = await putCalibration(this.#link, blob, signal);
    await this.getState(signal);
    return hash;
  }

  /**
   * Restarts the board's application, or the boot loader of its chip instead. The session ends; open the board again, or write firmware.
   * @throws UnsupportedError for the boot loader of a board that has none: a stand-in.
   */
  async reboot(options: { target?: 'app' | 'bootloader'; signal?: AbortSignal } = {}): Promise<void> {
    const { REBOOT_TARGET_APP, REBOOT_TARGET_BOOTLOADER } = RebootTarget;
    const target = options.target === 'bootloader' ? REBOOT_TARGET_BOOTLOADER : REBOOT_TARGET_APP;
    await this.#link.call('reboot', { target, confirm: this.identity.bootId }, 'rebootReply', {
      signal: options.signal,
    });
  }

  /** Pulses and reads chosen cells; at most `limits.inlineBits` outcomes. */
  runShots(options: ShotOptions): Promise<ShotResult> {
    return runShots(this.#link, options, this.#configHash);
  }

  /** The same as a lossless stream, for any number of outcomes. */
  openShots(options: ShotOptions & { readonly blockBytes?: number }): BlockStream {
    const message = {
      plan: encodeShotPlan(options),
      blockBytes: checkNumber('blockBytes', options.blockBytes ?? 0, { min: 0, max: 65520, integer: true }),
    };
    return new WireBlockStream(this.#link, 'openShots', message, {
      configHash: this.#configHash,
      standIn: this.#standIn,
      signal: options.signal,
    });
  }

  /** Opens the bit source. Bits of a board that is not silicon are marked not entropy, whatever it says. */
  openBits(options: BitOptions = {}): BitStream {
    return WireBitStream.open(this.#link, options, this.#configHash, this.#standIn);
  }

  /** Reads resistances, ohm, row-major over the selected rows and columns. */
  readMap(options: ReadMapOptions = {}): Promise<Float32Array> {
    return readMap(this.#link, options, this.#configHash, this.identity.geometry);
  }

  /** Writes the states of a window of cells. */
  programTile(options: ProgramOptions): Promise<ProgramResult> {
    return programTile(this.#link, options, this.#configHash);
  }

  /** Multiplies vectors by a window of a tile. */
  multiply(options: MultiplyOptions): Promise<MultiplyResult> {
    return multiply(this.#link, options, this.#configHash);
  }

  /** Telemetry at intervals until the consumer leaves or the signal fires. */
  telemetry(options: TelemetryOptions): AsyncIterable<Telemetry> {
    checkNumber('periodMs', options.periodMs, { min: LEAST_TELEMETRY_PERIOD_MS, max: 0xffffffff, integer: true });
    return streamTelemetry(this.#link, options);
  }

  /** Telemetry now. */
  readTelemetry(signal?: AbortSignal): Promise<Telemetry> {
    return readTelemetry(this.#link, signal);
  }

  /** Makes the board safe and ends the session. Harmless when it ended already. */
  async close(): Promise<void> {
    // Not awaited: a busy board must not hold its host, and ending the session makes it safe too.
    if (this.connected) this.makeSafe().catch(() => undefined);
    await this.#link.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** @internal The link calls this. */
  handleEvent(event: Reply): void {
    if (event.body === 'fault') for (const fn of [...this.#listeners.fault]) fn(faultFromWire(event.fault));
    else if (event.body === 'log') for (const fn of [...this.#listeners.log]) fn(logFromWire(event.log));
  }

  /** @internal The link calls this. */
  handleLost(error: Error): void {
    this.#lost = error;
    for (const fn of [...this.#listeners.lost]) fn(error);
  }

  get #standIn(): boolean {
    return this.identity.kind !== 'real';
  }
}

/** A session with a board, as its users see it. */
export type Board = Omit<WireBoard, 'handleEvent' | 'handleLost'>;
