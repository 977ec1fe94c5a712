import type { MultiBar, SingleBar } from 'cli-progress';
import { formatDuration, ProgressTracker, type Clock, type Progress } from '../base/index.js';
import type { Console } from './console.js';

/** Seconds between two lines where there is no terminal to redraw. */
const PLAIN_INTERVAL_S = 5;

/** Shows how far a command is. */
export interface ProgressDisplay {
  update(done: number, total: number, unit: string, status: readonly string[]): void;
  /** A line that stays; above the bar where there is one. */
  note(line: string): void;
  /** Ends the display, leaving the last state on screen. Harmless when called again. */
  close(): void;
}

/** A bar that redraws itself on a terminal, a plain line every few seconds anywhere else. */
export async function openProgress(out: Console, clock: Clock): Promise<ProgressDisplay> {
  if (out.stderr.isTTY !== true) return new PlainProgress(out, clock);
  const { MultiBar } = await import('cli-progress');
  const bars = new MultiBar({
    format: ' {bar} {percentage}%  {unit} {value}/{total}  {left}',
    stream: process.stderr,
    fps: 8,
    hideCursor: true,
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591',
    barsize: 28,
    // The interrupt handler leaves the array safe first; the library's own would end the process.
    gracefulExit: false,
    emptyOnZero: true,
    forceRedraw: true,
  });
  return new BarProgress(bars, clock);
}

class BarProgress implements ProgressDisplay {
  readonly #bars: MultiBar;
  readonly #tracker: ProgressTracker;
  #bar: SingleBar | undefined;
  readonly #status: SingleBar[] = [];
  #closed = false;

  constructor(bars: MultiBar, clock: Clock) {
    this.#bars = bars;
    this.#tracker = new ProgressTracker({ unit: '', clock });
  }

  update(done: number, total: number, unit: string, status: readonly string[]): void {
    if (this.#closed) return;
    const left = timeText(this.#tracker.update(done, total));
    this.#bar ??= this.#bars.create(total, done, { unit, left });
    // Further rows of the display are bars without a bar.
    while (this.#status.length < status.length) {
      this.#status.push(this.#bars.create(1, 0, { text: '' }, { format: ' {text}' }));
    }
    this.#bar.setTotal(total);
    this.#bar.update(done, { unit, left });
    this.#status.forEach((line, i) => line.update(0, { text: status[i] ?? '' }));
  }

  note(line: string): void {
    this.#bars.log(`${line}\n`);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#bars.stop();
  }
}

class PlainProgress implements ProgressDisplay {
  readonly #out: Console;
  readonly #clock: Clock;
  readonly #tracker: ProgressTracker;
  #lastS = -Infinity;
  #pending: string | undefined;

  constructor(out: Console, clock: Clock) {
    this.#out = out;
    this.#clock = clock;
    this.#tracker = new ProgressTracker({ unit: '', clock });
  }

  update(done: number, total: number, unit: string, status: readonly string[]): void {
    const progress = this.#tracker.update(done, total);
    const line = [`${unit} ${done}/${total}`, timeText(progress), ...status.map((part) => part.trim())]
      .filter((part) => part !== '')
      .join(', ');
    if (this.#clock.now() - this.#lastS < PLAIN_INTERVAL_S) {
      this.#pending = line;
      return;
    }
    this.#show(line);
  }

  note(line: string): void {
    this.#out.note(line);
  }

  close(): void {
    if (this.#pending !== undefined) this.#show(this.#pending);
  }

  #show(line: string): void {
    this.#pending = undefined;
    this.#lastS = this.#clock.now();
    this.#out.note(line);
  }
}

function timeText({ etaS, elapsedS }: Progress): string {
  return etaS === undefined ? '' : etaS === 0 ? `done in ${formatDuration(elapsedS)}` : `${formatDuration(etaS)} left`;
}
