/** The firmware on its emulated chip as a USB device: the chip's own controller answers. */
import { boardFromOptions, type EmulatedBoardOptions } from '../emulator/board/board-options.js';
import type { ChipOnBoard } from '../emulator/board/chip-on-board.js';
import { Pump, type PumpOwner } from '../emulator/board/pump.js';
import { resetLink } from '../emulator/board/usb-session.js';
import type { Machine } from '../emulator/machine.js';
import type { RunOutcome } from '../emulator/run-loop.js';
import type { DeviceDescriptors, TransferDone, TransferResult, VirtualDevice } from './virtual-device.js';

const GONE: TransferResult = { status: 'gone', data: new Uint8Array(0), actual: 0 };

/**
 * A chip on a board, plugged into a host that gives it an address and hands everything else on. While a host uses it, board time goes on, a slice in
 * each turn of the event loop; while nobody does, time stands still. When the firmware restarts, the device leaves the bus; it comes back for the next
 * host, and so does a machine that could not go on: plugging it in again is a power cycle.
 */
export class EmulatedUsbDevice implements VirtualDevice, PumpOwner {
  readonly board: ChipOnBoard;
  readonly descriptors: DeviceDescriptors;
  readonly speed = 'full';
  readonly #pump: Pump;
  readonly #pending = new Map<number, TransferDone>();
  readonly #listeners = new Set<(reason?: string) => void>();
  #watched: Machine | undefined;
  #used = false;
  #left = false;
  /** Why the machine cannot go on, until the power goes. */
  #trouble: unknown;

  /**
   * Puts the board together and waits until it is on the bus, which takes a tenth of a second of its time. Its pace is the wall's unless another is
   * asked for.
   * @throws RangeError, FirmwareImageError for what cannot be a board; BoardNotFoundError, BoardTimeoutError, DeviceError or MachineFault if it does
   * not come on the bus
   */
  constructor(options: EmulatedBoardOptions) {
    this.board = boardFromOptions(options);
    this.#pump = new Pump(this, options.pace ?? 'wall', options.wallClock);
    const { device, configuration } = this.board.enumerate();
    this.descriptors = { device, configuration };
    this.#watch();
    this.#pump.catchUp();
  }

  /** For the pump. */
  get connected(): boolean {
    return this.#used;
  }

  /** For the pump. */
  get activity(): number {
    return this.board.machine.usb.counters.packets;
  }

  submitControl(setup: Uint8Array, data: Uint8Array, done: TransferDone): number {
    return this.#submit((machine, end) => machine.usb.submitControl(setup, data, end), done);
  }

  submit(endpoint: number, direction: 'in' | 'out', work: Uint8Array | number, done: TransferDone): number {
    return this.#submit((machine, end) => machine.usb.submit(endpoint, direction, work, end), done);
  }

  cancel(id: number): boolean {
    const waits = this.#pending.has(id) && this.board.machine.usb.cancel(id);
    if (waits) this.#pump.kick();
    return waits;
  }

  onDetach(listener: (reason?: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  release(): void {
    if (!this.#used) return;
    this.#used = false;
    const { machine } = this.board;
    for (const [id, done] of [...this.#pending]) {
      this.#pending.delete(id);
      machine.usb.cancel(id);
      done(GONE);
    }
    try {
      resetLink(machine);
      this.#restartIfEnded();
    } catch (error) {
      this.#trouble = error;
    }
    this.#pump.catchUp();
  }

  /** Pulls the cable and puts it back: the junctions keep their states, and so does the EEPROM. */
  powerCycle(): void {
    this.#repower();
    this.#leave('the cable was pulled');
  }

  /** Lets so much board time pass, used or not, s. Rejects if the machine cannot go on. */
  pass(seconds: number): Promise<void> {
    return this.#pump.pass(seconds);
  }

  /** For the pump. */
  sliceDone(outcome: RunOutcome): void {
    if (outcome !== 'ended' && !this.#left) return;
    const cause = this.board.machine.ended?.cause;
    this.#restartIfEnded();
    this.#leave(cause === undefined ? undefined : END_REASONS[cause]);
  }

  /** For the pump. */
  failed(error: unknown): void {
    this.#trouble = error;
    this.#leave(messageOf(error));
  }

  #submit(queue: (machine: Machine, end: TransferDone) => number, done: TransferDone): number {
    if (!this.#wake()) {
      setImmediate(() => {
        done(GONE);
        this.#leave(this.#trouble === undefined ? undefined : messageOf(this.#trouble));
      });
      return 0;
    }
    const { machine } = this.board;
    let queued = false;
    const end: TransferDone = (result) => {
      // Sockets are written to between slices: this one has done enough.
      if (result.status !== 'cancelled') machine.stop();
      if (queued) this.#end(id, result);
      else setImmediate(() => this.#end(id, result));
    };
    const id = queue(machine, end);
    queued = true;
    this.#pending.set(id, done);
    this.#pump.kick();
    return id;
  }

  #end(id: number, result: TransferResult): void {
    const done = this.#pending.get(id);
    this.#pending.delete(id);
    done?.(result);
  }

  /** Brings the device on the bus, if it has left it. @returns false if it does not come */
  #wake(): boolean {
    // It may be about to leave, in a slice that is still running.
    if (this.#used) return this.#trouble === undefined && this.board.machine.ended === undefined;
    this.#used = true;
    try {
      if (this.#trouble !== undefined) this.#repower();
      this.#restartIfEnded();
      this.board.enumerate();
      this.#watch();
      this.#pump.catchUp();
      return true;
    } catch (error) {
      this.#trouble = error;
      return false;
    }
  }

  /** Every start of the chip is another machine. */
  #watch(): void {
    const { machine } = this.board;
    if (this.#watched === machine) return;
    this.#watched = machine;
    machine.usb.onDetach(() => {
      this.#left = true;
      machine.stop();
    });
  }

  #repower(): void {
    this.#trouble = undefined;
    this.board.powerCycle();
    this.#pump.catchUp();
  }

  #restartIfEnded(): void {
    if (this.board.machine.ended !== undefined) this.board.restart();
  }

  #leave(reason?: string): void {
    this.#left = false;
    for (const [id, done] of [...this.#pending]) {
      this.#pending.delete(id);
      done(GONE);
    }
    if (!this.#used) return;
    this.#used = false;
    for (const listener of [...this.#listeners]) listener(reason);
  }
}

const END_REASONS = { watchdog: 'its watchdog has reset it', reset: 'it has restarted' } as const;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
