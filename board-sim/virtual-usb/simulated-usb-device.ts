/** A behavioural board as a USB device, with the firmware's descriptors and its answers to requests. */
import { systemClock, type Clock, type Timer } from '../../base/index.js';
import { USB_ENDPOINT_OUT } from '../../proto/usb.js';
import type { SimulatedBoard } from '../board/simulated-board.js';
import { BoardControl } from './board-control.js';
import { boardDescriptors } from './board-descriptors.js';
import { BulkPipes, type Direction } from './bulk-pipes.js';
import { FullSpeedPace, UNPACED, type BusPace } from './full-speed-pace.js';
import type { DeviceDescriptors, TransferDone, VirtualDevice } from './virtual-device.js';

/** How a behavioural board plays a USB device. */
export interface SimulatedUsbDeviceOptions {
  /** Default: the serial number that the board says of itself. */
  readonly serial?: string;
  /** `full`: 19 packets in a millisecond and no more, as on a real bus. `unpaced`: as fast as it goes. Default `full`. */
  readonly speed?: 'full' | 'unpaced';
  /** The bus's clock. Default: the computer's. */
  readonly clock?: Clock;
  /** Runs work in a later turn of the event loop. */
  readonly defer?: (work: () => void) => void;
}

const PRODUCT = 'Spindrift simulator';
const ENDPOINTS = 16;
const BULK = 1;
const NOTHING = new Uint8Array(0);

interface Request {
  readonly id: number;
  readonly setup: Uint8Array;
  readonly done: TransferDone;
}

/** Moves bytes between a host's transfers and a board, in turns of the event loop; all transfers end in such a turn or in {@link cancel}. */
export class SimulatedUsbDevice implements VirtualDevice {
  readonly descriptors: DeviceDescriptors = boardDescriptors;
  readonly speed = 'full';
  readonly #board: SimulatedBoard;
  readonly #clock: Clock;
  readonly #defer: (work: () => void) => void;
  readonly #pace: BusPace;
  readonly #control: BoardControl;
  readonly #pipes: BulkPipes;
  readonly #requests: Request[] = [];
  readonly #listeners = new Set<(reason?: string) => void>();
  #scheduled = false;
  #timer: Timer | undefined;
  #nextId = 1;
  #bootId: number;

  constructor(board: SimulatedBoard, options: SimulatedUsbDeviceOptions = {}) {
    const { clock = systemClock, speed = 'full', serial = board.core.serial } = options;
    this.#board = board;
    this.#clock = clock;
    this.#defer = options.defer ?? ((work) => void setImmediate(work));
    this.#pace = speed === 'full' ? new FullSpeedPace(clock) : UNPACED;
    this.#bootId = board.core.bootId;
    const pipes = new BulkPipes(this.#pace, {
      onBytes: (bytes) => board.receive(bytes),
      onDrained: () => board.drained?.(),
    });
    this.#pipes = pipes;
    this.#control = new BoardControl(
      { product: PRODUCT, serial },
      {
        halted: (endpoint) => pipes.halted(directionOf(endpoint)),
        setHalt: (endpoint) => pipes.halt(directionOf(endpoint)),
        clearHalt: (endpoint) => pipes.clearHalt(directionOf(endpoint)),
        linkReset: () => this.#linkReset(),
        configure: () => this.#configure(),
      },
    );
    board.onSend((bytes) => this.#send(bytes));
    // The firmware halts both pipes when it cannot make sense of what comes.
    board.onHangUp(() => {
      pipes.halt('in');
      pipes.halt('out');
      this.#schedule();
    });
  }

  submitControl(setup: Uint8Array, _data: Uint8Array, done: TransferDone): number {
    if (setup.length !== 8) throw new RangeError(`setup must have 8 bytes, got ${setup.length}`);
    const id = this.#nextId++;
    this.#requests.push({ id, setup: Uint8Array.from(setup), done });
    this.#schedule();
    return id;
  }

  submit(endpoint: number, direction: Direction, work: Uint8Array | number, done: TransferDone): number {
    if (!Number.isInteger(endpoint) || endpoint < 1 || endpoint >= ENDPOINTS)
      throw new RangeError(`endpoint must be a whole number from 1 to ${ENDPOINTS - 1}, got ${endpoint}`);
    if ((direction === 'in') !== (typeof work === 'number'))
      throw new TypeError('an IN transfer takes a length, an OUT transfer bytes');
    const id = this.#nextId++;
    if (endpoint !== BULK) {
      // There is no such endpoint: nobody answers.
      this.#defer(() => done({ status: 'silent', data: NOTHING, actual: 0 }));
      return id;
    }
    if (typeof work === 'number') this.#pipes.in.push(id, new Uint8Array(work), done);
    else this.#pipes.out.push(id, work, done);
    this.#schedule();
    return id;
  }

  cancel(id: number): boolean {
    const at = this.#requests.findIndex((request) => request.id === id);
    if (at < 0) return this.#pipes.in.cancel(id, true) || this.#pipes.out.cancel(id, false);
    const [request] = this.#requests.splice(at, 1);
    request!.done({ status: 'cancelled', data: NOTHING, actual: 0 });
    return true;
  }

  onDetach(listener: (reason?: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  release(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#control.reset();
    this.#configure();
    this.#bootId = this.#board.core.bootId;
    for (const { done } of this.#requests.splice(0)) done({ status: 'gone', data: NOTHING, actual: 0 });
    this.#pipes.endAll('gone');
  }

  /** The device leaves the bus by itself; it can be attached again. */
  leave(reason?: string): void {
    this.release();
    for (const listener of [...this.#listeners]) listener(reason);
  }

  #send(bytes: Uint8Array): boolean {
    // What nobody asked for is dropped.
    if (!this.#control.configured) return true;
    this.#schedule();
    return this.#pipes.send(bytes);
  }

  #linkReset(): void {
    this.#board.close();
    this.#pipes.empty();
  }

  /** The pipes as after a reset of the bus. */
  #configure(): void {
    this.#linkReset();
    this.#pipes.clearHalt('in');
    this.#pipes.clearHalt('out');
  }

  #schedule(): void {
    if (this.#scheduled || this.#timer !== undefined) return;
    this.#scheduled = true;
    this.#defer(() => {
      this.#scheduled = false;
      this.#turn();
    });
  }

  #turn(): void {
    for (const { setup, done } of this.#requests.splice(0)) {
      const data = this.#control.request(setup);
      if (data === undefined) done({ status: 'stall', data: NOTHING, actual: 0 });
      else done({ status: 'ok', data: Uint8Array.from(data), actual: data.length });
    }
    if (this.#control.configured) this.#pipes.move();
    else this.#pipes.endAll('silent');
    this.#leaveIfRestarted();
    if (this.#requests.length > 0) this.#schedule();
    else if (this.#control.configured && this.#pipes.busy) this.#goOn();
  }

  /** A board that restarts leaves the bus; not before its answer has been fetched. */
  #leaveIfRestarted(): void {
    if (this.#board.core.bootId !== this.#bootId && this.#pipes.waiting === 0) this.leave('it has restarted');
  }

  #goOn(): void {
    if (this.#pace.room > 0) {
      this.#schedule();
      return;
    }
    this.#timer ??= this.#clock.setTimer(this.#pace.waitS(), () => {
      this.#timer = undefined;
      this.#turn();
    });
  }
}

const directionOf = (endpoint: number): Direction => (endpoint === USB_ENDPOINT_OUT ? 'out' : 'in');
