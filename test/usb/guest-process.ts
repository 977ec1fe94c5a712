/** A program that runs in the guest, as a test sees it. */
import { fromBase64 } from './json-lines.js';
import type { Report } from './messages.js';

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as it is. */
  readonly bytes: Buffer;
}

/** What a process does through its guest. */
export interface ProcessControl {
  input(bytes: Uint8Array | undefined, end: boolean): void;
  kill(signal: NodeJS.Signals): void;
}

export class GuestProcess {
  readonly #title: string;
  readonly #control: ProcessControl;
  readonly #out: Buffer[] = [];
  readonly #err: Buffer[] = [];
  #end: { code: number | null; signal: NodeJS.Signals | null } | Error | undefined;
  /** Who waits; several may. */
  #waiting: (() => void)[] = [];
  #onOutput: ((bytes: Buffer) => void) | undefined;

  constructor(title: string, control: ProcessControl) {
    this.#title = title;
    this.#control = control;
  }

  get stdout(): string {
    return Buffer.concat(this.#out).toString();
  }

  get stderr(): string {
    return Buffer.concat(this.#err).toString();
  }

  /** Hands standard output on as it comes, besides keeping it. */
  onOutput(listener: (bytes: Buffer) => void): void {
    this.#onOutput = listener;
  }

  /** @returns whether the program has ended */
  take(report: Report): boolean {
    if ('out' in report) {
      const bytes = fromBase64(report.out);
      this.#out.push(bytes);
      this.#onOutput?.(bytes);
    } else if ('err' in report) this.#err.push(fromBase64(report.err));
    else if ('exit' in report) this.#end = { code: report.exit, signal: report.signal };
    else if ('error' in report) this.#end ??= new Error(report.error);
    this.#changed();
    return 'exit' in report;
  }

  write(bytes: Uint8Array | string): void {
    this.#control.input(Buffer.from(bytes), false);
  }

  endInput(): void {
    this.#control.input(undefined, true);
  }

  /** Signals the program and all it has started. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.#control.kill(signal);
  }

  /** Resolves when the program has ended; after `limitS` it is killed and this rejects. */
  async ended(limitS = 60): Promise<Ended> {
    await this.until(() => this.#end !== undefined, limitS);
    if (this.#end instanceof Error) throw this.#end;
    return { ...this.#end!, stdout: this.stdout, stderr: this.stderr, bytes: Buffer.concat(this.#out) };
  }

  /**
   * Waits for something in what the program has printed; rejects if it ends or takes too long first.
   * @param pollMs for what changes without a word of the program's
   */
  async until(condition: () => boolean, limitS = 60, pollMs?: number): Promise<void> {
    const end = performance.now() + limitS * 1000;
    const limit = setTimeout(() => this.#changed(), limitS * 1000 + 1);
    const poll = pollMs === undefined ? undefined : setInterval(() => this.#changed(), pollMs);
    try {
      while (!condition()) {
        const late = performance.now() >= end;
        if (late) this.kill();
        if (late || this.#end !== undefined)
          throw new Error(
            `${this.#title} ${late ? `takes longer than ${limitS} s` : 'ended'}; it said:\n${this.stdout}\n${this.stderr}`,
          );
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
    } finally {
      clearTimeout(limit);
      clearInterval(poll);
    }
  }

  #changed(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
