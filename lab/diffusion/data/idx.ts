import { readFile } from 'node:fs/promises';
import { DataError, FileError } from '../../../base/index.js';

/** An IDX file of unsigned bytes (the format of the MNIST family): dimensions and values in file order. */
export interface IdxArray {
  readonly dimensions: readonly number[];
  readonly values: Uint8Array;
}

/**
 * Parses IDX: two zero bytes, type 0x08 (unsigned byte), number of dimensions, big-endian sizes, values.
 * @throws DataError naming what is wrong
 */
export function parseIdx(bytes: Uint8Array, name = 'IDX data'): IdxArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0 || bytes[2] !== 8) {
    throw new DataError(`${name} is not an IDX file of unsigned bytes`, {
      nextStep: 'check that the file is complete and uncompressed',
    });
  }
  const rank = bytes[3] ?? 0;
  const dimensions: number[] = [];
  let count = 1;
  for (let i = 0; i < rank; i++) {
    if (bytes.length < 8 + 4 * i) throw new DataError(`${name} ends inside its header`);
    const size = view.getUint32(4 + 4 * i);
    dimensions.push(size);
    count *= size;
  }
  const start = 4 + 4 * rank;
  if (bytes.length !== start + count) {
    throw new DataError(`${name} holds ${bytes.length - start} values; its header says ${count}`, {
      nextStep: 'fetch the file again: it is cut or padded',
    });
  }
  return { dimensions, values: bytes.subarray(start) };
}

/** Reads an IDX file. @throws FileError when it cannot be read, DataError when it is malformed */
export async function readIdx(path: string): Promise<IdxArray> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new FileError(`cannot read ${path}`, { cause, nextStep: 'check the path and its permissions' });
  }
  return parseIdx(bytes, path);
}

/** Bytes of an IDX file of unsigned bytes. @throws RangeError when the values do not fill the dimensions */
export function encodeIdx({ dimensions, values }: IdxArray): Uint8Array {
  const count = dimensions.reduce((a, b) => a * b, 1);
  if (values.length !== count) throw new RangeError(`${values.length} values do not fill ${dimensions.join(' x ')}`);
  const bytes = new Uint8Array(4 + 4 * dimensions.length + count);
  const view = new DataView(bytes.buffer);
  bytes[2] = 8;
  bytes[3] = dimensions.length;
  dimensions.forEach((size, i) => {
    view.setUint32(4 + 4 * i, size);
  });
  bytes.set(values, 4 + 4 * dimensions.length);
  return bytes;
}
