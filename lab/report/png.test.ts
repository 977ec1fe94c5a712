import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../base/index.js';
import { upscale } from './image.js';
import { decodeGrayPng, encodeGrayPng, encodeRgbPng } from './png.js';

const ramp = (width: number, height: number) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => (i * 7) % 256),
});

describe('PNG writer', () => {
  it('gives back every grey pixel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(fc.nat(255)),
        (width, height, bytes) => {
          const image = {
            width,
            height,
            data: Uint8Array.from({ length: width * height }, () => bytes.next().value as number),
          };
          expect(decodeGrayPng(encodeGrayPng(image))).toEqual(image);
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });

  it('writes one grey channel of eight bits and no chunk that could differ between two runs', () => {
    const bytes = Buffer.from(encodeGrayPng(ramp(28, 28)));
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(bytes.readUInt32BE(16)).toBe(28);
    expect([...bytes.subarray(24, 26)]).toEqual([8, 0]);
    expect(chunkTypes(bytes)).toEqual(['IHDR', 'IDAT', 'IEND']);
  });

  it('is deterministic, and does not depend on the buffer around the data', () => {
    const image = ramp(64, 64);
    const offset = { ...image, data: new Uint8Array([9, 9, 9, ...image.data]).subarray(3) };
    expect(digest(encodeGrayPng(offset))).toBe(digest(encodeGrayPng(image)));
  });

  it('writes colour as three channels', () => {
    const bytes = Buffer.from(encodeRgbPng({ width: 2, height: 1, data: Uint8Array.of(255, 0, 0, 0, 0, 255) }));
    expect([...bytes.subarray(24, 26)]).toEqual([8, 2]);
    expect([...decodeGrayPng(bytes).data]).toEqual([255, 0]);
  });

  it('names the field whose size is wrong', () => {
    expect(() => encodeGrayPng({ width: 3, height: 2, data: new Uint8Array(5) })).toThrow(
      /image\.data holds 5 bytes.* need 6/,
    );
    expect(() => encodeRgbPng({ width: 0, height: 2, data: new Uint8Array(0) })).toThrow(RangeError);
    expect(() => decodeGrayPng(Uint8Array.of(1, 2, 3))).toThrow(DataError);
    // What the header promises would take gigabytes.
    const bomb = Uint8Array.from(encodeGrayPng({ width: 1, height: 1, data: Uint8Array.of(0) }));
    new DataView(bomb.buffer).setUint32(16, 40_000);
    new DataView(bomb.buffer).setUint32(20, 40_000);
    expect(() => decodeGrayPng(bomb)).toThrow('40000 by 40000 pixels');
  });
});

describe('upscale', () => {
  it('turns each pixel into a square', () => {
    const big = upscale({ width: 2, height: 2, data: Uint8Array.of(1, 2, 3, 4) }, 2);
    expect(big).toEqual({ width: 4, height: 4, data: Uint8Array.of(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4) });
  });
});

function chunkTypes(png: Buffer): string[] {
  const types: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) types.push(png.toString('latin1', at + 4, at + 8));
  return types;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
