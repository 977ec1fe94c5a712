/** The bit source: blocks, or a number of bits at a time. */
import { DataLossError, checkNumber, checkOneOf } from '../../base/index.js';
import { spindrift, toU64 } from '../../proto/index.js';
import { WireBlockStream, type StreamBlock } from './block-stream.js';
import type { Link } from './link/link.js';
import { maskToWire } from './units.js';

/** What bits to draw, and how. */
export interface BitOptions {
  /** Rows to use in rotation (bit k = row k); all by default. */
  readonly rowMask?: bigint;
  /** Times that pairs of bits are folded by XOR on the board, 0 to 3. */
  readonly xorStages?: number;
  /** Debiasing on the board. */
  readonly mode?: 'raw' | 'vonNeumann';
  /** Let the board hold the mean of each row near one half. */
  readonly controller?: boolean;
  /** Bits in all; the stream ends after them. Without it the stream runs until it is left. */
  readonly totalBits?: number;
  /** Wanted data bytes of a block; the board may give less. */
  readonly blockBytes?: number;
  /** When nobody reads: hold the generator (default, nothing is lost) or drop the oldest block and count it. */
  readonly overflow?: 'hold' | 'drop';
  /** Most bytes a second of board time. */
  readonly rateLimit?: number;
  readonly tile?: number;
  /** Most blocks under way or unread. */
  readonly window?: number;
  readonly signal?: AbortSignal;
}

const { BitMode, Overflow } = spindrift.v1;

/** An open bit stream: iterate over its blocks, or ask for bits with {@link WireBitStream.readBits}; not both. */
export class WireBitStream extends WireBlockStream {
  #rest: StreamBlock | undefined;
  #restAt = 0;
  #notEntropy = false;

  /** True if any bit that {@link readBits} gave so far must not be used as entropy. */
  get notEntropy(): boolean {
    return this.#notEntropy;
  }

  /** @internal Opened by `Board.openBits`. */
  static open(link: Link, options: BitOptions, configHash: number, standIn: boolean): WireBitStream {
    const mode = checkOneOf('mode', options.mode ?? 'raw', ['raw', 'vonNeumann']);
    const overflow = checkOneOf('overflow', options.overflow ?? 'hold', ['hold', 'drop']);
    const message = {
      rowMask: maskToWire('rowMask', options.rowMask),
      xorStages: checkNumber('xorStages', options.xorStages ?? 0, { min: 0, max: 3, integer: true }),
      mode: mode === 'raw' ? BitMode.BIT_MODE_RAW : BitMode.BIT_MODE_VON_NEUMANN,
      controller: options.controller ?? false,
      blockBytes: checkNumber('blockBytes', options.blockBytes ?? 0, { min: 0, max: 65520, integer: true }),
      rateLimit: checkNumber('rateLimit', options.rateLimit ?? 0, { min: 0, max: 0xffffffff, integer: true }),
      totalBits: toU64(checkNumber('totalBits', options.totalBits ?? 0, { min: 0, integer: true })),
      overflow: overflow === 'hold' ? Overflow.OVERFLOW_HOLD : Overflow.OVERFLOW_DROP,
      tile: checkNumber('tile', options.tile ?? 0, { min: 0, integer: true }),
    };
    return new WireBitStream(link, 'openBits', message, {
      configHash,
      standIn,
      signal: options.signal,
      window: options.window,
    });
  }

  /**
   * The next `count` bits, packed with the first in the least significant place; unused high bits of the last byte are 0.
   * @throws DataLossError if the stream ends before; whatever else ended the stream.
   */
  async readBits(count: number): Promise<Uint8Array> {
    checkNumber('count', count, { min: 0, integer: true });
    const out = new Uint8Array(Math.ceil(count / 8));
    let have = 0;
    while (have < count) {
      if (!this.#rest) {
        const block = await this.next();
        if (!block) {
          throw new DataLossError(`the bit stream ended after ${have} of ${count} bits`, {
            nextStep: 'open the stream with totalBits large enough, or without it',
          });
        }
        this.#rest = block;
        this.#restAt = 0;
        this.#notEntropy ||= block.notEntropy;
      }
      const take = Math.min(count - have, this.#rest.bits - this.#restAt);
      copyBits(this.#rest.bytes, this.#restAt, out, have, take);
      have += take;
      this.#restAt += take;
      if (this.#restAt >= this.#rest.bits) this.#rest = undefined;
    }
    return out;
  }
}

/** An open bit stream, as its users see it. */
export type BitStream = Pick<WireBitStream, keyof WireBitStream>;

/** Copies `count` bits (first bit in the least significant place) onto zeros. */
export function copyBits(from: Uint8Array, fromBit: number, to: Uint8Array, toBit: number, count: number): void {
  if (((fromBit | toBit) & 7) === 0) {
    const bytes = count >> 3;
    to.set(from.subarray(fromBit >> 3, (fromBit >> 3) + bytes), toBit >> 3);
    if (count & 7) to[(toBit >> 3) + bytes]! |= from[(fromBit >> 3) + bytes]! & ((1 << (count & 7)) - 1);
    return;
  }
  for (let done = 0; done < count;) {
    // As many bits as lie in one byte on both sides.
    const source = fromBit + done;
    const target = toBit + done;
    const n = Math.min(8 - (source & 7), 8 - (target & 7), count - done);
    const bits = (from[source >> 3]! >> (source & 7)) & ((1 << n) - 1);
    to[target >> 3]! |= bits << (target & 7);
    done += n;
  }
}
