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

const NEWLINE = 0x0a;

/** A part of a log, in bytes; `from` must be the first of a line. */
export interface LogRange {
  readonly from?: number;
  /** Byte after the last one that is read; default: the end of the file. */
  readonly to?: number;
}

/** Reads a log, or a part of it, line by line in constant memory. @throws FileError */
export async function* scanLog(path: string, { from: begin = 0, to }: LogRange = {}): AsyncGenerator<ScannedLine> {
  if (to !== undefined && to <= begin) return;
  let parts: Buffer[] = [];
  let length = 0;
  let start = begin;
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
  let offset = begin;
  const stream = createReadStream(path, {
    highWaterMark: 256 * 1024,
    start: begin,
    ...(to === undefined ? {} : { end: to - 1 }),
  });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        length += at - from;
        parts.push(chunk.subarray(from, at));
        yield take(offset + at + 1, true);
        from = at + 1;
      }
      length += chunk.length - from;
      if (length <= LONGEST_LINE) parts.push(chunk.subarray(from));
      offset += chunk.length;
    }
  } catch (cause) {
    throw fileError('read', path, cause);
  } finally {
    stream.destroy();
  }
  if (start < offset) yield take(offset, false);
}
