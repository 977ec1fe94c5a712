import { createReadStream } from 'node:fs';
import { decodeEventLine, LONGEST_LINE, type StoredEvent } from './event-line.js';
import { fileError } from './file-errors.js';

/** A line of the log: an event, or undefined where the line is torn or damaged. */
export interface ScannedLine {
  readonly event: StoredEvent | undefined;
  /** Byte offset of its first byte, and of the byte after its newline. */
  readonly start: number;
  readonly end: number;
  /** Whether a newline ends it; only the last line can be without. */
  readonly complete: boolean;
}

/** Which part of a log to read. */
export interface ScanOptions {
  /** Byte offset of the beginning of a line; default 0. */
  readonly from?: number;
  /** Byte offset to stop before; default the end of the file. */
  readonly to?: number;
  /** Rejects with the signal's reason when it fires. */
  readonly signal?: AbortSignal;
}

const NEWLINE = 0x0a;
/** Bytes that are taken apart at once: a few milliseconds of work, since others wait for the thread meanwhile. */
const CHUNK_BYTES = 64 * 1024;

/** Reads a log line by line in constant memory. @throws FileError; the signal's reason */
export async function* scanLog(path: string, { from = 0, to, signal }: ScanOptions = {}): AsyncGenerator<ScannedLine> {
  signal?.throwIfAborted();
  if (to !== undefined && to <= from) return;
  let parts: Buffer[] = [];
  let length = 0;
  let start = from;
  const take = (end: number, complete: boolean): ScannedLine => {
    // A line longer than any that was ever written is damage; its bytes have not been kept.
    const event =
      complete && length <= LONGEST_LINE ? decodeEventLine(Buffer.concat(parts).toString('utf8')) : undefined;
    const line = { event, start, end, complete };
    parts = [];
    length = 0;
    start = end;
    return line;
  };
  let offset = from;
  const range = { start: from, ...(to === undefined ? {} : { end: to - 1 }) };
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES, ...range });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      let at = 0;
      for (let newline = chunk.indexOf(NEWLINE); newline >= 0; newline = chunk.indexOf(NEWLINE, at)) {
        length += newline - at;
        parts.push(chunk.subarray(at, newline));
        yield take(offset + newline + 1, true);
        at = newline + 1;
      }
      length += chunk.length - at;
      if (length <= LONGEST_LINE) parts.push(chunk.subarray(at));
      offset += chunk.length;
    }
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw fileError('read', path, cause);
  } finally {
    stream.destroy();
  }
  if (start < offset) yield take(offset, false);
}
