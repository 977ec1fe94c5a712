import { checkNumber, type Aggregate } from '../../base/index.js';
import type { ChannelSpec } from './channel.js';
import type { ChannelData } from './channel-data.js';
import { PAGE_BYTES, PagedFile, type PageSource } from './paged-file.js';

/** Bits of a piece whose ones are counted; 12 million bits cost 12 kB. */
const PIECE_BITS = 8192;
const PIECE_BYTES = PIECE_BITS / 8;
/** Bins of the overview at most. */
const OVERVIEW_BINS = 2000;

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** Ones of a stretch of packed bits. */
export function countOnes(bytes: Uint8Array, fromBit: number, toBit: number): number {
  let ones = 0;
  let at = fromBit;
  for (; at < toBit && (at & 7) !== 0; at += 1) ones += (bytes[at >> 3]! >> (at & 7)) & 1;
  for (; at + 8 <= toBit; at += 8) ones += ONES[bytes[at >> 3]!]!;
  for (; at < toBit; at += 1) ones += (bytes[at >> 3]! >> (at & 7)) & 1;
  return ones;
}

/** Everything that an aggregate of zeros and ones says follows from how many there are; all of it is exact. */
function aggregateOf(ones: number, count: number): Aggregate {
  return {
    min: count === 0 ? Infinity : ones === count ? 1 : 0,
    max: count === 0 ? -Infinity : ones > 0 ? 1 : 0,
    sum: ones,
    sumLow: 0,
    sumSquares: ones,
    sumSquaresLow: 0,
    count,
  };
}

/** A channel of bits: packed in its file, with the ones before every piece in memory. */
export class BitChannel implements ChannelData {
  readonly spec: ChannelSpec;
  readonly #file: PagedFile;
  /** Ones before piece k. */
  #before = new Float64Array(64);
  #pieces = 0;
  #ones = 0;
  #bits = 0;
  /** The last, unfinished byte. */
  #rest = 0;
  readonly #known: number;

  /** @param bits of a record that has ended: its last byte may hold fewer than eight */
  constructor(spec: ChannelSpec, source: PageSource, bits = Infinity) {
    this.spec = spec;
    this.#file = new PagedFile(source);
    this.#known = bits;
  }

  get length(): number {
    return Math.min(this.#file.size * 8, this.#bits, this.#known);
  }

  /** Bits taken so far; the last few of them may wait for their byte to fill. */
  get taken(): number {
    return this.#bits;
  }

  get aggregateBytes(): number {
    return this.#before.byteLength;
  }

  get pieceSize(): number {
    return PIECE_BITS;
  }

  /**
   * Takes bits, the first in the least significant place.
   * @returns the whole bytes that belong into the file: an own copy
   */
  take(bytes: Uint8Array, bits: number): Uint8Array {
    checkNumber('bits', bits, { min: 0, max: bytes.length * 8, integer: true });
    const shift = this.#bits % 8;
    const whole = (shift + bits) >> 3;
    const out = new Uint8Array(whole);
    let rest = this.#rest;
    const given = Math.ceil(bits / 8);
    for (let k = 0; k < given; k += 1) {
      const last = k === given - 1 && (bits & 7) !== 0;
      const byte = last ? bytes[k]! & ((1 << (bits & 7)) - 1) : bytes[k]!;
      if (k < whole) out[k] = rest | (byte << shift);
      rest = k < whole ? byte >> (8 - shift) : rest | (byte << shift);
    }
    this.#rest = rest;
    this.#count(out);
    this.#bits += bits;
    return out;
  }

  #count(out: Uint8Array): void {
    let at = Math.floor(this.#bits / 8);
    for (let from = 0; from < out.length;) {
      if (at % PIECE_BYTES === 0) this.#note();
      const take = Math.min(out.length - from, PIECE_BYTES - (at % PIECE_BYTES));
      this.#ones += countOnes(out, from * 8, (from + take) * 8);
      from += take;
      at += take;
    }
  }

  #note(): void {
    if (this.#pieces === this.#before.length) {
      const grown = new Float64Array(Math.ceil(1.5 * this.#before.length));
      grown.set(this.#before);
      this.#before = grown;
    }
    this.#before[this.#pieces] = this.#ones;
    this.#pieces += 1;
  }

  /** The unfinished byte at the end, for when nothing more comes; empty where there is none. */
  seal(): Uint8Array {
    if (this.#bits % 8 === 0) return new Uint8Array(0);
    const out = Uint8Array.of(this.#rest);
    if (Math.floor(this.#bits / 8) % PIECE_BYTES === 0) this.#note();
    this.#ones += countOnes(out, 0, this.#bits % 8);
    return out;
  }

  /** Ones before a bit. */
  #onesBefore(bit: number): number {
    const piece = Math.floor(bit / PIECE_BITS);
    const start = piece * PIECE_BITS;
    if (bit === start && piece >= this.#pieces) return this.#ones;
    const before = this.#before[piece]!;
    if (bit === start) return before;
    // A piece lies within one page. Bit numbers outgrow 32-bit operators.
    const firstByte = start / 8;
    const page = this.#file.page(Math.floor(firstByte / PAGE_BYTES));
    const offset = firstByte % PAGE_BYTES;
    return before + countOnes(page, offset * 8, offset * 8 + (bit - start));
  }

  aggregate(from: number, to: number): Aggregate {
    checkNumber('from', from, { min: 0, max: this.length, integer: true });
    checkNumber('to', to, { min: from, max: this.length, integer: true });
    return aggregateOf(this.#onesBefore(to) - this.#onesBefore(from), to - from);
  }

  *pages(from: number, to: number): Generator<Uint8Array> {
    for (const part of this.packed(from, to)) {
      const values = new Uint8Array(part.toBit - part.fromBit);
      for (let k = 0; k < values.length; k += 1) {
        const bit = part.fromBit + k;
        values[k] = (part.bytes[bit >> 3]! >> (bit & 7)) & 1;
      }
      yield values;
    }
  }

  /** The bits as they stand in the file, in stretches of at most a page; views that are valid until the next is asked for. @throws FileError */
  *packed(
    from: number,
    to: number,
  ): Generator<{ readonly bytes: Uint8Array; readonly fromBit: number; readonly toBit: number }> {
    let byte = Math.floor(from / 8);
    for (const bytes of this.#file.parts(byte, Math.ceil(to / 8))) {
      const fromBit = Math.max(0, from - byte * 8);
      yield { bytes, fromBit, toBit: Math.min(bytes.length * 8, to - byte * 8) };
      byte += bytes.length;
    }
  }

  overview(): { readonly binSize: number; readonly bins: readonly Aggregate[] } {
    const { length } = this;
    let binSize = PIECE_BITS;
    while (length / binSize > OVERVIEW_BINS) binSize *= 2;
    const bins = Array.from({ length: Math.ceil(length / binSize) }, (_, k) =>
      this.aggregate(k * binSize, Math.min(length, (k + 1) * binSize)),
    );
    return { binSize, bins };
  }
}
