/** Blocks of a stream: the 16-byte header at the front of a data frame's payload. */
import { FRAME_HEADER_BYTES, FrameType, MAX_PAYLOAD_BYTES, newFrame, sealFrame } from './frame.js';

/** Bytes of a block header. */
export const BLOCK_HEADER_BYTES = 16;
/** Most data bytes of a block. */
export const MAX_BLOCK_BYTES = MAX_PAYLOAD_BYTES - BLOCK_HEADER_BYTES;
/** Where the data bytes start in a data frame; a multiple of 4. */
export const DATA_OFFSET = FRAME_HEADER_BYTES + BLOCK_HEADER_BYTES;

/** Flags of a block. */
export const BlockFlag = {
  /** Last block of the stream. */
  END: 1,
  /** Blocks were dropped just before. */
  GAP: 2,
  /** The bits come from a stand-in: never entropy. */
  NOT_ENTROPY: 4,
  /** A health test is failing. */
  UNHEALTHY: 8,
  /** A converter clipped. */
  SATURATED: 16,
  /** The generator stood still before this block for want of credit. */
  PAUSED: 32,
} as const;

/** Layout of the data bytes (`DataFormat` on the wire). */
export const BlockFormat = { OPAQUE: 0, BITS_LSB: 1, U8: 2, I8: 3, U16LE: 4, I16LE: 5, F32LE: 6 } as const;

/** The header of a block. */
export interface BlockHeader {
  /** Id of the call that opened the stream. */
  readonly streamId: number;
  /** Number of the block from 0, dropped ones counted; wraps at 2^32. */
  readonly seq: number;
  /** Board clock when the first sample was taken, microseconds; wraps at 2^32. */
  readonly timeUs: number;
  /** Sum of {@link BlockFlag} values. */
  readonly flags: number;
  /** One of {@link BlockFormat}. */
  readonly format: number;
  /** BITS_LSB: unused high bits of the last byte. */
  readonly tail: number;
}

/** A decoded block. `data` is a view of the frame: valid during the callback only. */
export interface DataBlock extends BlockHeader {
  readonly data: Uint8Array;
}

/**
 * Room for a data frame with `dataBytes` bytes of data from {@link DATA_OFFSET} on, in an ArrayBuffer of its own. Write the data, then
 * {@link sealDataFrame}: the way without a copy.
 * @throws RangeError if `dataBytes` is above {@link MAX_BLOCK_BYTES}.
 */
export function newDataFrame(dataBytes: number): Uint8Array<ArrayBuffer> {
  if (!(dataBytes >= 0 && dataBytes <= MAX_BLOCK_BYTES))
    throw new RangeError(`block data must be 0 to ${MAX_BLOCK_BYTES} bytes, got ${dataBytes}`);
  return newFrame(BLOCK_HEADER_BYTES + dataBytes);
}

/** Writes block and frame header of a frame from {@link newDataFrame}; returns the frame. */
export function sealDataFrame<F extends Uint8Array>(frame: F, header: BlockHeader): F {
  writeBlockHeader(frame, FRAME_HEADER_BYTES, header);
  return sealFrame(frame, FrameType.DATA);
}

/** Makes a whole data frame around a copy of `data`. */
export function encodeDataFrame(header: BlockHeader, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = newDataFrame(data.length);
  frame.set(data, DATA_OFFSET);
  return sealDataFrame(frame, header);
}

/** Makes the payload of a data frame (without the frame header) around a copy of `data`. */
export function encodeDataBlock(header: BlockHeader, data: Uint8Array): Uint8Array<ArrayBuffer> {
  if (data.length > MAX_BLOCK_BYTES)
    throw new RangeError(`block data must be 0 to ${MAX_BLOCK_BYTES} bytes, got ${data.length}`);
  const payload = new Uint8Array(BLOCK_HEADER_BYTES + data.length);
  writeBlockHeader(payload, 0, header);
  payload.set(data, BLOCK_HEADER_BYTES);
  return payload;
}

/** Reads the payload of a data frame; undefined if it is shorter than a block header. */
export function decodeDataBlock(payload: Uint8Array): DataBlock | undefined {
  if (payload.length < BLOCK_HEADER_BYTES) return undefined;
  return {
    streamId: readU32(payload, 0),
    seq: readU32(payload, 4),
    timeUs: readU32(payload, 8),
    flags: (payload[12] as number) | ((payload[13] as number) << 8),
    format: payload[14] as number,
    tail: payload[15] as number,
    data: payload.subarray(BLOCK_HEADER_BYTES),
  };
}

function writeBlockHeader(bytes: Uint8Array, at: number, header: BlockHeader): void {
  writeU32(bytes, at, header.streamId);
  writeU32(bytes, at + 4, header.seq);
  writeU32(bytes, at + 8, header.timeUs);
  bytes[at + 12] = header.flags;
  bytes[at + 13] = header.flags >>> 8;
  bytes[at + 14] = header.format;
  bytes[at + 15] = header.tail;
}

function writeU32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}

/** Reads an unsigned 32-bit little-endian number at `at`. */
export function readU32(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)) >>>
    0
  );
}
