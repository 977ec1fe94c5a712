/** Plain twins of assembly/permutation.ts: same order of operations, same results to the last bit. */

/** State of xoshiro128++. */
export type ShuffleState = [number, number, number, number];

/** Fisher–Yates from the end; places by Lemire's multiplication with its rejection. */
export function shuffle(data: Uint8Array, state: ShuffleState): void {
  for (let span = data.length; span > 1; span--) {
    let high = 0;
    for (;;) {
      const word = nextWord(state);
      // word · span in halves: 16 bits of the word at a time stay within 53 bits.
      const low = (word & 0xffff) * span;
      const upper = (word >>> 16) * span + Math.floor(low / 0x10000);
      high = Math.floor(upper / 0x10000);
      const rest = (upper % 0x10000) * 0x10000 + (low % 0x10000);
      if (rest >= span || rest >= 2 ** 32 % span) break;
    }
    const kept = data[span - 1]!;
    data[span - 1] = data[high]!;
    data[high] = kept;
  }
}

function nextWord(state: ShuffleState): number {
  const [s0, s1, s2, s3] = state;
  const sum = (s0 + s3) | 0;
  const word = (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
  const a2 = s2 ^ s0;
  const a3 = s3 ^ s1;
  state[0] = s0 ^ a3;
  state[1] = s1 ^ a2;
  state[2] = a2 ^ (s1 << 9);
  state[3] = (a3 << 11) | (a3 >>> 21);
  return word;
}

/** Conversion I: ones among each 8 bits, a short last block kept. */
export function onesOfBytes(bits: Uint8Array): Uint8Array {
  const ones = new Uint8Array((bits.length + 7) >> 3);
  bits.forEach((bit, i) => (ones[i >> 3] = ones[i >> 3]! + bit));
  return ones;
}

/** Conversion II: 8 bits to a byte, the first on top, the last byte filled with zeros. */
export function bytesOfBits(bits: Uint8Array): Uint8Array {
  const bytes = new Uint8Array((bits.length + 7) >> 3);
  bits.forEach((bit, i) => (bytes[i >> 3] = bytes[i >> 3]! | (bit << (7 - (i & 7)))));
  return bytes;
}

/** Largest |s₁ + … + s_i − i·mean|. */
export function excursion(data: Uint8Array, values: ArrayLike<number>, mean: number): number {
  let [sum, most] = [0, 0];
  data.forEach((symbol, i) => {
    sum += values[symbol]!;
    most = Math.max(most, Math.abs(sum - (i + 1) * mean));
  });
  return most;
}

/** Runs, the longest, and how many signs are minus. */
type Runs = [runs: number, longest: number, minuses: number];

/** Runs of s_i > s_(i+1) and its contrary. */
export function directionalRuns(data: Uint8Array): Runs {
  return runsOf(data.length - 1, (i) => data[i]! > data[i + 1]!);
}

/** Runs of samples below `limit`, and of others. */
export function medianRuns(data: Uint8Array, limit: number): Runs {
  return runsOf(data.length, (i) => data[i]! < limit);
}

function runsOf(count: number, minus: (i: number) => boolean): Runs {
  const found: Runs = [0, 0, 0];
  for (let i = 0, length = 0; i < count; i++) {
    if (minus(i)) found[2]++;
    if (i === 0 || minus(i) !== minus(i - 1)) {
      found[0]++;
      length = 0;
    }
    length++;
    found[1] = Math.max(found[1], length);
  }
  return found;
}

/** Samples up to the first that repeats one, then afresh after it: their sum, how many times, the most. */
export function collisions(data: Uint8Array): [sum: number, count: number, most: number] {
  let [sum, count, most, from] = [0, 0, 0, 0];
  const seen = new Set<number>();
  data.forEach((symbol, i) => {
    if (!seen.has(symbol)) {
      seen.add(symbol);
      return;
    }
    const length = i + 1 - from;
    sum += length;
    count++;
    most = Math.max(most, length);
    from = i + 1;
    seen.clear();
  });
  return [sum, count, most];
}

/** How often s_i = s_(i+lag). */
export function periodicity(data: Uint8Array, lag: number): number {
  let equal = 0;
  for (let i = 0; i + lag < data.length; i++) if (data[i] === data[i + lag]) equal++;
  return equal;
}

/** Σ s_i s_(i+lag). */
export function covariance(data: Uint8Array, lag: number): number {
  let sum = 0;
  for (let i = 0; i + lag < data.length; i++) sum += data[i]! * data[i + lag]!;
  return sum;
}

/** Decimal values with single spaces between. */
export function decimalText(data: Uint8Array, values: ArrayLike<number>): Uint8Array {
  return new TextEncoder().encode(Array.from(data, (symbol) => values[symbol]).join(' '));
}
