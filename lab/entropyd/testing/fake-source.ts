import { BoardLostError, HealthError } from '../../../base/index.js';
import type { BoardKind } from '../../../firmware-host/host/index.js';
import type { EntropySource, OpenSource, SourceEvents, SourceState } from '../source.js';

/** A source by hand, for what no board does on demand. */
export class FakeSource implements EntropySource {
  readonly identity;
  readonly minEntropyPerBit = 1;
  readonly counters = {
    rawBits: 0,
    creditedBits: 0,
    outputBytes: 0,
    intermittent: 0,
    permanent: 0,
    startups: 1,
    lostBlocks: 0,
  };
  state: SourceState = 'starting';
  closed = false;
  /** Pieces that were asked for. */
  asked = 0;
  readonly #events: SourceEvents;
  readonly #pieces: Uint8Array[] = [];
  #end: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(serial: string, events: SourceEvents, kind: BoardKind = 'real', bootId = 1) {
    this.identity = { kind, serial, bootId, name: 'fake' };
    this.#events = events;
  }

  get notEntropy(): boolean {
    return this.identity.kind !== 'real';
  }

  /** The board delivers. */
  give(...pieces: Uint8Array[]): void {
    this.#pieces.push(...pieces);
    this.#wake?.();
  }

  /** The health tests say something. */
  turn(state: SourceState, cause = 'a test'): void {
    this.state = state;
    this.#events.onState(state, cause);
    if (state === 'failed') this.lose(new HealthError(cause));
  }

  /** The stream ends. */
  lose(error: Error): void {
    this.#end = error;
    this.#wake?.();
    if (error instanceof BoardLostError) this.#events.onLost();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (this.#end !== undefined) throw this.#end;
      const piece = this.#pieces.shift();
      if (piece === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
      else {
        this.asked++;
        yield piece;
      }
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.lose(new Error('closed'));
  }
}

/** A world in which every URI opens a {@link FakeSource} named after it; `fail` may refuse. */
export function fakeWorld(
  options: {
    kind?: (uri: string) => BoardKind;
    bootId?: (uri: string) => number;
    fail?: (uri: string) => Error | undefined;
  } = {},
): { open: OpenSource; opened: FakeSource[]; last: (serial: string) => FakeSource } {
  const opened: FakeSource[] = [];
  return {
    opened,
    last: (serial) => {
      const found = opened.findLast(({ identity }) => identity.serial === serial);
      if (found === undefined) throw new Error(`${serial} was never opened`);
      return found;
    },
    open: async (uri, events, signal) => {
      signal.throwIfAborted();
      const failure = options.fail?.(uri);
      if (failure !== undefined) throw failure;
      const source = new FakeSource(
        uri.replace(/^[^:]*:/, '').replace(/#.*$/, ''),
        events,
        options.kind?.(uri) ?? 'real',
        options.bootId?.(uri) ?? 1,
      );
      opened.push(source);
      signal.addEventListener('abort', () => source.lose(new DOMException('stopped', 'AbortError')), { once: true });
      return source;
    },
  };
}

/** Lets everything that is due happen. */
export async function settle(turns = 20): Promise<void> {
  for (let k = 0; k < turns; k++) await new Promise((resolve) => setImmediate(resolve));
}
