/** The program's own log: JSON lines for a terminal or a file, and a ring for the page. */
import { pino, type Logger } from 'pino';
import { RingBuffer, type Clock } from '../../base/index.js';
import type { LogLine } from '../rpc/api/index.js';
import { Changes } from './changing.js';

/** Lines kept for pages. */
const MOST_LINES = 10_000;

/** Where JSON lines go. */
export interface LineSink {
  write(line: string): unknown;
}

/** Tells both what happens. */
export class ProgramLog {
  readonly changes = new Changes();
  readonly #clock: Clock;
  readonly #lines = new RingBuffer<LogLine>(MOST_LINES);
  readonly #pino: Logger | undefined;
  #total = 0;

  /** @param sink gets every line as JSON; absent: pages only */
  constructor(clock: Clock, sink?: LineSink) {
    this.#clock = clock;
    this.#pino =
      sink === undefined
        ? undefined
        : pino(
            { base: null, timestamp: () => `,"time":"${clock.date().toISOString()}"` },
            { write: (line: string) => void sink.write(line) },
          );
  }

  write(level: LogLine['level'], text: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.#lines.push({ time: this.#clock.date().toISOString(), level, text });
    this.#total += 1;
    this.#pino?.[level](fields, text);
    this.changes.tell();
  }

  /** Lines written so far. */
  get total(): number {
    return this.#total;
  }

  /** The last `count` lines, oldest first. */
  last(count: number): LogLine[] {
    return [...this.#lines].slice(Math.max(0, this.#lines.length - count));
  }
}
