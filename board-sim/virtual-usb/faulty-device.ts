/** A device with trouble on its cable, for tests of hosts. */
import { systemClock, type Clock } from '../../base/index.js';
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT } from '../../proto/usb.js';
import type { DeviceDescriptors, TransferDone, TransferResult, VirtualDevice } from './virtual-device.js';

type Direction = 'in' | 'out';

interface Held {
  readonly done: TransferDone;
  readonly start: () => number;
}

const SET_ENDPOINT_HALT = [0x02, 3, 0, 0] as const;
const NOTHING = new Uint8Array(0);

/**
 * Passes everything on to another device, but for the trouble that is ordered. Each order can be given at any time, in the midst of a stream too.
 */
export class FaultyDevice implements VirtualDevice {
  readonly #device: VirtualDevice;
  readonly #clock: Clock;
  readonly #listeners = new Set<(reason?: string) => void>();
  readonly #held = new Map<number, Held & { readonly direction: Direction }>();
  /** Own ids to those of the device. */
  readonly #ids = new Map<number, number>();
  readonly #silent = { in: false, out: false };
  /** Ends that are late, in order. */
  readonly #late: Readonly<Record<Direction, (() => void)[]>> = { in: [], out: [] };
  #lateS = 0;
  #toLose: { atByte: number; bytes: number } | undefined;
  #leaveAt = Infinity;
  #received = 0;
  #nextId = 1;

  /** @param clock of {@link delayReplies} */
  constructor(device: VirtualDevice, clock: Clock = systemClock) {
    this.#device = device;
    this.#clock = clock;
    device.onDetach((reason) => this.#tellDetached(reason));
  }

  get descriptors(): DeviceDescriptors {
    return this.#device.descriptors;
  }

  get speed(): 'full' | 'high' {
    return this.#device.speed;
  }

  /** Bulk IN bytes that the host has been given since it came. */
  get bytesIn(): number {
    return this.#received;
  }

  /** Answers NAK to transfers that come from now on, for ever or until told otherwise: they wait. */
  nak(direction: Direction, on = true): void {
    this.#silent[direction] = on;
    if (on) return;
    for (const [id, { start, direction: of }] of [...this.#held])
      if (of === direction) {
        this.#held.delete(id);
        this.#ids.set(id, start());
      }
  }

  /** Halts a pipe, as the device itself does when it is lost: STALL until the host clears it. What was on the way on an IN pipe is dropped. */
  stall(direction: Direction): void {
    const endpoint = direction === 'in' ? USB_ENDPOINT_IN : USB_ENDPOINT_OUT;
    this.#device.submitControl(Uint8Array.of(...SET_ENDPOINT_HALT, endpoint, 0, 0, 0), NOTHING, () => undefined);
  }

  /** Swallows bytes of the stream to the host, once: as a cable never does, but a broken driver may. @param atByte counted as {@link bytesIn} */
  lose(bytes: number, atByte: number = this.#received): void {
    this.#toLose = { atByte, bytes };
  }

  /** Lets the ends of bulk transfers reach the host late, s; their order stays. */
  delayReplies(seconds: number): void {
    this.#lateS = seconds;
  }

  /** Leaves the bus when the host has been given so many more bulk bytes. */
  leaveAfter(bytes: number): void {
    this.#leaveAt = this.#received + bytes;
  }

  /** Leaves the bus now: waiting transfers end as gone. */
  leave(): void {
    this.release();
    this.#tellDetached('as it was told to');
  }

  submitControl(setup: Uint8Array, data: Uint8Array, done: TransferDone): number {
    const id = this.#nextId++;
    this.#ids.set(
      id,
      this.#device.submitControl(setup, data, (result) => {
        this.#ids.delete(id);
        done(result);
      }),
    );
    return id;
  }

  submit(endpoint: number, direction: Direction, work: Uint8Array | number, done: TransferDone): number {
    const id = this.#nextId++;
    const start = (): number =>
      this.#device.submit(endpoint, direction, work, (result) => {
        this.#ids.delete(id);
        this.#ended(direction, result, done);
      });
    if (this.#silent[direction]) this.#held.set(id, { start, done, direction });
    else this.#ids.set(id, start());
    return id;
  }

  cancel(id: number): boolean {
    const held = this.#held.get(id);
    if (held !== undefined) {
      this.#held.delete(id);
      held.done({ status: 'cancelled', data: NOTHING, actual: 0 });
      return true;
    }
    const inner = this.#ids.get(id);
    return inner !== undefined && this.#device.cancel(inner);
  }

  onDetach(listener: (reason?: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  release(): void {
    this.#received = 0;
    this.#leaveAt = Infinity;
    this.#late.in.length = this.#late.out.length = 0;
    const held = [...this.#held.values()];
    this.#held.clear();
    for (const { done } of held) done({ status: 'gone', data: NOTHING, actual: 0 });
    this.#device.release();
  }

  #ended(direction: Direction, result: TransferResult, done: TransferDone): void {
    const late = this.#late[direction];
    if (this.#lateS === 0 && late.length === 0) {
      this.#deliver(direction, result, done);
      return;
    }
    late.push(() => this.#deliver(direction, result, done));
    // Whichever timer rings, the oldest goes first.
    this.#clock.setTimer(this.#lateS, () => late.shift()?.());
  }

  #deliver(direction: Direction, result: TransferResult, done: TransferDone): void {
    if (direction === 'out') {
      done(result);
      return;
    }
    const data = this.#without(result.data);
    done({ ...result, data, actual: data.length });
    if (this.#received >= this.#leaveAt) this.leave();
  }

  /** What is left of a transfer's bytes. */
  #without(data: Uint8Array): Uint8Array {
    const begin = this.#received;
    this.#received += data.length;
    const lost = this.#toLose;
    if (lost === undefined || lost.atByte >= this.#received) return data;
    const from = Math.max(0, lost.atByte - begin);
    const to = Math.min(data.length, from + lost.bytes);
    this.#toLose = to - from < lost.bytes ? { atByte: this.#received, bytes: lost.bytes - (to - from) } : undefined;
    return Uint8Array.of(...data.subarray(0, from), ...data.subarray(to));
  }

  #tellDetached(reason?: string): void {
    for (const listener of [...this.#listeners]) listener(reason);
  }
}
