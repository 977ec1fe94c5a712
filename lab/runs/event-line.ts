import { checkNumber } from '../../base/index.js';
import { crc32 } from '../../proto/index.js';
import { DEEPEST_JSON, isTooDeep } from './json-depth.js';

/** An event as a run folder keeps it. */
export interface StoredEvent {
  /** Number of the event in its run, from 0 without holes. */
  readonly seq: number;
  /** When it was stored, ISO 8601 with offset. */
  readonly time: string;
  readonly event: RunEvent;
}

/** Anything with a type and plain JSON values. */
export interface RunEvent {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Longest line, bytes: larger data belongs into an artifact. */
export const LONGEST_LINE = 16 * 2 ** 20;

const CRC_KEY = ',"crc":"';
/** `,"crc":"0123abcd"}` at the end of every line. */
const TAIL_LENGTH = CRC_KEY.length + 8 + 2;
const utf8 = new TextEncoder();

function crcOf(text: string): string {
  return crc32(utf8.encode(text)).toString(16).padStart(8, '0');
}

function plain(this: unknown, key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (ArrayBuffer.isView(value))
    throw new TypeError(`event field "${key}" holds binary data; write it as an artifact instead`);
  return value;
}

/**
 * One line of the event log, newline included: JSON whose last key is the CRC-32 of the line's text before it. A number that does not
 * exist (NaN, ±Infinity) is stored as null.
 *
 * @throws RangeError for an event too long for a line, or nested too deep to be read back; TypeError for binary data
 */
export function encodeEventLine(stored: StoredEvent): string {
  checkNumber('seq', stored.seq, { min: 0, integer: true });
  const { seq, time, event } = stored;
  const body = JSON.stringify({ seq, time, event }, plain).slice(0, -1);
  if (body.length > LONGEST_LINE / 4) {
    throw new RangeError(
      `an event must stay below ${LONGEST_LINE / 4} characters, got ${body.length}; write the data as an artifact`,
    );
  }
  if (isTooDeep(body)) throw new RangeError(`an event must not be nested deeper than ${DEEPEST_JSON} levels`);
  return `${body}${CRC_KEY}${crcOf(body)}"}\n`;
}

/** Reads a line (without its newline) back; undefined when it is torn, damaged, no event, or nested too deep. */
export function decodeEventLine(line: string): StoredEvent | undefined {
  const cut = line.length - TAIL_LENGTH;
  if (cut <= 0 || !line.startsWith(CRC_KEY, cut) || !line.endsWith('"}')) return undefined;
  const body = line.slice(0, cut);
  if (crcOf(body) !== line.slice(cut + CRC_KEY.length, -2) || isTooDeep(body)) return undefined;
  try {
    const { seq, time, event } = JSON.parse(line) as StoredEvent;
    const whole = Number.isSafeInteger(seq) && typeof time === 'string' && typeof event.type === 'string';
    return whole ? { seq, time, event } : undefined;
  } catch {
    return undefined;
  }
}
