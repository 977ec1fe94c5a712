import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FirmwareImageError } from '../machine-fault.js';
import { boot2Crc, checkBoot2, plainCrc32, sealBoot2 } from './boot2.js';
import { readFirmwareImage } from './firmware-image.js';

const FLASH = 0x10000000;
const bytes = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, k) => (k * 37 + seed) & 0xff);

/** A UF2 file of 256-byte blocks. */
function uf2(blocks: { address: number; data: Uint8Array }[], change?: (view: DataView) => void): Uint8Array {
  const file = new Uint8Array(blocks.length * 512);
  blocks.forEach(({ address, data }, k) => {
    const view = new DataView(file.buffer, k * 512, 512);
    const words = [0x0a324655, 0x9e5d5157, 0x2000, address, data.length, k, blocks.length, 0xe48bff56];
    words.forEach((word, at) => view.setUint32(4 * at, word, true));
    file.set(data, k * 512 + 32);
    view.setUint32(508, 0x0ab16f30, true);
  });
  change?.(new DataView(file.buffer));
  return file;
}

/** An ELF file with one program header per segment. */
function elf(segments: { physical: number; virtual: number; data: Uint8Array; type?: number }[]): Uint8Array {
  const dataAt = 52 + 32 * segments.length;
  const file = new Uint8Array(dataAt + segments.reduce((sum, { data }) => sum + data.length, 0));
  const view = new DataView(file.buffer);
  file.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  view.setUint16(18, 40, true);
  view.setUint32(28, 52, true);
  view.setUint16(42, 32, true);
  view.setUint16(44, segments.length, true);
  let at = dataAt;
  segments.forEach(({ physical, virtual, data, type = 1 }, k) => {
    const words = [type, at, virtual, physical, data.length, data.length + 64];
    words.forEach((word, n) => view.setUint32(52 + 32 * k + 4 * n, word, true));
    file.set(data, at);
    at += data.length;
  });
  return file;
}

describe('the checksum of the second stage', () => {
  it('is CRC-32/MPEG-2: its published check value', () => {
    expect(plainCrc32(new TextEncoder().encode('123456789'))).toBe(0x0376e6e7);
  });

  it('equals what zlib makes of the mirrored bits', () => {
    const mirror = (value: number, bits: number): number =>
      parseInt(value.toString(2).padStart(bits, '0').split('').reverse().join(''), 2);
    for (const seed of [0, 1, 200]) {
      const data = bytes(256, seed);
      const mirrored = Uint8Array.from(data.subarray(0, 252), (byte) => mirror(byte, 8));
      expect(boot2Crc(data)).toBe(mirror(~crc32(mirrored) >>> 0, 32));
    }
  });

  it('seals and judges', () => {
    const sealed = sealBoot2(bytes(72, 3));
    expect(() => checkBoot2(sealed)).not.toThrow();
    sealed[10]! ^= 1;
    expect(() => checkBoot2(sealed)).toThrow(/a chip would refuse it/);
    expect(() => checkBoot2(sealed.subarray(0, 200))).toThrow(FirmwareImageError);
    expect(() => sealBoot2(bytes(253, 0))).toThrow(RangeError);
  });
});

describe('firmware files', () => {
  const data = bytes(700, 9);
  const block = data.subarray(0, 256);

  it('UF2, ELF and a raw image give the same flash', () => {
    const parts = [0, 256, 512].map((at) => ({ address: FLASH + at, data: data.subarray(at, at + 256) }));
    expect(readFirmwareImage(uf2(parts))).toEqual(data);
    expect(readFirmwareImage(data)).toEqual(data);
    const split = elf([
      { physical: FLASH + 300, virtual: 0x20000000, data: data.subarray(300) },
      { physical: FLASH, virtual: FLASH, data: data.subarray(0, 300) },
      { physical: 0, virtual: 0, data: bytes(8, 0), type: 6 },
    ]);
    expect(readFirmwareImage(split)).toEqual(data);
  });

  it('fills gaps like erased flash', () => {
    const flash = readFirmwareImage(uf2([0, 512].map((at) => ({ address: FLASH + at, data: bytes(256, at & 1) }))));
    expect(flash.length).toBe(768);
    expect(flash.subarray(256, 512).every((byte) => byte === 0xff)).toBe(true);
  });

  it.each<[string, Uint8Array, RegExp]>([
    [
      'a cut UF2 file',
      uf2([0, 256].map((at) => ({ address: FLASH + at, data: block }))).subarray(0, 600),
      /multiple of 512/,
    ],
    ['a lost block', uf2([{ address: FLASH, data: block }], (v) => v.setUint32(24, 2, true)), /block 0 of 2/],
    ['a wrong end', uf2([{ address: FLASH, data: block }], (v) => v.setUint32(508, 0, true)), /no magic/],
    ['a payload too long', uf2([{ address: FLASH, data: block }], (v) => v.setUint32(16, 477, true)), /477 bytes/],
    ['another chip', uf2([{ address: FLASH, data: block }], (v) => v.setUint32(28, 0x12345678, true)), /another chip/],
    ['an address outside flash', uf2([{ address: 0x20000000, data: bytes(16, 0) }]), /not flash/],
    ['no data', new Uint8Array(0), /no data/],
    ['a truncated ELF', elf([{ physical: FLASH, virtual: FLASH, data }]).subarray(0, 300), /truncated/],
    [
      'overlapping segments',
      elf([
        { physical: FLASH, virtual: FLASH, data },
        { physical: FLASH + 8, virtual: FLASH, data },
      ]),
      /two things/,
    ],
  ])('refuses %s', (_name, file, message) => {
    const read = (): Uint8Array => readFirmwareImage(file);
    expect(read).toThrow(FirmwareImageError);
    expect(read).toThrow(message);
  });

  it('refuses an ELF file for another machine', () => {
    const file = elf([{ physical: FLASH, virtual: FLASH, data }]);
    file[18] = 62;
    expect(() => readFirmwareImage(file)).toThrow(/ARM/);
  });
});
