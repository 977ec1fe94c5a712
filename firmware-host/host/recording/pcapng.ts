/**
 * The part of pcapng that a recording of frames needs: one section, one interface, enhanced packet blocks with a direction. Wireshark and tshark open
 * such a file. Layout: IETF draft-ietf-opsawg-pcapng, sections 4.1 (section header), 4.2 (interface description), 4.3 (enhanced packet), 3.5 (options).
 */
import { DataError } from '../../../base/index.js';

/** Which way a packet went: 1 = to this host, 2 = from it, as `epb_flags` has it. */
export const Direction = { IN: 1, OUT: 2 } as const;
/** One of the directions. */
export type Direction = (typeof Direction)[keyof typeof Direction];

/** What stands in front of the packets. */
export interface CaptureHead {
  /** `shb_userappl`: the program that wrote. */
  readonly program: string;
  /** `opt_comment` of the section. */
  readonly comment: string;
  /** `if_name`: what was listened to. */
  readonly source: string;
}

const SECTION = 0x0a0d0d0a;
const INTERFACE = 1;
const PACKET = 6;
const ORDER_MAGIC = 0x1a2b3c4d;
/** LINKTYPE_USER0: what the packets are is the business of who records. */
const USER0 = 147;
/** Option codes. */
const END = 0;
const COMMENT = 1;
const IF_NAME = 2;
const EPB_FLAGS = 2;
const USER_APPLICATION = 4;
const TIME_RESOLUTION = 9;
/** Ten to the minus nine seconds, as `if_tsresol` says it. */
const NANOSECONDS = 9;

/** Bytes of a packet block in front of the packet, and behind its padding. */
const PACKET_HEAD = 28;
const PACKET_TAIL = 16;
/** A block that claims more is damage. */
const LONGEST_BLOCK = 1 << 20;

/** The blocks that begin a file. */
export function encodeHead(head: CaptureHead): Uint8Array {
  const text = new TextEncoder();
  const section = new Uint8Array(16);
  const view = new DataView(section.buffer);
  view.setUint32(0, ORDER_MAGIC, true);
  view.setUint16(4, 1, true);
  // Length of the section unknown: it grows.
  view.setBigInt64(8, -1n, true);
  const medium = new Uint8Array(8);
  new DataView(medium.buffer).setUint16(0, USER0, true);
  return join([
    block(SECTION, [
      section,
      option(COMMENT, text.encode(head.comment)),
      option(USER_APPLICATION, text.encode(head.program)),
      option(END),
    ]),
    block(INTERFACE, [
      medium,
      option(IF_NAME, text.encode(head.source)),
      option(TIME_RESOLUTION, Uint8Array.of(NANOSECONDS)),
      option(END),
    ]),
  ]);
}

/** A packet. @param timeNs nanoseconds since 1970 */
export function encodePacket(timeNs: bigint, direction: Direction, packet: Uint8Array): Uint8Array {
  const length = PACKET_HEAD + padded(packet.length) + PACKET_TAIL;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, PACKET, true);
  view.setUint32(4, length, true);
  view.setUint32(12, Number(timeNs >> 32n), true);
  view.setUint32(16, Number(timeNs & 0xffffffffn), true);
  view.setUint32(20, packet.length, true);
  view.setUint32(24, packet.length, true);
  bytes.set(packet, PACKET_HEAD);
  const tail = PACKET_HEAD + padded(packet.length);
  view.setUint16(tail, EPB_FLAGS, true);
  view.setUint16(tail + 2, 4, true);
  view.setUint32(tail + 4, direction, true);
  view.setUint32(tail + 12, length, true);
  return bytes;
}

/** A packet as it stands in a file. */
export interface FoundPacket {
  /** Where the packet's bytes are. */
  readonly offset: number;
  readonly bytes: number;
  readonly timeNs: bigint;
  readonly direction: Direction;
}

/** Reads `length` bytes at `offset`; fewer at the end of the file. The result is valid until the next call. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

/**
 * Reads the head of a file.
 * @returns the comment, and where the packets begin
 * @throws DataError for a file of another format
 */
export function readHead(read: ReadAt, name: string): { readonly comment: string; readonly packetsAt: number } {
  const section = blockAt(read, 0);
  if (section?.type !== SECTION || section.view.getUint32(8, true) !== ORDER_MAGIC)
    throw new DataError(`${name} is no recording of frames: it does not begin like a little-endian pcapng file`);
  const comment = new TextDecoder().decode(optionsOf(section.view, 24, section.length - 4).get(COMMENT));
  const medium = blockAt(read, section.length);
  if (medium?.type !== INTERFACE || medium.view.getUint16(8, true) !== USER0)
    throw new DataError(`${name} is no recording of frames: its link type is another`);
  const resolution = optionsOf(medium.view, 16, medium.length - 4).get(TIME_RESOLUTION)?.[0];
  if (resolution !== NANOSECONDS) throw new DataError(`${name}: its times are not in nanoseconds`);
  return { comment, packetsAt: section.length + medium.length };
}

/** The packets from `from` on. Ends at the end of the file, or where a block is torn: what was being written when a process died. */
export function* readPackets(read: ReadAt, from: number): Generator<FoundPacket> {
  for (let at = from; ;) {
    const found = blockAt(read, at);
    if (found === undefined) return;
    const { type, length, view } = found;
    if (type === PACKET) {
      if (length < PACKET_HEAD + 4) return;
      const bytes = view.getUint32(20, true);
      if (PACKET_HEAD + padded(bytes) + 4 > length) return;
      const flags = optionsOf(view, PACKET_HEAD + padded(bytes), length - 4).get(EPB_FLAGS)?.[0];
      yield {
        offset: at + PACKET_HEAD,
        bytes,
        timeNs: (BigInt(view.getUint32(12, true)) << 32n) | BigInt(view.getUint32(16, true)),
        direction: (flags ?? 0) & 3 ? (((flags ?? 0) & 3) as Direction) : Direction.IN,
      };
    }
    at += length;
  }
}

interface FoundBlock {
  readonly type: number;
  readonly length: number;
  readonly view: DataView;
}

/** The whole block at `at`; undefined if there is none, or a torn one. */
function blockAt(read: ReadAt, at: number): FoundBlock | undefined {
  const head = read(at, 8);
  if (head.length < 8) return undefined;
  const start = new DataView(head.buffer, head.byteOffset, 8);
  const [type, length] = [start.getUint32(0, true), start.getUint32(4, true)];
  if (length < 12 || length % 4 !== 0 || length > LONGEST_BLOCK) return undefined;
  const bytes = read(at, length);
  if (bytes.length < length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  return view.getUint32(length - 4, true) === length ? { type, length, view } : undefined;
}

function optionsOf(view: DataView, from: number, to: number): Map<number, Uint8Array> {
  const options = new Map<number, Uint8Array>();
  for (let at = from; at + 4 <= to;) {
    const [code, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (code === END || at + 4 + length > to) break;
    options.set(code, new Uint8Array(view.buffer, view.byteOffset + at + 4, length));
    at += 4 + padded(length);
  }
  return options;
}

function option(code: number, value: Uint8Array = new Uint8Array(0)): Uint8Array {
  const bytes = new Uint8Array(4 + padded(value.length));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, code, true);
  view.setUint16(2, value.length, true);
  bytes.set(value, 4);
  return bytes;
}

function block(type: number, parts: readonly Uint8Array[]): Uint8Array {
  const body = join(parts);
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, bytes.length, true);
  bytes.set(body, 8);
  view.setUint32(bytes.length - 4, bytes.length, true);
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Everything begins at a multiple of four. */
function padded(length: number): number {
  return (length + 3) & ~3;
}
