/** The way to a board over USB: frames over two bulk pipes. Knows neither libusb nor WebUSB, and nothing of Node. */
import { abortError, systemClock, type Clock } from '../../../../base/index.js';
import { USB_LINK_RESET } from '../../../../proto/usb.js';
import type { Transport, TransportHandlers } from '../transport.js';
import { lostError, openError } from './usb-errors.js';
import { UsbFailure, type UsbPort } from './usb-port.js';
import { WriteQueue } from './write-queue.js';

/** Bytes waiting at which senders are told to hold: at full speed 60 ms, so that a MakeSafe never waits long behind data. */
const HIGH_WATER = 64 * 1024;
/** Small frames that wait are written together up to this. */
const JOIN_BYTES = 16 * 1024;
/** A board that takes nothing while this much waits is given up. */
const MOST_WAITING = 8 * 1024 * 1024;
/** Seconds that close() waits for each of: the last frames, the end of reading, the reset of the link, the closing of the device. */
const CLOSE_STEP_S = 1;
/** Seconds for what has already arrived to come up after a write failed. */
const LAST_DATA_S = 0.5;

/** How a transport over USB is set up. */
export interface UsbTransportOptions {
  readonly clock?: Clock;
  /** Puts a failure to open into better words: what to do about permissions, who holds the board. Undefined = as it is. */
  readonly explain?: (failure: UsbFailure) => Promise<Error | undefined> | Error | undefined;
}

type State = 'new' | 'opening' | 'open' | 'failing' | 'over';

/**
 * Connects to a board behind a {@link UsbPort}.
 *
 * A halt of either pipe ends the link: the firmware halts both when it gives a link up, and whatever was queued is gone with it, so that calls and streams
 * could not be continued whole. Opening again clears the halt.
 */
export class UsbTransport implements Transport {
  readonly name: string;
  readonly #port: UsbPort;
  readonly #clock: Clock;
  readonly #explain: UsbTransportOptions['explain'];
  #handlers: TransportHandlers | undefined;
  #queue: WriteQueue | undefined;
  #state: State = 'new';
  #cause: unknown;
  #opening: Promise<void> = Promise.resolve();
  #readingEnded: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;
  /** close() was called: nobody wants to hear of the end. */
  #unwanted = false;

  constructor(port: UsbPort, options: UsbTransportOptions = {}) {
    this.#port = port;
    this.name = port.name;
    this.#clock = options.clock ?? systemClock;
    this.#explain = options.explain;
  }

  open(handlers: TransportHandlers, signal?: AbortSignal): Promise<void> {
    if (this.#closing) return Promise.reject(abortError('the transport was closed'));
    if (this.#state !== 'new') return Promise.reject(new TypeError(`${this.name}: a transport is used once`));
    this.#state = 'opening';
    const opening = this.#open(handlers, signal);
    this.#opening = opening.catch(() => undefined);
    return opening;
  }

  send(bytes: Uint8Array): boolean {
    if (this.#closing) return true;
    return this.#queue?.push(bytes) ?? true;
  }

  /** While paused the board is held by its own pipe: what it wants to send waits there. For a reader that cannot keep up. */
  setPaused(paused: boolean): void {
    if (this.#state === 'open') this.#port.setPaused(paused);
  }

  /**
   * Lets the last frames out, stops reading, resets the link (which ends streams and makes the array safe, as the end of a socket does) and closes the
   * device. Takes a moment; at the worst a few seconds, if the board does not react any more.
   */
  close(): Promise<void> {
    this.#unwanted = true;
    return (this.#closing ??= this.#close());
  }

  async #open(handlers: TransportHandlers, signal: AbortSignal | undefined): Promise<void> {
    const check = (): void => {
      if (signal?.aborted) throw abortError(signal.reason);
      if (this.#closing) throw abortError('the transport was closed');
    };
    const port = this.#port;
    try {
      check();
      await port.open();
      check();
      // Half a frame of a host that was killed must not swallow ours, and claiming an interface does not reset its toggles.
      await port.request(USB_LINK_RESET);
      check();
      await port.clearHalt('in');
      check();
      await port.clearHalt('out');
      check();
    } catch (error) {
      this.#state = 'over';
      await port.close().catch(() => undefined);
      throw (error instanceof UsbFailure ? await this.#explain?.(error) : undefined) ?? openError(this.name, error);
    }
    this.#handlers = handlers;
    this.#queue = new WriteQueue({
      write: (bytes) => port.write(bytes),
      onDrain: () => {
        if (this.#state === 'open' && !this.#closing) handlers.onDrain();
      },
      onFail: (error) => this.#writeFailed(error),
      highWater: HIGH_WATER,
      joinBytes: JOIN_BYTES,
      most: MOST_WAITING,
    });
    this.#state = 'open';
    this.#readingEnded = new Promise((resolve) => {
      port.read({
        onData: (bytes) => {
          if (!this.#closing && this.#state !== 'over') handlers.onData(bytes);
        },
        onEnd: (cause) => {
          resolve();
          if (cause) this.#cause ??= cause;
          this.#lost(this.#cause);
        },
      });
    });
  }

  /** What the board sent before comes up first: reading of a device that is gone ends by itself. */
  #writeFailed(error: unknown): void {
    if (this.#state !== 'open') return;
    this.#state = 'failing';
    this.#cause ??= error;
    void this.#within(LAST_DATA_S, this.#readingEnded)
      .then(() => {
        this.#port.stopReading();
        return this.#within(CLOSE_STEP_S, this.#readingEnded);
      })
      .then(() => this.#lost(error));
  }

  #lost(cause: unknown): void {
    if (this.#state !== 'open' && this.#state !== 'failing') return;
    this.#state = 'over';
    this.#queue?.stop();
    if (this.#closing) return;
    // Free for the next one even if nobody calls close(), and before anybody can want it.
    this.#closing = this.#close();
    void this.#closing.then(() => {
      if (!this.#unwanted) this.#handlers?.onClose(lostError(this.name, cause ?? new Error('reading ended')));
    });
  }

  async #close(): Promise<void> {
    // An open() under way sees that it is to stop, and cleans up behind itself.
    await this.#opening;
    const port = this.#port;
    const opened = this.#queue !== undefined;
    if (this.#state === 'open') await this.#within(CLOSE_STEP_S, this.#queue!.flushed());
    port.stopReading();
    await this.#within(CLOSE_STEP_S, this.#readingEnded);
    const gone = this.#cause instanceof UsbFailure && this.#cause.kind === 'gone';
    if (opened && !gone) await this.#within(CLOSE_STEP_S, port.request(USB_LINK_RESET));
    this.#state = 'over';
    this.#queue?.stop();
    await this.#within(CLOSE_STEP_S, port.close());
  }

  /** Waits for a promise, but not for ever and whatever becomes of it. */
  #within(seconds: number, promise: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#clock.setTimer(seconds, resolve);
      const done = (): void => {
        timer.cancel();
        resolve();
      };
      promise.then(done, done);
    });
  }
}
