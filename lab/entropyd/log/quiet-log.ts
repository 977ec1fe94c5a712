import { pino, type Logger } from 'pino';
import type { Clock, Timer } from '../../../base/index.js';

/** Levels of a line. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Where lines go; a line ends with its line feed. */
export interface LineSink {
  write(line: string): unknown;
}

/** Most messages whose repetition is followed; the oldest is forgotten first. */
const MOST_FOLLOWED = 500;

interface Followed {
  readonly level: LogLevel;
  readonly text: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly timer: Timer;
  repeated: number;
}

/**
 * Lines of JSON that never flood: a message that comes again within `repeatS` is counted, and told once with its count when the time is over. What makes a
 * message the same is its level, its text and its board.
 */
export class QuietLog {
  readonly #pino: Logger;
  readonly #clock: Clock;
  readonly #repeatS: number;
  readonly #followed = new Map<string, Followed>();

  constructor(options: {
    readonly sink: LineSink;
    readonly clock: Clock;
    readonly level: LogLevel;
    /** 0: every message is written. */
    readonly repeatS: number;
  }) {
    this.#clock = options.clock;
    this.#repeatS = options.repeatS;
    this.#pino = pino(
      {
        level: options.level,
        base: { name: 'spindrift-entropyd', pid: process.pid },
        timestamp: () => `,"time":"${options.clock.date().toISOString()}"`,
        formatters: { level: (level) => ({ level }) },
      },
      options.sink,
    );
  }

  log(level: LogLevel, text: string, fields: Readonly<Record<string, unknown>> = {}): void {
    if (this.#repeatS === 0) {
      this.#write(level, text, fields);
      return;
    }
    const key = JSON.stringify([level, text, fields['uri']]);
    const known = this.#followed.get(key);
    if (known !== undefined) {
      known.repeated++;
      return;
    }
    if (this.#followed.size >= MOST_FOLLOWED) this.#forget([...this.#followed.keys()][0]!);
    const timer = this.#clock.setTimer(this.#repeatS, () => this.#forget(key));
    this.#followed.set(key, { level, text, fields, timer, repeated: 0 });
    this.#write(level, text, fields);
  }

  /** What somebody asked for: written whatever was written before. */
  answer(text: string, fields: Readonly<Record<string, unknown>>): void {
    this.#write('info', text, fields);
  }

  /** Tells what is still counted, and follows no more. */
  close(): void {
    for (const key of [...this.#followed.keys()]) this.#forget(key);
  }

  #forget(key: string): void {
    const known = this.#followed.get(key);
    if (known === undefined) return;
    this.#followed.delete(key);
    known.timer.cancel();
    const { level, text, fields, repeated } = known;
    if (repeated > 0) this.#write(level, text, { ...fields, repeated });
  }

  #write(level: LogLevel, text: string, fields: Readonly<Record<string, unknown>>): void {
    this.#pino[level](fields, text);
  }
}
