/** Random bytes of an entropy daemon, for programs. */
import { connect, type Socket } from 'node:net';
import {
  abortError,
  BoardLostError,
  BoardNotFoundError,
  BoardTimeoutError,
  checkNumber,
  systemClock,
  type Clock,
} from '../../base/index.js';

/** Where the daemon listens. */
export type EntropyPlace = { readonly path: string } | { readonly host: string; readonly port: number };

/** How to wait. */
export interface EntropyWait {
  readonly signal?: AbortSignal | undefined;
  /** Longest wait, s. Default 30; Infinity: for ever. */
  readonly timeoutS?: number | undefined;
}

/** Nobody listens there. */
export class EntropyUnavailableError extends BoardNotFoundError {}
/** The daemon ended the connection: its health tests have closed the tap, or it stops. There are no bytes from elsewhere. */
export class EntropyClosedError extends BoardLostError {}
/** The bytes did not come in time; what came is kept for the next read. */
export class EntropyTimeoutError extends BoardTimeoutError {}

const named = { EntropyUnavailableError, EntropyClosedError, EntropyTimeoutError };
for (const [name, type] of Object.entries(named)) Object.defineProperty(type, 'name', { value: name });

const LONGEST_READ = 2 ** 30;

/** A connection to an entropy daemon. Every byte is given to this connection alone. */
export class EntropyClient implements AsyncIterable<Uint8Array> {
  readonly #socket: Socket;
  readonly #place: string;
  readonly #clock: Clock;
  readonly #timeoutS: number;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #rest: Buffer = Buffer.alloc(0);

  /** @internal Use {@link connectEntropy}. */
  constructor(socket: Socket, place: string, clock: Clock, timeoutS: number) {
    this.#socket = socket;
    this.#place = place;
    this.#clock = clock;
    this.#timeoutS = timeoutS;
    socket.on('readable', () => this.#wake?.());
    socket.on('error', (cause) => this.#end(cause));
    socket.on('close', () => this.#end());
  }

  /** False once the daemon or {@link close} has ended the connection. */
  get connected(): boolean {
    return this.#failure === undefined;
  }

  /**
   * The next `count` bytes, 1 to 2^30; reads are served in the order of their calls.
   * @throws RangeError or TypeError for a wrong count; EntropyClosedError if the connection ended before; EntropyTimeoutError; an AbortError
   */
  read(count: number, wait: EntropyWait = {}): Promise<Uint8Array> {
    checkNumber('count', count, { min: 1, max: LONGEST_READ, integer: true });
    return this.#inTurn(count, count, wait);
  }

  /** Pieces as they come, until the loop is left, which closes the connection. @throws as {@link read}, but for ever patient */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) yield await this.#inTurn(1, 65_536, { timeoutS: Infinity });
    } finally {
      this.close();
    }
  }

  /** Ends the connection. Harmless twice. */
  close(): void {
    this.#failure ??= new EntropyClosedError(`${this.#place}: the connection was closed from this side`);
    this.#rest.fill(0);
    this.#rest = Buffer.alloc(0);
    this.#socket.destroy();
    this.#wake?.();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #inTurn(least: number, most: number, wait: EntropyWait): Promise<Uint8Array> {
    const own = this.#turn.then(() => this.#read(least, most, wait));
    this.#turn = own.catch(() => undefined);
    return own;
  }

  /** At least `least` bytes, at most `most`. */
  async #read(least: number, most: number, { signal, timeoutS = this.#timeoutS }: EntropyWait): Promise<Uint8Array> {
    const deadline = this.#clock.now() + timeoutS;
    const pieces = [this.#rest];
    let length = this.#rest.length;
    this.#rest = Buffer.alloc(0);
    try {
      while (length < least) {
        if (signal?.aborted) throw abortError(signal.reason);
        const piece = this.#socket.read() as Buffer | null;
        if (piece !== null) {
          pieces.push(piece);
          length += piece.length;
          continue;
        }
        if (this.#failure !== undefined) throw this.#failure;
        const leftS = deadline - this.#clock.now();
        if (leftS <= 0)
          throw new EntropyTimeoutError(`${this.#place} gave ${length} of ${least} bytes in ${timeoutS} s`, {
            nextStep: 'the daemon may be starting, or its boards slower than all who read; see its log or metrics',
          });
        await this.#change(leftS, signal);
      }
    } catch (error) {
      // Nobody else will get these; they are as good later.
      this.#rest = Buffer.concat(pieces);
      throw error;
    }
    const all = Buffer.concat(pieces);
    this.#rest = Buffer.from(all.subarray(most));
    return Uint8Array.from(all.subarray(0, most));
  }

  /** Waits for bytes, the end, a time or an abort. */
  async #change(seconds: number, signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = Number.isFinite(seconds) ? this.#clock.setTimer(seconds, () => this.#wake?.()) : undefined;
      this.#wake = () => {
        this.#wake = undefined;
        timer?.cancel();
        signal?.removeEventListener('abort', this.#onAbort);
        resolve();
      };
      signal?.addEventListener('abort', this.#onAbort, { once: true });
    });
  }

  readonly #onAbort = (): void => this.#wake?.();

  #end(cause?: Error): void {
    this.#failure ??= new EntropyClosedError(`${this.#place}: the daemon ended the connection`, {
      nextStep: 'see why in its log or metrics; it ends every connection when a health test has failed',
      ...(cause === undefined ? {} : { cause }),
    });
    this.#wake?.();
  }
}

/**
 * Connects to an entropy daemon.
 * @param options `timeoutS` bounds the connecting and is the default of every read
 * @throws EntropyUnavailableError if nobody listens there; EntropyTimeoutError; an AbortError
 * @example
 * const entropy = await connectEntropy({ path: '/run/spindrift/entropy.sock' });
 * const key = await entropy.read(32);
 */
export async function connectEntropy(
  place: EntropyPlace,
  { signal, timeoutS = 30, clock = systemClock }: EntropyWait & { readonly clock?: Clock } = {},
): Promise<EntropyClient> {
  const name = 'path' in place ? `unix:${place.path}` : `tcp://${place.host}:${place.port}`;
  if (signal?.aborted) throw abortError(signal.reason);
  // At most so much waits here for a read.
  const socket = connect({ ...place });
  const end = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', (cause) =>
        reject(
          new EntropyUnavailableError(`no entropy daemon answers at ${name}: ${cause.message}`, {
            cause,
            nextStep: 'start it with: spindrift entropyd; or see: systemctl status spindrift-entropyd',
          }),
        ),
      );
      signal?.addEventListener('abort', () => reject(abortError(signal.reason)), { once: true, signal: end.signal });
      if (!Number.isFinite(timeoutS)) return;
      clock.sleep(timeoutS, end.signal).then(
        () => reject(new EntropyTimeoutError(`${name} did not answer in ${timeoutS} s`)),
        () => undefined,
      );
    });
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    end.abort();
    socket.removeAllListeners('error');
    socket.on('error', () => undefined);
  }
  return new EntropyClient(socket, name, clock, timeoutS);
}
