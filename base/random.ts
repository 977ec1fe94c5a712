import { checkNumber } from './check.js';
import { SplitMix64 } from './splitmix64.js';

/** Everything that a stream's future depends on; plain JSON. */
export interface RandomSnapshot {
  readonly state: readonly [number, number, number, number];
  /** The second half of the last pair of normals, when it has not been used. */
  readonly spare: number | null;
}

const MASK_32 = 0xffffffffn;
const NUMBER_TAG = 1;
const STRING_TAG = 2;
const float64 = new Float64Array(1);
const float64Words = new Uint32Array(float64.buffer);

function absorbElement(mixer: SplitMix64, element: number | string): void {
  if (typeof element === 'number') {
    float64[0] = checkNumber('path element', element) + 0; // + 0 makes one number of the two zeros
    mixer.absorb(NUMBER_TAG, 0);
    mixer.absorb(float64Words[1]!, float64Words[0]!);
    return;
  }
  if (typeof element !== 'string')
    throw new TypeError(`path element must be a number or a string, got ${typeof element}`);
  // Tag and length come first: no path is a prefix of another, and ('ab','c') differs from ('a','bc').
  mixer.absorb(STRING_TAG, element.length);
  for (let at = 0; at < element.length; at += 4) {
    const unit = (offset: number): number => (at + offset < element.length ? element.charCodeAt(at + offset) : 0);
    mixer.absorb((unit(0) << 16) | unit(1), (unit(2) << 16) | unit(3));
  }
}

/**
 * A stream of pseudo-random numbers: xoshiro128++ (D. Blackman, S. Vigna, ACM TOMS 47 (2021) 36) seeded by splitmix64.
 * Reproducible everywhere from its seed and path. It is a simulation's dice and never a source of entropy.
 */
export class RandomStream {
  #s0 = 0;
  #s1 = 0;
  #s2 = 0;
  #s3 = 0;
  #spare: number | null = null;

  private constructor(snapshot: RandomSnapshot) {
    this.restore(snapshot);
  }

  /**
   * The stream that belongs to a seed and a path, as in `from(seed, 'array', 17)`.
   *
   * Without a path the state is the first two outputs of splitmix64 seeded with `seed` (its low 64 bits). Each path element is mixed into
   * the 64-bit seed first, tagged by type and length, so every path has a stream of its own: two differ unless their 64-bit digests
   * collide, which for n streams has probability n²/2^65 (1e-10 for 60 000 streams). The number 1 and the string '1' differ.
   *
   * @throws TypeError for a seed or path of another type; RangeError for a seed that is no safe integer, or a non-finite path element
   */
  static from(seed: number | bigint, ...path: readonly (number | string)[]): RandomStream {
    if (typeof seed !== 'bigint') checkNumber('seed', seed, { integer: true });
    const wide = BigInt.asUintN(64, BigInt(seed));
    const mixer = new SplitMix64(Number(wide >> 32n), Number(wide & MASK_32));
    for (const element of path) absorbElement(mixer, element);
    mixer.next();
    const [s0, s1] = [mixer.lo, mixer.hi];
    mixer.next();
    return new RandomStream({ state: [s0, s1, mixer.lo, mixer.hi], spare: null });
  }

  /** The stream that a snapshot was taken from, from that point on. */
  static fromSnapshot(snapshot: RandomSnapshot): RandomStream {
    return new RandomStream(snapshot);
  }

  /** 32 uniform bits as an unsigned integer. */
  nextU32(): number {
    const s0 = this.#s0;
    const s3 = this.#s3;
    const sum = (s0 + s3) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
    const s2 = this.#s2 ^ s0;
    const s3x = s3 ^ this.#s1;
    const shifted = this.#s1 << 9;
    this.#s1 ^= s2;
    this.#s0 = s0 ^ s3x;
    this.#s2 = s2 ^ shifted;
    this.#s3 = (s3x << 11) | (s3x >>> 21);
    return result;
  }

  /** A uniform number in [0, 1) with 53 random bits. */
  uniform(): number {
    const high = this.nextU32() >>> 5;
    return (high * 0x4000000 + (this.nextU32() >>> 6)) / 0x20000000000000;
  }

  /** A standard normal number (Marsaglia's polar method; every second call is served from the pair). */
  gaussian(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = v * factor;
      return u * factor;
    }
  }

  /** An integer from 0 to n − 1, every one equally likely. @throws RangeError unless 1 ≤ n ≤ 2^53 − 1 */
  integer(n: number): number {
    checkNumber('n', n, { min: 1, max: Number.MAX_SAFE_INTEGER, integer: true });
    const [span, draw] =
      n <= 0x100000000
        ? [0x100000000, () => this.nextU32()]
        : [2 ** 53, () => (this.nextU32() >>> 5) * 0x4000000 + (this.nextU32() >>> 6)];
    // The last, incomplete multiple of n is drawn again, or the low results would come too often.
    const limit = span - (span % n);
    for (;;) {
      const value = draw();
      if (value < limit) return value % n;
    }
  }

  /** Shuffles a list in place (Fisher–Yates) and returns it. */
  shuffle<L extends { readonly length: number; [index: number]: unknown }>(list: L): L {
    for (let last = list.length - 1; last > 0; last -= 1) {
      const other = this.integer(last + 1);
      const kept = list[last];
      list[last] = list[other];
      list[other] = kept;
    }
    return list;
  }

  /** The stream's state, to go on from later. */
  snapshot(): RandomSnapshot {
    return { state: [this.#s0 >>> 0, this.#s1 >>> 0, this.#s2 >>> 0, this.#s3 >>> 0], spare: this.#spare };
  }

  /** Puts a snapshot back. @throws RangeError for four zeros, the one state that xoshiro never leaves */
  restore(snapshot: RandomSnapshot): void {
    const [s0, s1, s2, s3] = snapshot.state;
    for (const word of snapshot.state) checkNumber('snapshot.state', word, { min: 0, max: 0xffffffff, integer: true });
    if (s0 === 0 && s1 === 0 && s2 === 0 && s3 === 0) throw new RangeError('snapshot.state must not be all zeros');
    this.#s0 = s0 | 0;
    this.#s1 = s1 | 0;
    this.#s2 = s2 | 0;
    this.#s3 = s3 | 0;
    this.#spare = snapshot.spare;
  }
}
