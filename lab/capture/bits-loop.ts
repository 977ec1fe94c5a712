import { abortError, checkNumber, isAbortError, type Clock } from '../../base/index.js';
import type { Board, BitStream, StreamBlock } from '../../firmware-host/host/index.js';
import { selectLines } from '../experiments/line-selection.js';
import { BITS_CHANNEL } from './board-channels.js';
import type { Capture } from './capture.js';
import type { TriggerWatch } from './trigger.js';

/** How bits are drawn for a capture: always raw. */
export interface BitsOptions {
  /** Bits a second of the computer's clock; 0: as fast as they come. Default 200 000. */
  readonly rateHz?: number;
  /** Rows that give bits: `all`, or numbers and ranges as in `0-7,12`. */
  readonly rows?: string;
  /** Lets the board hold the mean of each row near one half. */
  readonly controller?: boolean;
  readonly tile?: number;
}

/** Bits a second, where nothing else is asked for. */
export const DEFAULT_BIT_RATE_HZ = 200_000;
/** Blocks a second at least: what a view that follows needs. */
const BLOCKS_A_SECOND = 25;
const LEAST_BLOCK_BYTES = 64;
const MOST_BLOCK_BYTES = 16_384;
/** Behind by more than this, the pace begins anew instead of catching up in one burst, s. */
const MOST_BEHIND_S = 1;

/** Data bytes of a block at a rate, so that blocks come often enough to be looked at. */
export function blockBytesFor(rateHz: number): number {
  if (rateHz === 0) return MOST_BLOCK_BYTES;
  const wanted = Math.floor(rateHz / 8 / BLOCKS_A_SECOND);
  return Math.min(MOST_BLOCK_BYTES, Math.max(LEAST_BLOCK_BYTES, wanted));
}

/** Reads a board's raw bits into a capture at an even pace, until its signal fires; can stand still for other work on the array. */
export class BitsLoop {
  /** Where the present stream began: there the rotation of rows did. */
  start = { sample: 0, position: 0 };
  readonly #board: Board;
  readonly #capture: Capture;
  readonly #triggers: TriggerWatch;
  readonly #options: BitsOptions;
  readonly #clock: Clock;
  readonly #rateHz: number;
  #sample = 0;
  #lost = 0;
  #blockBits = 0;
  #stream: AbortController | undefined;
  #paused: { readonly until: Promise<void>; readonly idle: () => void } | undefined;

  constructor(board: Board, capture: Capture, triggers: TriggerWatch, options: BitsOptions, clock: Clock) {
    this.#board = board;
    this.#capture = capture;
    this.#triggers = triggers;
    this.#options = options;
    this.#clock = clock;
    this.#rateHz = checkNumber('rateHz', options.rateHz ?? DEFAULT_BIT_RATE_HZ, { min: 0, max: 1e9 });
  }

  /** Arms and reads until the signal fires. @throws what the board or the disk says */
  async run(signal: AbortSignal): Promise<void> {
    await this.#board.arm(signal);
    const stopped = (): boolean => signal.aborted;
    while (!stopped()) {
      const paused = this.#paused;
      if (paused !== undefined) {
        paused.idle();
        await Promise.race([paused.until, whenAborted(signal)]);
        continue;
      }
      const stream = new AbortController();
      this.#stream = stream;
      try {
        await this.#read(AbortSignal.any([signal, stream.signal]));
      } catch (error) {
        // A pause ends the stream as well, by the same means as a stop.
        if (!isAbortError(error) || stopped() || !stream.signal.aborted) throw error;
      } finally {
        this.#stream = undefined;
      }
    }
  }

  /** Ends the stream and resolves when the array is free; what it returns lets bits go on. */
  async pause(): Promise<() => void> {
    if (this.#paused !== undefined) throw new RangeError('bits stand still already');
    let resume!: () => void;
    let idle!: () => void;
    const isIdle = new Promise<void>((resolve) => (idle = resolve));
    const until = new Promise<void>((resolve) => (resume = resolve));
    this.#paused = { until, idle };
    this.#stream?.abort(abortError('bits stand still for other work'));
    await isIdle;
    return () => {
      this.#paused = undefined;
      resume();
    };
  }

  async #read(signal: AbortSignal): Promise<void> {
    const { rows = 'all', controller = false, tile } = this.#options;
    const { mask } = selectLines('rows', rows, this.#board.identity.geometry.rows);
    const stream = this.#board.openBits({
      rowMask: mask,
      controller,
      blockBytes: Math.min(blockBytesFor(this.#rateHz), this.#board.limits.maxBlockBytes),
      ...(this.#rateHz === 0 ? {} : { rateLimit: Math.max(1, Math.ceil(this.#rateHz / 8)) }),
      ...(tile === undefined ? {} : { tile }),
      signal,
    });
    this.start = { sample: this.#sample, position: this.#sample + this.#lost };
    this.#capture.post({ type: 'bits', channel: BITS_CHANNEL, ...this.start });
    try {
      await this.#consume(stream, signal);
    } finally {
      await stream.close();
    }
  }

  async #consume(stream: BitStream, signal: AbortSignal): Promise<void> {
    let beganS = this.#clock.now();
    let bits = 0;
    for await (const block of stream) {
      this.#store(block);
      bits += block.bits;
      await this.#capture.ready();
      if (this.#rateHz === 0) continue;
      const ahead = beganS + bits / this.#rateHz - this.#clock.now();
      if (ahead > 0) await this.#clock.sleep(ahead, signal);
      else if (ahead < -MOST_BEHIND_S) {
        beganS = this.#clock.now();
        bits = 0;
      }
    }
  }

  #store({ bytes, bits, gap, timeUs, unhealthy }: StreamBlock): void {
    // All blocks of a stream are of one size but the last.
    const lost = gap * (this.#blockBits || bits);
    this.#blockBits = bits;
    this.#lost += lost;
    const time = { sample: this.#sample, hostS: this.#capture.elapsedS, boardS: timeUs / 1e6 };
    this.#capture.appendBits(BITS_CHANNEL, { boardS: time.boardS, hostS: time.hostS, lost }, bytes, bits);
    this.#triggers.bits(BITS_CHANNEL, bytes, bits, lost, time);
    if (unhealthy) this.#triggers.health(false, time, 'a health test of the board failed on these bits');
    this.#sample += bits;
  }
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
