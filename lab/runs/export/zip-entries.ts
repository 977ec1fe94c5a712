import type { FileHandle } from 'node:fs/promises';
import { DataError } from '../../../base/index.js';

/**
 * The directory of a zip file, which is at its end. Reading by it, and not by what looks like a header on the way, is what makes an entry
 * that holds such bytes harmless. Layout: PKWARE, .ZIP File Format Specification (APPNOTE) 6.3, sections 4.3.7, 4.3.12, 4.3.16.
 */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its own header begins. */
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const HEADER_BYTES = 30;
/** A comment of an archive is never longer. */
const LONGEST_COMMENT = 65_535;
/** Flag of an entry that is encrypted. */
const ENCRYPTED = 1;

function damaged(why: string): DataError {
  return new DataError(`this is no whole .spin file: ${why}`, { nextStep: 'Copy or download the file again.' });
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw damaged('it ends too early');
  return buffer;
}

/**
 * Reads the directory.
 * @param most entries that are borne
 * @throws DataError for anything that is not a plain zip file
 */
export async function readZipEntries(file: FileHandle, most: number): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  if (size < END_BYTES) throw damaged('it is too short');
  const tail = await readAt(
    file,
    Math.max(0, size - END_BYTES - LONGEST_COMMENT),
    Math.min(size, END_BYTES + LONGEST_COMMENT),
  );
  let at = tail.length - END_BYTES;
  while (at >= 0 && tail.readUInt32LE(at) !== END_SIGNATURE) at -= 1;
  if (at < 0) throw damaged('its directory is missing');
  const [count, length, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (count > most) throw damaged(`it has ${count} entries, more than ${most}`);
  if (offset + length > size) throw damaged('its directory is damaged');
  const directory = await readAt(file, offset, length);
  const entries: ZipEntry[] = [];
  let from = 0;
  for (let i = 0; i < count; i++) {
    if (from + ENTRY_BYTES > length || directory.readUInt32LE(from) !== ENTRY_SIGNATURE)
      throw damaged('its directory is damaged');
    const nameBytes = directory.readUInt16LE(from + 28);
    const more = directory.readUInt16LE(from + 30) + directory.readUInt16LE(from + 32);
    if ((directory.readUInt16LE(from + 8) & ENCRYPTED) !== 0) throw damaged('it is encrypted');
    entries.push({
      name: directory.toString('utf8', from + ENTRY_BYTES, from + ENTRY_BYTES + nameBytes),
      method: directory.readUInt16LE(from + 10),
      packedBytes: directory.readUInt32LE(from + 20),
      bytes: directory.readUInt32LE(from + 24),
      headerAt: directory.readUInt32LE(from + 42),
    });
    from += ENTRY_BYTES + nameBytes + more;
  }
  return entries;
}

/** Where the packed bytes of an entry begin. @throws DataError */
export async function dataStart(file: FileHandle, { headerAt, name }: ZipEntry): Promise<number> {
  const header = await readAt(file, headerAt, HEADER_BYTES);
  if (header.readUInt32LE(0) !== HEADER_SIGNATURE) throw damaged(`the header of ${name} is damaged`);
  return headerAt + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}
