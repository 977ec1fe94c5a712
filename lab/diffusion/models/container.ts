import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { DataError, FileError } from '../../../base/index.js';

/**
 * The file format of models and reference statistics: `SPDM`, a version byte, three zero bytes, the header's length
 * (u32, little-endian), the header (JSON, padded with spaces to a multiple of four), and float32 numbers, little-endian.
 * The header names the number of floats and their SHA-256, so a cut or altered file is told from a good one.
 */
const MAGIC = 'SPDM';
const VERSION = 1;
const PREFIX = 12;

/** A decoded container. */
export interface Container {
  readonly header: Record<string, unknown>;
  readonly values: Float32Array;
}

/** Bytes of a container. */
export function encodeContainer(header: Record<string, unknown>, values: Float32Array): Uint8Array {
  const body = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  const full = { ...header, floats: values.length, sha256: sha256(body) };
  let json = JSON.stringify(full);
  while (Buffer.byteLength(json) % 4 !== 0) json += ' ';
  const head = Buffer.from(json);
  const prefix = Buffer.alloc(PREFIX);
  prefix.write(MAGIC, 0, 'latin1');
  prefix[4] = VERSION;
  prefix.writeUInt32LE(head.length, 8);
  return Buffer.concat([prefix, head, body]);
}

/** @throws DataError that names what is wrong with the file and what to do */
export function decodeContainer(bytes: Uint8Array, name: string): Container {
  const nextStep =
    'give a file that spindrift train wrote, or leave the option out to use the one that comes with Spindrift';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fail = (what: string): never => {
    throw new DataError(`${name} ${what}`, { nextStep });
  };
  if (buffer.length < PREFIX || buffer.toString('latin1', 0, 4) !== MAGIC) return fail('is not a Spindrift model file');
  if (buffer[4] !== VERSION) return fail(`has format version ${buffer[4]}; this program reads version ${VERSION}`);
  const length = buffer.readUInt32LE(8);
  if (buffer.length < PREFIX + length) return fail('ends inside its header');
  let header: Record<string, unknown>;
  try {
    header = JSON.parse(buffer.toString('utf8', PREFIX, PREFIX + length)) as Record<string, unknown>;
  } catch {
    return fail('has a header that is not JSON');
  }
  const body = buffer.subarray(PREFIX + length);
  if (body.length !== Number(header['floats']) * 4) {
    return fail(`holds ${body.length} bytes of parameters; its header says ${String(header['floats'])} floats`);
  }
  if (sha256(body) !== header['sha256']) return fail('is damaged: its checksum does not match');
  const values = new Float32Array(body.length / 4);
  new Uint8Array(values.buffer).set(body);
  return { header, values };
}

/** @throws FileError when the file cannot be read, DataError when it is not a good container */
export async function readContainer(path: string): Promise<Container> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new FileError(`cannot read ${path}`, { cause, nextStep: 'check the path and its permissions' });
  }
  return decodeContainer(bytes, path);
}

/** Writes through a temporary file, so that a reader never sees half of it. @throws FileError */
export async function writeContainer(
  path: string,
  header: Record<string, unknown>,
  values: Float32Array,
): Promise<void> {
  const temporary = `${path}.part`;
  try {
    await writeFile(temporary, encodeContainer(header, values));
    await rename(temporary, path);
  } catch (cause) {
    throw new FileError(`cannot write ${path}`, {
      cause,
      nextStep: 'choose a folder that exists and that you may write to',
    });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
