/** What a host program does with the device while it has it open. */
import { DeviceError } from '../../../base/index.js';
import type { Machine } from '../machine.js';
import { controlNow, setupPacket } from '../usb/enumerate.js';
import type { TransferResult } from '../usb/transfer.js';

/** Vendor request to the device, no data: drop both queues, end the session, go to the safe state. */
const LINK_RESET = setupPacket(0x40, 0x01, 0, 0, 0);
/** CLEAR_FEATURE(ENDPOINT_HALT): both sides begin with DATA0 again. */
const clearHalt = (endpoint: number): Uint8Array => setupPacket(0x02, 1, 0, endpoint, 0);
const ENDPOINT = 1;
const DIRECTION_IN = 0x80;
/** As a USB host reads: another transfer waits when one ends. */
const IN_TRANSFERS = 2;
const IN_BYTES = 16_384;
/** From the request to the safe state: the firmware's main loop has to see it. */
const SAFE_NANOS = 2e6;

/** Ends the session on the device and lets it go to its safe state; the machine runs meanwhile. */
export function resetLink(machine: Machine): void {
  if (controlNow(machine, LINK_RESET).status === 'ok') machine.run({ maxNanos: SAFE_NANOS });
}

/** Whom the session tells. */
export interface UsbSessionHandlers {
  /** Bytes of the device, given away. False = no more for now. */
  onData(bytes: Uint8Array): boolean;
  /** An endpoint does not work any more; called while the machine runs. */
  onLost(reason: string): void;
}

/** The two bulk pipes of an enumerated device, from open to close. */
export class UsbSession {
  readonly #machine: Machine;
  readonly #handlers: UsbSessionHandlers;
  readonly #reading = new Set<number>();
  readonly #writing = new Set<number>();
  #held = false;
  #over = false;

  private constructor(machine: Machine, handlers: UsbSessionHandlers) {
    this.#machine = machine;
    this.#handlers = handlers;
  }

  /**
   * Opens the device: what an earlier host left half said is dropped, then IN transfers wait. The machine runs meanwhile.
   * @throws DeviceError if a request is refused
   */
  static open(machine: Machine, handlers: UsbSessionHandlers): UsbSession {
    for (const setup of [LINK_RESET, clearHalt(DIRECTION_IN | ENDPOINT), clearHalt(ENDPOINT)]) {
      const { status } = controlNow(machine, setup);
      if (status !== 'ok')
        throw new DeviceError(`the board answers request ${setup[1]} of the host with: ${status}`, {
          code: `USB_${status.toUpperCase()}`,
        });
    }
    const session = new UsbSession(machine, handlers);
    machine.usb.onDetach(() => session.#lose(REASONS.gone));
    session.#read();
    return session;
  }

  /** Sends bytes; they are copied. */
  send(bytes: Uint8Array): void {
    if (this.#over || bytes.length === 0) return;
    const id = this.#machine.usb.submit(ENDPOINT, 'out', Uint8Array.from(bytes), (result) => {
      this.#writing.delete(id);
      this.#judge(result);
    });
    this.#writing.add(id);
  }

  /** Whoever answered false can take more again. */
  drained(): void {
    this.#held = false;
    this.#read();
  }

  /** Ends in good order: nothing waits any more, and the firmware is in its safe state. */
  close(): void {
    if (this.#over) return;
    this.abandon();
    resetLink(this.#machine);
  }

  /** Nothing is told any more, and nothing is said to the device. */
  abandon(): void {
    this.#over = true;
    for (const id of [...this.#reading, ...this.#writing]) this.#machine.usb.cancel(id);
  }

  #read(): void {
    while (!this.#over && !this.#held && this.#reading.size < IN_TRANSFERS) {
      const id = this.#machine.usb.submit(ENDPOINT, 'in', IN_BYTES, (result) => {
        this.#reading.delete(id);
        this.#took(result);
      });
      this.#reading.add(id);
    }
  }

  #took(result: TransferResult): void {
    if (this.#over) return;
    const { data } = result;
    // Nothing in it: the end of a burst that filled its last packet.
    if (data.length > 0 && !this.#handlers.onData(data)) this.#held = true;
    this.#judge(result);
    this.#read();
  }

  #judge({ status }: TransferResult): void {
    if (status !== 'ok') this.#lose(REASONS[status]);
  }

  #lose(reason: string): void {
    if (this.#over) return;
    this.#over = true;
    this.#handlers.onLost(reason);
  }
}

const REASONS: Readonly<Record<Exclude<TransferResult['status'], 'ok'>, string>> = {
  gone: 'it has left the bus',
  stall: 'its firmware refuses to go on (STALL)',
  overflow: 'it sends more than it was asked for',
  silent: 'it does not answer',
  cancelled: 'a transfer was cancelled',
};
