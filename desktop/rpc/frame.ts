/** What travels between page and backend: a header of eight bytes, then a body in MessagePack. */
import { ProtocolError } from '../../base/index.js';

/** What a frame is; the number stands in the header. */
export const FRAME_KINDS = {
  /** Page to backend: `[params, deadlineMs | null, credit]`. */
  call: 1,
  /** Backend to page: what a call answers with. The last frame of a call. */
  result: 2,
  /** Backend to page: why there is no answer. The last frame of a call or stream. */
  error: 3,
  /** Backend to page: an item of a stream. */
  item: 4,
  /** Backend to page: the stream is over. Its last frame, without a body. */
  end: 5,
  /** Page to backend: that many items more may come. */
  credit: 6,
  /** Page to backend: the answer is not wanted any more. Without a body; answered by the last frame of the call. */
  cancel: 7,
} as const;
/** A name of {@link FRAME_KINDS}. */
export type FrameKind = keyof typeof FRAME_KINDS;

/** Bytes before the body. */
export const FRAME_HEADER_BYTES = 8;
/** Version of this layout, in the upper half of the byte of flags; the lower half is zero. */
export const FRAME_VERSION = 1;

/** The header in clear. */
export interface FrameHeader {
  /** Which call it belongs to: chosen by the caller, 1 to 2³² − 1, unique among the open ones. */
  readonly id: number;
  /** Number of the method in the table; said by the call, repeated by every other frame. */
  readonly method: number;
  readonly kind: FrameKind;
}

const names = new Map(Object.entries(FRAME_KINDS).map(([name, kind]) => [kind as number, name as FrameKind]));

/**
 * Puts a frame into memory of its own, so that it can be posted and transferred.
 * u32 id · u16 method · u8 kind · u8 flags, little-endian, then the body.
 */
export function encodeFrame({ id, method, kind }: FrameHeader, body?: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(FRAME_HEADER_BYTES + (body?.length ?? 0));
  const view = new DataView(frame.buffer);
  view.setUint32(0, id, true);
  view.setUint16(4, method, true);
  view.setUint8(6, FRAME_KINDS[kind]);
  view.setUint8(7, FRAME_VERSION << 4);
  if (body !== undefined) frame.set(body, FRAME_HEADER_BYTES);
  return frame;
}

/**
 * Takes a frame apart; the body is a view of it.
 * @throws ProtocolError when it is none of ours
 */
export function decodeFrame(frame: Uint8Array): FrameHeader & { readonly body: Uint8Array } {
  if (frame.length < FRAME_HEADER_BYTES)
    throw new ProtocolError(`a frame has at least ${FRAME_HEADER_BYTES} bytes, this one has ${frame.length}`);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const flags = view.getUint8(7);
  if (flags !== FRAME_VERSION << 4)
    throw new ProtocolError(
      flags >> 4 === FRAME_VERSION
        ? `a frame has unknown flags (${flags & 15})`
        : `the other end speaks version ${flags >> 4} of the connection, this one version ${FRAME_VERSION}`,
      { code: 'RPC_VERSION', nextStep: 'Load the page again, so that both ends are of the same version.' },
    );
  const id = view.getUint32(0, true);
  const kind = names.get(view.getUint8(6));
  if (kind === undefined) throw new ProtocolError(`a frame has the unknown kind ${view.getUint8(6)}`);
  if (id === 0) throw new ProtocolError('a frame belongs to no call: its id is 0');
  return { id, method: view.getUint16(4, true), kind, body: frame.subarray(FRAME_HEADER_BYTES) };
}
