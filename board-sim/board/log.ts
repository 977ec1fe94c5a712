import { type Clock } from '../../base/index.js';
import { spindrift, toU64, type ReplyFields } from '../../proto/index.js';

const { Severity } = spindrift.v1;
type Severity = spindrift.v1.Severity;

/** Lines a second that are sent at most. */
const LINES_PER_S = 20;
const TEXT_BYTES = 120;

/** The board's log as events: chosen by severity, bounded in rate, drops counted. */
export class BoardLog {
  readonly #clock: Clock;
  readonly #boardTimeUs: () => number;
  readonly #send: (fields: ReplyFields) => void;
  level: Severity = Severity.SEVERITY_WARNING;
  #window = 0;
  #lines = 0;
  #dropped = 0;

  constructor(clock: Clock, boardTimeUs: () => number, send: (fields: ReplyFields) => void) {
    this.#clock = clock;
    this.#boardTimeUs = boardTimeUs;
    this.#send = send;
  }

  restart(): void {
    this.level = Severity.SEVERITY_WARNING;
    this.#lines = 0;
    this.#dropped = 0;
  }

  write(level: Severity, module: string, text: string): void {
    if (level < this.level) return;
    const second = Math.floor(this.#clock.now());
    if (second !== this.#window) {
      this.#window = second;
      this.#lines = 0;
    }
    if (++this.#lines > LINES_PER_S) {
      this.#dropped++;
      return;
    }
    this.#send({
      body: 'log',
      log: { level, module, text: text.slice(0, TEXT_BYTES), tUs: toU64(this.#boardTimeUs()), dropped: this.#dropped },
    });
  }
}
