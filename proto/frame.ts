/**
 * Frames: how packets are cut out of a byte stream. Layout and reasons: docs/protocol.md, "Frames".
 */
import { crc32, crc8 } from './crc.js';
import { runtime } from './runtime.js';

/** Frame types. */
export const FrameType = { CONTROL_TO_DEVICE: 1, CONTROL_TO_HOST: 2, DATA: 3, PAD: 4 } as const;
/** One of the known frame types. */
export type FrameType = (typeof FrameType)[keyof typeof FrameType];

/** Bytes of a frame header. */
export const FRAME_HEADER_BYTES = 12;
/** Largest payload of a frame. */
export const MAX_PAYLOAD_BYTES = 65536;
/** First byte of the magic, "S". */
export const MAGIC_0 = 0x53;
/** Second byte of the magic, "D". */
export const MAGIC_1 = 0x44;

/** Types that a host takes. */
export const HOST_RECEIVES: readonly FrameType[] = [FrameType.CONTROL_TO_HOST, FrameType.DATA, FrameType.PAD];
/** Types that a device takes. */
export const DEVICE_RECEIVES: readonly FrameType[] = [FrameType.CONTROL_TO_DEVICE, FrameType.DATA, FrameType.PAD];

/**
 * Room for a frame in an ArrayBuffer of its own (never a slice of a pool), so that it can be transferred. The content is not cleared:
 * write the payload from {@link FRAME_HEADER_BYTES} on, then {@link sealFrame}.
 * @throws RangeError if the payload would be longer than {@link MAX_PAYLOAD_BYTES}.
 */
export function newFrame(payloadBytes: number): Uint8Array<ArrayBuffer> {
  if (!(payloadBytes >= 0 && payloadBytes <= MAX_PAYLOAD_BYTES))
    throw new RangeError(`frame payload must be 0 to ${MAX_PAYLOAD_BYTES} bytes, got ${payloadBytes}`);
  const length = FRAME_HEADER_BYTES + payloadBytes;
  const room = runtime.uncleared?.(length);
  return room ? new Uint8Array(room.buffer, room.byteOffset, length) : new Uint8Array(length);
}

/** Writes the header of a frame whose payload is already in place; returns the frame. */
export function sealFrame<F extends Uint8Array>(frame: F, type: FrameType, flags = 0): F {
  const length = frame.length - FRAME_HEADER_BYTES;
  frame[0] = MAGIC_0;
  frame[1] = MAGIC_1;
  frame[2] = type;
  frame[3] = flags;
  frame[4] = length;
  frame[5] = length >>> 8;
  frame[6] = length >>> 16;
  frame[7] = crc8(frame, 0, 7);
  const crc = crc32(frame, crc32(frame, 0, 0, 8), FRAME_HEADER_BYTES, frame.length);
  frame[8] = crc;
  frame[9] = crc >>> 8;
  frame[10] = crc >>> 16;
  frame[11] = crc >>> 24;
  return frame;
}

/**
 * Makes a frame around a copy of `payload`.
 * @throws RangeError if the payload is longer than {@link MAX_PAYLOAD_BYTES}.
 */
export function encodeFrame(type: FrameType, payload: Uint8Array, flags = 0): Uint8Array<ArrayBuffer> {
  const frame = newFrame(payload.length);
  frame.set(payload, FRAME_HEADER_BYTES);
  return sealFrame(frame, type, flags);
}
