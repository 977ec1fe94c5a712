import type { Clock } from '../../../base/index.js';
import type { DeviceEndpoint, SendBytes } from '../../../proto/index.js';
import type { AuxHeader, BoardParts } from '../../parts/index.js';
import type { Machine } from '../machine.js';
import type { RunOutcome } from '../run-loop.js';
import { boardFromOptions, type EmulatedBoardOptions } from './board-options.js';
import type { ChipOnBoard } from './chip-on-board.js';
import { Pump, type PumpOwner } from './pump.js';
import { UsbSession } from './usb-session.js';

export type { EmulatedBoardOptions } from './board-options.js';

/**
 * The firmware's image on an emulated chip on the board's parts, at the end of a byte pipe. While somebody is connected, board time goes on, a
 * slice in each turn of the event loop; the same options and the same host, going by {@link clock}, give the same run.
 */
export interface EmulatedBoard extends DeviceEndpoint {
  drained(): void;
  /** Says what to do when the board leaves by itself. */
  onHangUp(fn: (reason: string) => void): void;
  /** Board time, from the first power-up. A host that goes by it never waits longer than the board has worked. */
  readonly clock: Clock;
  /** The chips around the microcontroller, for tests and for views of a simulation. */
  readonly parts: BoardParts;
  /** The auxiliary header from outside. */
  readonly header: AuxHeader;
  /** The microcontroller since its last start. */
  readonly machine: Machine;
  /** Starts of the microcontroller so far. */
  readonly starts: number;
  /** Lets so much board time pass, connected or not, s. Rejects if the machine cannot go on. */
  pass(seconds: number): Promise<void>;
  /** Pulls the cable and puts it back: the junctions keep their states, and so does the EEPROM. */
  powerCycle(): void;
}

/**
 * Makes an emulated board. Nothing of it has been compared with silicon.
 *
 * @throws RangeError for an unknown scenario or a size that the firmware does not drive; FirmwareImageError for an image that does not boot
 */
export function createEmulatedBoard(options: EmulatedBoardOptions): EmulatedBoard {
  return new Endpoint(options);
}

class Endpoint implements EmulatedBoard, PumpOwner {
  readonly board: ChipOnBoard;
  readonly #pump: Pump;
  #send: SendBytes = () => true;
  #hangUp: (reason: string) => void = () => undefined;
  #session: UsbSession | undefined;
  #lost: string | undefined;
  /** Whether a host uses the board, or tries to. */
  #served = false;

  constructor(options: EmulatedBoardOptions) {
    this.board = boardFromOptions(options);
    this.#pump = new Pump(this, options.pace ?? 'free', options.wallClock);
  }

  get clock(): Clock {
    return this.#pump.clock;
  }

  get parts(): BoardParts {
    return this.board.parts;
  }

  get header(): AuxHeader {
    return this.board.parts.bus.aux;
  }

  get machine(): Machine {
    return this.board.machine;
  }

  get starts(): number {
    return this.board.starts;
  }

  get connected(): boolean {
    return this.#session !== undefined;
  }

  get activity(): number {
    return this.machine.usb.counters.packets;
  }

  onSend(fn: SendBytes): void {
    this.#send = fn;
  }

  onHangUp(fn: (reason: string) => void): void {
    this.#hangUp = fn;
  }

  receive(bytes: Uint8Array): void {
    this.#session ??= this.#open();
    this.#session?.send(bytes);
    this.#pump.kick();
  }

  drained(): void {
    this.#session?.drained();
    this.#pump.kick();
  }

  close(): void {
    const session = this.#session;
    this.#session = undefined;
    this.#served = false;
    if (session === undefined) return;
    try {
      session.close();
    } catch {
      // The machine is stopped, and says why to whoever opens the board next.
    }
    this.#restartIfEnded();
    this.#pump.catchUp();
  }

  pass(seconds: number): Promise<void> {
    return this.#pump.pass(seconds);
  }

  powerCycle(): void {
    this.#session?.abandon();
    this.board.powerCycle();
    this.#pump.catchUp();
    this.#disconnect('the cable was pulled');
  }

  sliceDone(outcome: RunOutcome): void {
    if (outcome === 'ended') this.#lost = END_REASONS[this.machine.ended!.cause];
    this.#restartIfEnded();
    if (this.#lost !== undefined) this.#disconnect(this.#lost);
  }

  failed(error: unknown): void {
    this.#disconnect(messageOf(error));
  }

  /** @returns undefined if the board does not come up: then the host has been told */
  #open(): UsbSession | undefined {
    this.#served = true;
    this.#lost = undefined;
    this.#restartIfEnded();
    try {
      this.board.enumerate();
      return UsbSession.open(this.machine, {
        onData: (bytes) => {
          this.machine.stop();
          this.#pump.awaitAnswer();
          return this.#send(bytes) !== false;
        },
        onLost: (reason) => {
          this.#lost = reason;
          this.machine.stop();
        },
      });
    } catch (error) {
      this.#disconnect(messageOf(error));
      return undefined;
    } finally {
      this.#pump.catchUp();
    }
  }

  #restartIfEnded(): void {
    if (this.machine.ended !== undefined) this.board.restart();
  }

  #disconnect(reason: string): void {
    this.#session?.abandon();
    this.#session = undefined;
    this.#lost = undefined;
    if (!this.#served) return;
    this.#served = false;
    this.#hangUp(reason);
  }
}

const END_REASONS = { watchdog: 'its watchdog has reset it', reset: 'it has restarted' } as const;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
