/** What an importer sends, read by the server. */
import { ProtocolError } from '../../../base/index.js';
import {
  BUS_ID_BYTES,
  CMD_SUBMIT,
  CMD_UNLINK,
  MAX_TRANSFER_BYTES,
  OP_HEADER_BYTES,
  OP_REQ_DEVLIST,
  OP_REQ_IMPORT,
  SETUP_AT,
  URB_HEADER_BYTES,
  USBIP_VERSION,
  type SubmitCommand,
  type UnlinkCommand,
} from './messages.js';
import { StreamCutter } from './stream-cutter.js';

const NOTHING = new Uint8Array(0);
/** Packets of a transfer that is not isochronous: both are seen. */
const NOT_ISOCHRONOUS: readonly number[] = [0, 0xffffffff];
const ENDPOINTS = 16;

/** Whom the reader tells. */
export interface RequestHandlers {
  /** The client wants a list; nothing more is read. */
  onDevlist(): void;
  /** The client wants a device. @returns whether it has it, and transfers follow; else nothing more is read */
  onImport(busId: string): boolean;
  onSubmit(command: SubmitCommand): void;
  onUnlink(command: UnlinkCommand): void;
}

/** One connection, from its first operation to the last transfer. */
export class RequestReader {
  readonly #handlers: RequestHandlers;
  readonly #cutter = new StreamCutter(OP_HEADER_BYTES, (piece) => this.#next(piece));
  #next: (piece: Uint8Array) => number = (piece) => this.#operation(piece);

  constructor(handlers: RequestHandlers) {
    this.#handlers = handlers;
  }

  /**
   * Takes the next bytes, cut anywhere.
   * @throws ProtocolError if they are no USB/IP, or ask for more than is taken; nothing is read after it
   */
  push(bytes: Uint8Array): void {
    this.#cutter.push(bytes);
  }

  /** Nothing is read any more. */
  stop(): void {
    this.#cutter.stop();
  }

  #operation(piece: Uint8Array): number {
    const view = viewOf(piece);
    const [version, code] = [view.getUint16(0), view.getUint16(2)];
    if (version !== USBIP_VERSION)
      throw wrong(`version 0x${version.toString(16)} instead of 0x${USBIP_VERSION.toString(16)}`);
    if (code === OP_REQ_DEVLIST) {
      this.#handlers.onDevlist();
      return 0;
    }
    if (code !== OP_REQ_IMPORT) throw wrong(`unknown operation 0x${code.toString(16)}`);
    this.#next = (busId) => this.#import(busId);
    return BUS_ID_BYTES;
  }

  #import(piece: Uint8Array): number {
    const end = piece.indexOf(0);
    const busId = Buffer.from(piece.subarray(0, end < 0 ? piece.length : end)).toString('latin1');
    this.#next = (header) => this.#header(header);
    return this.#handlers.onImport(busId) ? URB_HEADER_BYTES : 0;
  }

  #header(piece: Uint8Array): number {
    const view = viewOf(piece);
    const u32 = (at: number): number => view.getUint32(at);
    const [command, sequence, deviceId] = [u32(0), u32(4), u32(8)];
    if (command === CMD_UNLINK) {
      this.#handlers.onUnlink({ sequence, deviceId, victim: u32(20) });
      return URB_HEADER_BYTES;
    }
    if (command !== CMD_SUBMIT) throw wrong(`unknown command ${command}`);
    const [direction, endpoint, length] = [u32(12), u32(16), u32(24)];
    if (direction > 1) throw wrong(`direction ${direction}`);
    if (endpoint >= ENDPOINTS) throw wrong(`endpoint ${endpoint}`);
    if (length > MAX_TRANSFER_BYTES)
      throw wrong(`a transfer of ${length} bytes, where ${MAX_TRANSFER_BYTES} are taken`);
    if (!NOT_ISOCHRONOUS.includes(u32(32))) throw wrong('an isochronous transfer');
    const head = {
      ...{ sequence, deviceId, endpoint, length },
      direction: direction === 1 ? ('in' as const) : ('out' as const),
      flags: u32(20),
      interval: u32(36),
      setup: piece.slice(SETUP_AT, URB_HEADER_BYTES),
    };
    if (direction === 1 || length === 0) {
      this.#handlers.onSubmit({ ...head, data: NOTHING });
      return URB_HEADER_BYTES;
    }
    this.#next = (data) => {
      this.#next = (header) => this.#header(header);
      this.#handlers.onSubmit({ ...head, data });
      return URB_HEADER_BYTES;
    };
    return length;
  }
}

const viewOf = (piece: Uint8Array): DataView => new DataView(piece.buffer, piece.byteOffset, piece.length);
const wrong = (what: string): ProtocolError =>
  new ProtocolError(`the client does not speak USB/IP as this server does: ${what}`, { code: 'USBIP' });
