import { Writable } from 'node:stream';
import type { Clock } from '../../base/index.js';
import type { CliWorld } from '../run-cli.js';

/** A world of memory streams and signals that a test sends by hand. */
export class FakeWorld implements CliWorld {
  readonly version = '1.2.3';
  readonly stdout = new MemoryStream();
  readonly stderr = new MemoryStream();
  readonly exits: number[] = [];
  readonly signals = {
    on: (signal: NodeJS.Signals, listener: () => void): void => void this.#listeners.push([signal, listener]),
    removeListener: (signal: NodeJS.Signals, listener: () => void): void => {
      this.#listeners = this.#listeners.filter(([s, l]) => s !== signal || l !== listener);
    },
    exit: (code: number): void => void this.exits.push(code),
  };
  readonly clock?: Clock;
  #listeners: [NodeJS.Signals, () => void][] = [];

  constructor(clock?: Clock) {
    if (clock !== undefined) this.clock = clock;
  }

  /** How many signals are watched. */
  get watched(): number {
    return this.#listeners.length;
  }

  send(signal: NodeJS.Signals): void {
    for (const [name, listener] of [...this.#listeners]) if (name === signal) listener();
  }
}

/** Collects what is written. */
export class MemoryStream extends Writable {
  text = '';

  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
