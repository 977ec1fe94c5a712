import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEVICE_RECEIVES,
  FrameParser,
  FrameType,
  HOST_RECEIVES,
  MAX_PAYLOAD_BYTES,
  crc8,
  encodeFrame,
  sealFrame,
} from './index.js';

interface Seen {
  type: number;
  payload: Uint8Array;
}
function collect(accept: readonly FrameType[] = HOST_RECEIVES): {
  parser: FrameParser;
  seen: Seen[];
  gaveUp: string[];
} {
  const seen: Seen[] = [];
  const gaveUp: string[] = [];
  const parser = new FrameParser({
    accept,
    onFrame: (type, payload) => seen.push({ type, payload: payload.slice() }),
    onGiveUp: (reason) => gaveUp.push(reason),
  });
  return { parser, seen, gaveUp };
}
const join = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
function pushInChunks(parser: FrameParser, bytes: Uint8Array, sizes: readonly number[]): void {
  let at = 0;
  for (let k = 0; at < bytes.length; k++) {
    const size = sizes[k % sizes.length] as number;
    parser.push(bytes.slice(at, at + size));
    at += size;
  }
}
const packet = fc.record({
  type: fc.constantFrom(FrameType.CONTROL_TO_HOST, FrameType.DATA),
  // Mostly bytes of the magic, so that false starts are common.
  payload: fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(fc.constantFrom(0x53, 0x44, 0), { maxLength: 80 }).map((a) => Uint8Array.from(a)),
  ),
});

describe('FrameParser', () => {
  it('gives the same frames whatever the chunks are', () => {
    fc.assert(
      fc.property(
        fc.array(packet, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 }),
        (packets, sizes) => {
          const { parser, seen } = collect();
          pushInChunks(parser, join(packets.map((p) => encodeFrame(p.type, p.payload))), sizes);
          expect(seen).toEqual(packets);
          expect(parser.pending).toBe(0);
          expect(parser.counters.skippedBytes).toBe(0);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  it('counts every byte once: payload, headers, skipped, pending', () => {
    const piece = fc.oneof(
      packet.map((p) => encodeFrame(p.type, p.payload)),
      fc.uint8Array({ maxLength: 60 }),
      fc.constant(Uint8Array.of(0x53, 0x44)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 1, max: 97 }), (pieces, size) => {
        const { parser } = collect();
        const bytes = join(pieces);
        pushInChunks(parser, bytes, [size]);
        const c = parser.counters;
        expect(c.payloadBytes + 12 * c.frames + c.skippedBytes + parser.pending).toBe(bytes.length);
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('takes the largest frame, whole and byte by byte', () => {
    const payload = Uint8Array.from({ length: MAX_PAYLOAD_BYTES }, (_, i) => (i * 31) >> 3);
    const bytes = join([encodeFrame(FrameType.DATA, payload), encodeFrame(FrameType.DATA, payload)]);
    for (const size of [bytes.length, 1, 4093, 65549]) {
      const { parser, seen } = collect();
      pushInChunks(parser, bytes, [size]);
      expect(seen.length).toBe(2);
      expect(seen.every((s) => Buffer.compare(s.payload, payload) === 0)).toBe(true);
    }
  });

  it('hands out plain arrays for Buffers, so that slice() copies', () => {
    let kind = '';
    const parser = new FrameParser({ accept: HOST_RECEIVES, onFrame: (_t, p) => (kind = p.constructor.name) });
    parser.push(Buffer.from(encodeFrame(FrameType.DATA, new Uint8Array(20))));
    expect(kind).toBe('Uint8Array');
  });

  it('refuses the other direction, unknown types and too long payloads, and finds the next frame', () => {
    const good = encodeFrame(FrameType.CONTROL_TO_DEVICE, Uint8Array.of(8, 1));
    const wrongWay = encodeFrame(FrameType.CONTROL_TO_HOST, Uint8Array.of(8, 1));
    const unknown = sealFrame(encodeFrame(FrameType.DATA, new Uint8Array(4)), 9 as FrameType);
    const high = sealFrame(encodeFrame(FrameType.DATA, new Uint8Array(4)), 35 as FrameType);
    const tooLong = Uint8Array.of(0x53, 0x44, 3, 0, 1, 0, 1, 0, 0, 0, 0, 0);
    tooLong[7] = crc8(tooLong, 0, 7);
    const { parser, seen } = collect(DEVICE_RECEIVES);
    parser.push(join([wrongWay, unknown, high, tooLong, good]));
    expect(seen.length).toBe(1);
    expect(parser.counters).toMatchObject({ frames: 1, badTypes: 3, tooLong: 1, badCrcs: 0 });
  });

  it('does not deliver pads and ignores unknown flag bits', () => {
    const { parser, seen } = collect();
    parser.push(
      join([encodeFrame(FrameType.PAD, new Uint8Array(0)), encodeFrame(FrameType.DATA, Uint8Array.of(1), 0xff)]),
    );
    expect(seen).toEqual([{ type: FrameType.DATA, payload: Uint8Array.of(1) }]);
    expect(parser.counters.frames).toBe(2);
  });

  it('gives up after 64 CRC failures in a row, and not before', () => {
    const bad = encodeFrame(FrameType.DATA, Uint8Array.of(1, 2, 3, 4));
    bad[12] = 99;
    const good = encodeFrame(FrameType.DATA, new Uint8Array(0));
    const times = (n: number): Uint8Array => join(Array.from({ length: n }, () => bad));
    const { parser, seen, gaveUp } = collect();
    parser.push(join([times(63), good, times(63)]));
    expect(seen.length).toBe(1);
    expect(gaveUp).toEqual([]);
    parser.push(join([bad, good, good]));
    expect(gaveUp.length).toBe(1);
    expect(parser.gaveUp).toBe(true);
    parser.push(good);
    expect(seen.length).toBe(1);
  });

  it('keeps nothing of noise without a magic', () => {
    const { parser, seen } = collect();
    parser.push(new Uint8Array(100_000).fill(0xa5));
    expect(parser.pending).toBe(0);
    expect(seen.length).toBe(0);
    expect(parser.counters.skippedBytes).toBe(100_000);
  });
});
