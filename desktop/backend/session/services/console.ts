import { abortError } from '../../../../base/index.js';
import { FRAME_HEADER_BYTES } from '../../../../proto/index.js';
import { traceText, type TraceRecord } from '../../../../firmware-host/host/index.js';
import type { ConsoleFilter, consoleApi, ConsoleNews } from '../../../rpc/api/console.js';
import type { Handlers } from '../../../rpc/define.js';
import { frameSummary } from '../frame-summary.js';
import type { SessionContext } from '../session-context.js';
import type { SessionTrace } from '../session-trace.js';

/** Frames are gathered for this long, seconds. */
const GATHER_S = 0.05;
/** Frames of an item; beyond them the older ones are left out, for nobody reads so fast. */
const MOST_AT_ONCE = 500;
/** Frames of the first items: all that are kept. */
const MOST_AT_FIRST = 10_000;
/** Counts are told at least this often while nothing matches, seconds. */
const COUNTS_S = 0.5;
/** Lines of an exported item. */
const LINES = 250;

/** The protocol of a board, frame by frame. */
export function consoleHandlers(context: SessionContext): Handlers<typeof consoleApi> {
  const trace = (board: string): SessionTrace => context.board(board).trace;
  return {
    'console.watch': ({ board, filter, after }, { signal }) => watch(context, trace(board), filter, after, signal),
    'console.frame': ({ board, number }) => {
      const record = trace(board).ring.get(number);
      if (record === undefined) return null;
      const head = record.head();
      const payloadBytes = Math.max(0, head.bytes - FRAME_HEADER_BYTES);
      return { head, body: record.body(), payload: record.payload.slice(), payloadBytes };
    },
    'console.export': ({ board, filter }, { signal }) => exported(trace(board), filter, signal),
    'console.clear': ({ board }) => {
      trace(board).ring.clear();
      return null;
    },
  };
}

async function* watch(
  { clock }: SessionContext,
  trace: SessionTrace,
  filter: ConsoleFilter,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<ConsoleNews, void, undefined> {
  const { ring } = trace;
  const began = ring.began.toISOString();
  const news = (records: readonly TraceRecord[], skipped: number): ConsoleNews => ({
    began,
    frames: records.map((record) => ({ ...record.head(), summary: frameSummary(record.body()) })),
    skipped,
    oldest: ring.seen - ring.size + 1,
    counts: trace.counts(),
  });
  let seen = after;
  let first = true;
  let toldS = -Infinity;
  for (;;) {
    if (signal.aborted) throw abortError(signal.reason);
    const now = ring.seen;
    const found = now > seen ? ring.find(filter, seen) : [];
    seen = Math.max(seen, now);
    const shown = found.slice(-(first ? MOST_AT_FIRST : MOST_AT_ONCE));
    let skipped = found.length - shown.length;
    for (let k = 0; k < shown.length; k += MOST_AT_ONCE) {
      yield news(shown.slice(k, k + MOST_AT_ONCE), skipped);
      skipped = 0;
    }
    if (shown.length > 0) toldS = clock.now();
    else if (first || clock.now() - toldS >= COUNTS_S) {
      toldS = clock.now();
      yield news([], 0);
    }
    first = false;
    await clock.sleep(GATHER_S, signal);
  }
}

async function* exported(
  { ring }: SessionTrace,
  filter: ConsoleFilter,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const records = ring.find(filter);
  const began = ring.began.getTime();
  for (let k = 0; k < records.length; k += LINES) {
    if (signal.aborted) throw abortError(signal.reason);
    yield records
      .slice(k, k + LINES)
      .map((record) => line(record, began))
      .join('');
  }
}

/** A frame as a line of JSON: what the list shows, the time of day, the content, the bytes that were kept. */
function line(record: TraceRecord, beganMs: number): string {
  const time = new Date(beganMs + record.timeS * 1000).toISOString();
  // The text is the name and the content as JSON with bytes in hexadecimal.
  const content: unknown = JSON.parse(traceText(record).slice(record.name.length + 1));
  const payload = Buffer.from(record.payload).toString('hex');
  return `${JSON.stringify({ ...record.head(), time, content, payload })}\n`;
}
