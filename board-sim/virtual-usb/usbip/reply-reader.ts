/** What a server sends, read by a client. */
import { ProtocolError } from '../../../base/index.js';
import {
  BUS_ID_BYTES,
  DEVICE_BLOCK_BYTES,
  MAX_LISTED_DEVICES,
  MAX_TRANSFER_BYTES,
  OP_HEADER_BYTES,
  OP_REP_DEVLIST,
  OP_REP_IMPORT,
  PATH_BYTES,
  RET_SUBMIT,
  RET_UNLINK,
  URB_HEADER_BYTES,
  USBIP_VERSION,
  type DeviceBlock,
  type InterfaceClass,
  type ListedDevice,
  type SubmitReply,
  type UnlinkReply,
} from './messages.js';
import { StreamCutter } from './stream-cutter.js';

const NOTHING = new Uint8Array(0);
const INTERFACE_BYTES = 4;

/** Whom the reader tells. */
export interface ReplyHandlers {
  onDevlist(devices: readonly ListedDevice[]): void;
  /** The device, or the status that says why not; in that case nothing more is read. */
  onImport(reply: DeviceBlock | { readonly status: number }): void;
  /** Bytes that the SUBMIT of that number asked for, undefined if it was an OUT: a reply does not say. */
  wanted(sequence: number): number | undefined;
  onSubmit(reply: SubmitReply): void;
  onUnlink(reply: UnlinkReply): void;
}

/** One connection, from the answer to its operation to the last transfer. */
export class ReplyReader {
  readonly #handlers: ReplyHandlers;
  readonly #cutter = new StreamCutter(OP_HEADER_BYTES, (piece) => this.#next(piece));
  #next: (piece: Uint8Array) => number = (piece) => this.#operation(piece);
  readonly #listed: ListedDevice[] = [];
  #toCome = 0;

  constructor(handlers: ReplyHandlers) {
    this.#handlers = handlers;
  }

  /**
   * Takes the next bytes, cut anywhere.
   * @throws ProtocolError if they are no USB/IP; nothing is read after it
   */
  push(bytes: Uint8Array): void {
    this.#cutter.push(bytes);
  }

  #operation(piece: Uint8Array): number {
    const view = viewOf(piece);
    const [version, code, status] = [view.getUint16(0), view.getUint16(2), view.getUint32(4)];
    if (version !== USBIP_VERSION) throw wrong(`version 0x${version.toString(16)}`);
    if (code === OP_REP_DEVLIST) {
      this.#next = (count) => this.#count(count);
      return 4;
    }
    if (code !== OP_REP_IMPORT) throw wrong(`unknown answer 0x${code.toString(16)}`);
    if (status !== 0) {
      this.#handlers.onImport({ status });
      return 0;
    }
    this.#next = (block) => {
      this.#next = (header) => this.#header(header);
      this.#handlers.onImport(deviceBlock(block));
      return URB_HEADER_BYTES;
    };
    return DEVICE_BLOCK_BYTES;
  }

  #count(piece: Uint8Array): number {
    this.#toCome = viewOf(piece).getUint32(0);
    if (this.#toCome > MAX_LISTED_DEVICES) throw wrong(`${this.#toCome} devices`);
    return this.#nextListed();
  }

  #nextListed(): number {
    if (this.#toCome-- === 0) {
      this.#handlers.onDevlist(this.#listed);
      return 0;
    }
    this.#next = (block) => {
      const device = deviceBlock(block);
      const keep = (interfaces: Uint8Array): number => {
        const interfaceClasses = Array.from({ length: device.interfaces }, (_, k): InterfaceClass => [
          interfaces[4 * k]!,
          interfaces[4 * k + 1]!,
          interfaces[4 * k + 2]!,
        ]);
        this.#listed.push({ ...device, interfaceClasses });
        return this.#nextListed();
      };
      if (device.interfaces === 0) return keep(NOTHING);
      this.#next = keep;
      return device.interfaces * INTERFACE_BYTES;
    };
    return DEVICE_BLOCK_BYTES;
  }

  #header(piece: Uint8Array): number {
    const view = viewOf(piece);
    const [command, sequence, status, actual] = [
      view.getUint32(0),
      view.getUint32(4),
      view.getInt32(20),
      view.getUint32(24),
    ];
    if (command === RET_UNLINK) {
      this.#handlers.onUnlink({ sequence, status });
      return URB_HEADER_BYTES;
    }
    if (command !== RET_SUBMIT) throw wrong(`unknown reply ${command}`);
    const wanted = this.#handlers.wanted(sequence);
    if (wanted === undefined || actual === 0) {
      this.#handlers.onSubmit({ sequence, status, actual, data: NOTHING });
      return URB_HEADER_BYTES;
    }
    if (actual > wanted || actual > MAX_TRANSFER_BYTES) throw wrong(`${actual} bytes where ${wanted} were wanted`);
    this.#next = (data) => {
      this.#next = (header) => this.#header(header);
      this.#handlers.onSubmit({ sequence, status, actual, data });
      return URB_HEADER_BYTES;
    };
    return actual;
  }
}

/** Reads a device block. */
function deviceBlock(bytes: Uint8Array): DeviceBlock {
  const view = viewOf(bytes);
  const at = PATH_BYTES + BUS_ID_BYTES;
  const byte = (offset: number): number => bytes[at + offset]!;
  return {
    path: text(bytes.subarray(0, PATH_BYTES)),
    busId: text(bytes.subarray(PATH_BYTES, at)),
    busNumber: view.getUint32(at),
    deviceNumber: view.getUint32(at + 4),
    speed: view.getUint32(at + 8),
    vendorId: view.getUint16(at + 12),
    productId: view.getUint16(at + 14),
    release: view.getUint16(at + 16),
    deviceClass: byte(18),
    deviceSubClass: byte(19),
    deviceProtocol: byte(20),
    configurationValue: byte(21),
    configurations: byte(22),
    interfaces: byte(23),
  };
}

function text(field: Uint8Array): string {
  const end = field.indexOf(0);
  return Buffer.from(field.subarray(0, end < 0 ? field.length : end)).toString('utf8');
}

const viewOf = (piece: Uint8Array): DataView => new DataView(piece.buffer, piece.byteOffset, piece.length);
const wrong = (what: string): ProtocolError =>
  new ProtocolError(`the server does not speak USB/IP: ${what}`, { code: 'USBIP' });
