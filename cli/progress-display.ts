import type { MultiBar, SingleBar } from 'cli-progress';
import { formatDuration, type Progress } from '../base/index.js';
import type { Console } from './console.js';

/** Seconds between two lines where there is no terminal to redraw. */
const PLAIN_INTERVAL_S = 5;

/** Shows how far a command is. */
export interface ProgressDisplay {
  /** Characters that a line of status may have. */
  readonly statusWidth: number;
  update(progress: Progress & { readonly note?: string }, status: readonly string[]): void;
  /** A line that stays; above the bar where there is one. */
  note(line: string): void;
  /** Ends the display, leaving the last state on screen. Harmless when called again. */
  close(): void;
}

/** A bar that redraws itself on a terminal, a plain line every few seconds anywhere else. */
export async function openProgress(out: Console): Promise<ProgressDisplay> {
  if (out.stderr.isTTY !== true) return new PlainProgress(out);
  const { MultiBar } = await import('cli-progress');
  const bars = new MultiBar({
    format: ' {bar} {percentage}%  {text}',
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
  return new BarProgress(bars);
}

class BarProgress implements ProgressDisplay {
  readonly statusWidth = 78;
  readonly #bars: MultiBar;
  #bar: SingleBar | undefined;
  readonly #status: SingleBar[] = [];
  #closed = false;

  constructor(bars: MultiBar) {
    this.#bars = bars;
  }

  update(progress: Progress & { readonly note?: string }, status: readonly string[]): void {
    if (this.#closed) return;
    const { done, total = 0 } = progress;
    const text = progressText(progress);
    this.#bar ??= this.#bars.create(total, done, { text });
    // Further rows of the display are bars without a bar.
    while (this.#status.length < status.length) {
      this.#status.push(this.#bars.create(1, 0, { text: '' }, { format: ' {text}' }));
    }
    this.#bar.setTotal(total);
    this.#bar.update(done, { text });
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
  readonly statusWidth = Infinity;
  readonly #out: Console;
  #lastS = -Infinity;
  #nowS = 0;
  #pending: string | undefined;

  constructor(out: Console) {
    this.#out = out;
  }

  update(progress: Progress & { readonly note?: string }, status: readonly string[]): void {
    this.#nowS = progress.elapsedS;
    const line = [progressText(progress), ...status].join('  ');
    // A stage that starts over has a time of its own.
    if (this.#nowS >= this.#lastS && this.#nowS - this.#lastS < PLAIN_INTERVAL_S) {
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
    this.#lastS = this.#nowS;
    this.#out.note(line);
  }
}

/** Of things that are counted their number; of time as people write it. */
function amountText(done: number, total: number | undefined, unit: string): string {
  const text = unit === 's' ? formatDuration : String;
  return `${text(done)}${total === undefined ? '' : `/${text(total)}`}${unit === 's' ? '' : ` ${unit}`}`;
}

/** `step 3/50  192/3200 image steps  12.3 s left`. */
function progressText({ done, total, unit, note, etaS, elapsedS }: Progress & { readonly note?: string }): string {
  const left =
    etaS === undefined ? '' : etaS === 0 ? `done in ${formatDuration(elapsedS)}` : `${formatDuration(etaS)} left`;
  return [note ?? '', amountText(done, total, unit), left].filter((part) => part !== '').join('  ');
}
