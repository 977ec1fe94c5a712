/**
 * splitmix64 on pairs of 32-bit halves (a BigInt costs a microsecond here, and every cell of every array is seeded through this).
 *
 * Definition: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with the constants of
 * S. Vigna's public-domain reference: state += 0x9e3779b97f4a7c15; z = state; z = (z ^ z>>>30)·0xbf58476d1ce4e5b9;
 * z = (z ^ z>>>27)·0x94d049bb133111eb; output z ^ z>>>31.
 */
export class SplitMix64 {
  /** High and low half of the state, and of the last output. */
  stateHi: number;
  stateLo: number;
  hi = 0;
  lo = 0;

  constructor(hi: number, lo: number) {
    this.stateHi = hi >>> 0;
    this.stateLo = lo >>> 0;
  }

  /** Makes the next output; it stands in `hi` and `lo`. */
  next(): void {
    const low = this.stateLo + 0x7f4a7c15;
    this.stateLo = low >>> 0;
    this.stateHi = (this.stateHi + 0x9e3779b9 + (low > 0xffffffff ? 1 : 0)) >>> 0;
    this.hi = this.stateHi;
    this.lo = this.stateLo;
    this.#xorShift(30);
    this.#multiply(0xbf58476d, 0x1ce4e5b9);
    this.#xorShift(27);
    this.#multiply(0x94d049bb, 0x133111eb);
    this.#xorShift(31);
  }

  /** Mixes a 64-bit word into the state, so that what follows depends on all words absorbed and on their order. */
  absorb(hi: number, lo: number): void {
    this.stateHi = (this.stateHi ^ hi) >>> 0;
    this.stateLo = (this.stateLo ^ lo) >>> 0;
    this.next();
    this.stateHi = this.hi;
    this.stateLo = this.lo;
  }

  /** z ^= z >>> n for 0 < n < 32. */
  #xorShift(n: number): void {
    const lo = ((this.lo >>> n) | (this.hi << (32 - n))) ^ this.lo;
    this.hi = ((this.hi >>> n) ^ this.hi) >>> 0;
    this.lo = lo >>> 0;
  }

  /** z = z · (hi:lo) mod 2^64. */
  #multiply(hi: number, lo: number): void {
    const a0 = this.lo & 0xffff;
    const a1 = this.lo >>> 16;
    const b0 = lo & 0xffff;
    const b1 = lo >>> 16;
    const middle = a1 * b0 + ((a0 * b0) >>> 16);
    const middleLow = (middle & 0xffff) + a0 * b1;
    const carry = a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(middleLow / 0x10000);
    const high = Math.imul(this.hi, lo) + Math.imul(this.lo, hi) + carry;
    this.lo = Math.imul(this.lo, lo) >>> 0;
    this.hi = high >>> 0;
  }
}
