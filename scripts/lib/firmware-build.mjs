// From the firmware's sources to files that a board takes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FLASH_BASE = 0x10000000;
const BOOT2_BYTES = 256;
const UF2 = { block: 512, payload: 256, begin: [0x0a324655, 0x9e5d5157], end: 0x0ab16f30, familyPresent: 0x2000 };
/** Family of the RP2040. */
const FAMILY = 0xe48bff56;

/** What is built when nobody says what. */
export const DEFAULT_APPLICATION = 'product';
/** Folders whose headers an application may include, and the platform. */
const SHARED = ['boot', 'hal', 'core', 'gen', 'third-party'];

/** Folders that a build of an application needs, from the firmware's own. */
export function sourceFolders(firmware, application) {
  return existsSync(join(firmware, application)) ? [...SHARED, application] : SHARED;
}

/** @returns {string | undefined} version of the cross compiler, if there is one */
export function compilerVersion() {
  const { status, stdout } = spawnSync('arm-none-eabi-gcc', ['-dumpfullversion'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** CRC-32/MPEG-2 of the first 252 bytes, which the mask ROM checks (RP2040 datasheet, section 2.8.1.3.1). */
export function sealBoot2(image) {
  let crc = 0xffffffff;
  for (const byte of image.subarray(0, BOOT2_BYTES - 4)) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  image.writeUInt32LE(crc >>> 0, BOOT2_BYTES - 4);
}

/** A raw image as UF2: 256 bytes in each block of 512. */
export function uf2(image) {
  const blocks = Math.ceil(image.length / UF2.payload);
  const file = Buffer.alloc(blocks * UF2.block);
  for (let k = 0; k < blocks; k++) {
    const at = k * UF2.block;
    [...UF2.begin, UF2.familyPresent, FLASH_BASE + k * UF2.payload, UF2.payload, k, blocks, FAMILY].forEach((word, i) =>
      file.writeUInt32LE(word, at + 4 * i),
    );
    image.copy(file, at + 32, k * UF2.payload, (k + 1) * UF2.payload);
    file.writeUInt32LE(UF2.end, at + UF2.block - 4);
  }
  return file;
}

/**
 * Runs make, seals and packs.
 * @param {{ folder: string, application: string, out: string }} options folder of the Makefile, what goes on top, where to put the files
 */
export function buildFirmware({ folder, application, out }) {
  mkdirSync(out, { recursive: true });
  const made = spawnSync('make', ['-s', '-C', folder, `OUT=${out}`, `APPLICATION=${application}`], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`the firmware does not build:\n${made.stdout}${made.stderr}`);
  const image = readFileSync(join(out, 'firmware.bin'));
  sealBoot2(image);
  writeFileSync(join(out, 'firmware.bin'), image);
  const packed = uf2(image);
  const path = join(out, 'firmware.uf2');
  writeFileSync(path, packed);
  return {
    elf: join(out, 'firmware.elf'),
    uf2: path,
    bytes: packed,
    sha256: createHash('sha256').update(packed).digest('hex'),
    frames: stackFrames(out),
  };
}

/** Stack of each function by itself, deepest first. */
function stackFrames(out) {
  return readdirSync(out, { recursive: true })
    .filter((name) => name.endsWith('.su'))
    .flatMap((name) => readFileSync(join(out, name), 'utf8').trim().split('\n'))
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [place, bytes] = line.split('\t');
      return { name: place.slice(place.lastIndexOf(':') + 1), bytes: Number(bytes) };
    })
    .sort((a, b) => b.bytes - a.bytes || a.name.localeCompare(b.name));
}
