/** Frames of a recording at the level of their bytes: what names a call, and giving it another id. */
import { crc32, spindrift } from '../../../proto/index.js';

const { BoardKind, DeviceToHost } = spindrift.v1;

/** Field numbers in front of a message's body; protobuf writers put fields in order of their number. */
const ID = 1;
const DEADLINE = 2;
const CONFIG_HASH = 3;

/**
 * What a request asks for, whoever asks and whenever: its bytes without id, deadline and token of the configuration. Equal texts are equal requests.
 */
export function requestKey(payload: Uint8Array): string {
  let at = 0;
  for (const field of [ID, DEADLINE, CONFIG_HASH]) if (payload[at] === field << 3) at = varintEnd(payload, at + 1);
  return Buffer.from(payload.buffer, payload.byteOffset + at, payload.length - at).toString('latin1');
}

/** The payload of a request or a reply with another id. The rest stays as it is, unknown fields included. */
export function withId(payload: Uint8Array, id: number): Uint8Array {
  const rest = payload[0] === ID << 3 ? varintEnd(payload, 1) : 0;
  const head = [ID << 3];
  for (let left = id; ; left = Math.floor(left / 128)) {
    head.push(left < 128 ? left : (left % 128) | 0x80);
    if (left < 128) break;
  }
  const bytes = new Uint8Array(head.length + payload.length - rest);
  bytes.set(head);
  bytes.set(payload.subarray(rest), head.length);
  return bytes;
}

/** What tells a block from others: all of it but the id of its stream, which is another each time. */
export function blockChecksum(block: Uint8Array): number {
  return crc32(block, 0, 4);
}

/** An answer about the board's identity, saying that it is a replay. @param nonce of Hello, for its answer */
export function asReplay(payload: Uint8Array, nonce = 0): Uint8Array {
  const message = DeviceToHost.decode(payload);
  const { helloReply, getIdentityReply } = message;
  if (helloReply) helloReply.nonce = nonce;
  const identity = (helloReply ?? getIdentityReply)?.identity;
  if (identity) identity.kind = BoardKind.BOARD_KIND_REPLAYED;
  return DeviceToHost.encode(message).finish();
}

function varintEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at]! & 0x80) !== 0) at++;
  return at + 1;
}
