import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  BLOCK_HEADER_BYTES,
  DATA_OFFSET,
  FRAME_HEADER_BYTES,
  MAX_BLOCK_BYTES,
  MAX_PAYLOAD_BYTES,
  crc32,
  crc8,
  decodeDataBlock,
  encodeDataBlock,
  encodeDataFrame,
  encodeFrame,
  newDataFrame,
  newFrame,
  sealDataFrame,
  type FrameType,
} from './index.js';

interface Golden {
  name: string;
  type: FrameType;
  flags: number;
  payload: string;
  bytes: string;
  block?: { streamId: number; seq: number; timeUs: number; flags: number; format: number; tail: number; data: string };
}
const golden = JSON.parse(readFileSync(new URL('./golden-frames.json', import.meta.url), 'utf8')) as {
  frames: Golden[];
};
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const text = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1 ');

describe('checks', () => {
  const digits = new TextEncoder().encode('123456789');
  it('have the published check values', () => {
    expect(crc8(digits)).toBe(0xf4);
    expect(crc32(digits)).toBe(0xcbf43926);
  });
  it('CRC-32 agrees between table and zlib, continued at any point', () => {
    const bytes = Uint8Array.from({ length: 700 }, (_, i) => (i * 37) & 0xff);
    const whole = crc32(bytes);
    for (const cut of [0, 1, 8, 255, 256, 257, 400, 450, 699, 700])
      expect(crc32(bytes, crc32(bytes, 0, 0, cut), cut)).toBe(whole);
  });
});

describe('golden frames', () => {
  it.each(golden.frames.map((frame) => [frame.name, frame] as const))('%s', (_name, frame) => {
    expect(text(encodeFrame(frame.type, hex(frame.payload), frame.flags))).toBe(frame.bytes);
    if (!frame.block) return;
    const { data, ...header } = frame.block;
    expect(text(encodeDataFrame(header, hex(data)))).toBe(frame.bytes);
    expect(text(encodeDataBlock(header, hex(data)))).toBe(frame.payload);
    expect(decodeDataBlock(hex(frame.payload))).toEqual({ ...header, data: hex(data) });
  });
});

describe('header check', () => {
  it('finds every error of one, two and three bits', () => {
    const header = encodeFrame(3, new Uint8Array(18)).slice(0, 8);
    // CRC-8 is linear: an error pattern passes exactly if its own CRC, over header and check, is zero.
    const syndrome = Array.from({ length: 64 }, (_, bit) => {
      const pattern = new Uint8Array(8);
      pattern[bit >> 3] = 1 << (bit & 7);
      return crc8(pattern, 0, 7) ^ (pattern[7] as number);
    });
    expect(crc8(header, 0, 7)).toBe(header[7]);
    let missed = 0;
    let missedOfFour = 0;
    const s = (i: number): number => syndrome[i] as number;
    for (let a = 0; a < 64; a++) {
      if (s(a) === 0) missed++;
      for (let b = a + 1; b < 64; b++) {
        if ((s(a) ^ s(b)) === 0) missed++;
        for (let c = b + 1; c < 64; c++) {
          if ((s(a) ^ s(b) ^ s(c)) === 0) missed++;
          for (let d = c + 1; d < 64; d++) if ((s(a) ^ s(b) ^ s(c) ^ s(d)) === 0) missedOfFour++;
        }
      }
    }
    expect(missed).toBe(0);
    expect(missedOfFour).toBe(5049);
  });
});

describe('sizes', () => {
  it('reach the cap and no further', () => {
    expect(encodeFrame(3, new Uint8Array(MAX_PAYLOAD_BYTES)).length).toBe(FRAME_HEADER_BYTES + MAX_PAYLOAD_BYTES);
    expect(() => encodeFrame(3, new Uint8Array(MAX_PAYLOAD_BYTES + 1))).toThrow(RangeError);
    expect(() => newFrame(-1)).toThrow(RangeError);
    expect(() => newFrame(Number.NaN)).toThrow(RangeError);
    expect(newDataFrame(MAX_BLOCK_BYTES).length).toBe(DATA_OFFSET + MAX_BLOCK_BYTES);
    expect(() => newDataFrame(MAX_BLOCK_BYTES + 1)).toThrow(RangeError);
    const header = { streamId: 1, seq: 0, timeUs: 0, flags: 0, format: 0, tail: 0 };
    expect(() => encodeDataBlock(header, new Uint8Array(MAX_BLOCK_BYTES + 1))).toThrow(RangeError);
    expect(decodeDataBlock(new Uint8Array(BLOCK_HEADER_BYTES - 1))).toBeUndefined();
  });
  it('frames own their buffer, so that they can be transferred', () => {
    const frame = sealDataFrame(newDataFrame(10), { streamId: 1, seq: 2, timeUs: 3, flags: 0, format: 0, tail: 0 });
    expect(frame.byteOffset).toBe(0);
    expect(frame.buffer.byteLength).toBe(frame.length);
  });
});
