import type { Writable } from 'node:stream';
import { failureLine, type Failure } from './failure.js';

/** Where a command writes to; the tests give their own. */
export interface Streams {
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

/**
 * What a command says. Results go to standard output, once; everything else (progress, notes, warnings, failures) goes to
 * standard error. With `json` the result is one JSON document and standard output carries nothing else.
 */
export class Console {
  readonly json: boolean;
  readonly verbose: boolean;
  readonly #streams: Streams;

  constructor(streams: Streams, options: { readonly json: boolean; readonly verbose: boolean }) {
    this.#streams = streams;
    this.json = options.json;
    this.verbose = options.verbose;
  }

  /** The same streams with other options, where they are found only later on the line. */
  static like(other: Console, options: { readonly json?: boolean; readonly verbose?: boolean }): Console {
    return new Console(other.#streams, {
      json: other.json || options.json === true,
      verbose: other.verbose || options.verbose === true,
    });
  }

  get stderr(): Streams['stderr'] {
    return this.#streams.stderr;
  }

  /** For bytes that are the result themselves; see {@link result} for all others. */
  get stdout(): Streams['stdout'] {
    return this.#streams.stdout;
  }

  /** Writes the result: `value` as JSON, or `text` for people. */
  result(value: unknown, text: () => string): void {
    this.#streams.stdout.write(`${this.json ? JSON.stringify(value, plainNumbers, 2) : text().trimEnd()}\n`);
  }

  /** Writes text to standard output as it is: help that was asked for. */
  text(text: string): void {
    this.#streams.stdout.write(text);
  }

  /** A line for people beside the result. */
  note(line: string): void {
    this.#streams.stderr.write(`${line}\n`);
  }

  /** A line that only --verbose shows. */
  detail(line: string): void {
    if (this.verbose) this.note(line);
  }

  /** Reports a failure: a line for people and, with `json`, an object for programs. */
  failure(failure: Failure): void {
    const { trace, ...shown } = failure;
    this.note(`error: ${failureLine(failure)}`);
    if (this.verbose) this.note(trace);
    if (this.json) this.#streams.stdout.write(`${JSON.stringify({ error: shown }, plainNumbers, 2)}\n`);
  }
}

/** JSON knows neither NaN nor infinity, and typed arrays would become objects. */
function plainNumbers(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as ArrayLike<number>);
  return value;
}
