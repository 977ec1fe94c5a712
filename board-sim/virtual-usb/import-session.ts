/** One importer with its device: transfers in, their ends out. */
import type { Socket } from 'node:net';
import { encodeSubmitReply, encodeUnlinkReply } from './usbip/encode.js';
import { URB_STATUS, type SubmitCommand, type UnlinkCommand } from './usbip/messages.js';
import type { TransferResult, TransferStatus, VirtualDevice } from './virtual-device.js';

/** Transfers that may wait; a kernel with our programs keeps some tens. */
export const MAX_PENDING_TRANSFERS = 1024;
/** Bytes that waiting transfers may hold or ask for, and so what can pile up for a client that does not read. */
export const MAX_PENDING_BYTES = 32 << 20;

const STATUS: Readonly<Record<Exclude<TransferStatus, 'gone'>, number>> = {
  ok: URB_STATUS.ok,
  stall: URB_STATUS.stall,
  cancelled: URB_STATUS.unlinked,
  overflow: URB_STATUS.overflow,
  silent: URB_STATUS.silent,
};
const DIRECTION_IN = 0x80;
const WANTED_AT = 6;

interface Pending {
  readonly command: SubmitCommand;
  id: number;
  /** Sequence numbers of the UNLINKs that wait for its end. */
  readonly unlinks: number[];
}

/** What a session tells. */
export interface ImportSessionHandlers {
  /** The importer does what cannot be borne: the connection must end. */
  onAbuse(reason: string): void;
  /** The device has left by itself; what was to be answered has been written. */
  onGone(reason: string | undefined): void;
}

/** From the import to the end of its socket. */
export class ImportSession {
  readonly #socket: Socket;
  readonly #device: VirtualDevice;
  readonly #deviceId: number;
  readonly #handlers: ImportSessionHandlers;
  readonly #pending = new Map<number, Pending>();
  readonly #stopListening: () => void;
  #bytes = 0;
  #over = false;

  constructor(socket: Socket, device: VirtualDevice, deviceId: number, handlers: ImportSessionHandlers) {
    this.#socket = socket;
    this.#device = device;
    this.#deviceId = deviceId;
    this.#handlers = handlers;
    this.#stopListening = device.onDetach((reason) => {
      if (!this.#over) handlers.onGone(reason);
    });
    socket.on('drain', () => socket.resume());
  }

  submit(command: SubmitCommand): void {
    if (this.#over || !this.#acceptable(command.deviceId)) return;
    const { sequence, length } = command;
    if (this.#pending.has(sequence)) {
      this.#abuse(`sequence number ${sequence} is in use`);
      return;
    }
    if (this.#pending.size >= MAX_PENDING_TRANSFERS) {
      this.#abuse(`more than ${MAX_PENDING_TRANSFERS} transfers at once`);
      return;
    }
    if (this.#bytes + length > MAX_PENDING_BYTES) {
      this.#abuse(`transfers of more than ${MAX_PENDING_BYTES} bytes at once`);
      return;
    }
    const entry: Pending = { command, id: 0, unlinks: [] };
    this.#pending.set(sequence, entry);
    this.#bytes += length;
    this.#start(entry);
  }

  unlink({ sequence, deviceId, victim }: UnlinkCommand): void {
    if (this.#over || !this.#acceptable(deviceId)) return;
    const entry = this.#pending.get(victim);
    if (entry === undefined) {
      this.#write(encodeUnlinkReply({ sequence, status: URB_STATUS.ok }));
      return;
    }
    if (entry.unlinks.length >= MAX_PENDING_TRANSFERS) {
      this.#abuse('UNLINK without end');
      return;
    }
    entry.unlinks.push(sequence);
    // The device tells `done`, at once or when a packet that is on the wire is through; the answer waits for it.
    if (entry.unlinks.length === 1) this.#device.cancel(entry.id);
  }

  /** The importer is gone. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#stopListening();
    this.#device.release();
    this.#pending.clear();
  }

  #start(entry: Pending): void {
    const { endpoint, direction, length, setup, data } = entry.command;
    const done = (result: TransferResult): void => this.#done(entry, result);
    if (endpoint !== 0) {
      entry.id = this.#device.submit(endpoint, direction, direction === 'in' ? length : data, done);
      return;
    }
    const wanted = setup[WANTED_AT]! | (setup[WANTED_AT + 1]! << 8);
    if ((setup[0]! & DIRECTION_IN) === 0 && wanted !== data.length)
      done({ status: 'silent', data: new Uint8Array(0), actual: 0 });
    else entry.id = this.#device.submitControl(setup, data, done);
  }

  #done(entry: Pending, { status, data, actual }: TransferResult): void {
    const { sequence, direction, length } = entry.command;
    if (this.#over || !this.#pending.delete(sequence)) return;
    this.#bytes -= length;
    const taken = status === 'cancelled' && entry.unlinks.length > 0;
    // The end of the connection says it all. A transfer that ended as gone before would have programs take back the others while the kernel's vhci_hcd (6.1)
    // shuts the connection down, and what is taken back then it may wait for ever, with the device's lock held.
    if (status === 'gone') {
      if (direction === 'in' && data.length > 0)
        this.#write(encodeSubmitReply({ sequence, status: URB_STATUS.ok, actual: data.length, data }));
      return;
    }
    if (!taken) {
      const reply = direction === 'in' ? data.subarray(0, length) : new Uint8Array(0);
      this.#write(
        encodeSubmitReply({
          sequence,
          status: STATUS[status],
          actual: direction === 'in' ? reply.length : actual,
          data: reply,
        }),
      );
    }
    for (const unlink of entry.unlinks)
      this.#write(encodeUnlinkReply({ sequence: unlink, status: taken ? URB_STATUS.unlinked : URB_STATUS.ok }));
  }

  /** A client that does not read is not read from either: what it may have asked for by then is all that piles up. */
  #write(bytes: Uint8Array): void {
    if (!this.#socket.destroyed && !this.#socket.write(bytes)) this.#socket.pause();
  }

  #acceptable(deviceId: number): boolean {
    if (deviceId === this.#deviceId) return true;
    this.#abuse(`device ${deviceId} is not the one that was imported`);
    return false;
  }

  #abuse(reason: string): void {
    this.#handlers.onAbuse(reason);
  }
}
