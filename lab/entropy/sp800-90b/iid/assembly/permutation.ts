// The statistics of the permutation test (SP 800-90B, 5.1) and the shuffle between them, on one sample a byte.
//
// The caller lays out the memory (../permutation-kernel.ts) and passes byte offsets. ../permutation-twin.ts holds plain twins; every result is a
// whole number or made by the same operations on doubles in the same order, so that they agree to the last bit.

// State of xoshiro128++, four words.
const STATE: usize = 0;
// Results of a call, three doubles.
const RESULT: usize = 16;
// When each symbol was last seen, 256 words.
const SEEN: usize = 64;
// Value of each symbol, 256 words, and its decimal digits and a space, 256 words; lengths of those, 256 bytes.
const VALUE: usize = SEEN + 1024;
const TEXT: usize = VALUE + 1024;
const TEXT_LENGTH: usize = TEXT + 1024;

// @ts-ignore: decorator
@inline
function result(index: usize, value: f64): void {
  store<f64>(RESULT + 8 * index, value);
}

// Fisher-Yates from the end; places by Lemire's multiplication (ACM TOMACS 29 (2019) 3), rejection included: every permutation equally likely.
export function shuffle(data: usize, count: u32): void {
  let s0 = load<u32>(STATE);
  let s1 = load<u32>(STATE, 4);
  let s2 = load<u32>(STATE, 8);
  let s3 = load<u32>(STATE, 12);
  for (let span = count; span > 1; span--) {
    let product: u64;
    let threshold: u32 = 0;
    let known = false;
    for (;;) {
      const word = rotl<u32>(s0 + s3, 7) + s0;
      const shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = rotl<u32>(s3, 11);
      product = u64(word) * u64(span);
      if (u32(product) >= span) break;
      if (!known) {
        threshold = (0 - span) % span;
        known = true;
      }
      if (u32(product) >= threshold) break;
    }
    const last = data + span - 1;
    const other = data + usize(product >> 32);
    const kept = load<u8>(last);
    store<u8>(last, load<u8>(other));
    store<u8>(other, kept);
  }
  store<u32>(STATE, s0);
  store<u32>(STATE, s1, 4);
  store<u32>(STATE, s2, 8);
  store<u32>(STATE, s3, 12);
}

// Conversion I: ones among each 8 bits, a short last block kept. Conversion II: 8 bits to a byte, first bit on top, the last one filled with zeros.
export function convert(bits: usize, count: usize, ones: usize, bytes: usize): void {
  for (let at: usize = 0; at < count; at += 8) {
    let byte: u32 = 0;
    const here = min<usize>(8, count - at);
    for (let i: usize = 0; i < here; i++) byte |= u32(load<u8>(bits + at + i)) << (7 - u32(i));
    store<u8>(bytes + (at >> 3), u8(byte));
    store<u8>(ones + (at >> 3), u8(popcnt<u32>(byte)));
  }
}

// Largest distance of the running sum from that of the mean.
export function excursion(data: usize, count: usize, mean: f64): f64 {
  let sum: u64 = 0;
  let most: f64 = 0;
  for (let i: usize = 0; i < count; i++) {
    sum += u64(load<u32>(VALUE + (usize(load<u8>(data + i)) << 2)));
    most = max(most, abs(f64(i64(sum)) - f64(i64(i) + 1) * mean));
  }
  return most;
}

// Runs in a sequence of signs, told 64 at a time.
let start: usize = 0;
let longest: usize = 0;
let changes: usize = 0;
let minuses: usize = 0;
let before: u64 = 0;

function beginRuns(): void {
  start = 0;
  longest = 0;
  changes = 0;
  minuses = 0;
}

// @ts-ignore: decorator
@inline
function addSigns(at: usize, signs: u64, here: usize): void {
  if (at == 0) before = signs & 1;
  const valid = here == 64 ? u64(-1) : (u64(1) << u64(here)) - 1;
  let turns = (signs ^ ((signs << 1) | before)) & valid;
  before = (signs >> u64(here - 1)) & 1;
  minuses += usize(popcnt<u64>(signs & valid));
  changes += usize(popcnt<u64>(turns));
  while (turns != 0) {
    const turn = at + usize(ctz<u64>(turns));
    longest = max(longest, turn - start);
    start = turn;
    turns &= turns - 1;
  }
}

function endRuns(count: usize): void {
  result(0, f64(changes + 1));
  result(1, f64(max(longest, count - start)));
  result(2, f64(minuses));
}

// @ts-ignore: decorator
@inline
function falls(at: usize): u64 {
  return u64(i8x16.bitmask(i8x16.gt_u(v128.load(at), v128.load(at, 1))));
}

// Runs of s[i] > s[i+1]; results: runs, the longest, how many fall. At least two samples.
export function directionalRuns(data: usize, count: usize): void {
  const signs = count - 1;
  beginRuns();
  let at: usize = 0;
  for (; at + 64 <= signs; at += 64) {
    const p = data + at;
    addSigns(at, falls(p) | (falls(p + 16) << 16) | (falls(p + 32) << 32) | (falls(p + 48) << 48), 64);
  }
  if (at < signs) {
    let last: u64 = 0;
    for (let i = at; i < signs; i++) last |= u64(load<u8>(data + i) > load<u8>(data + i, 1)) << u64(i - at);
    addSigns(at, last, signs - at);
  }
  endRuns(signs);
}

// @ts-ignore: decorator
@inline
function below(at: usize, limit: v128): u64 {
  return u64(i8x16.bitmask(i8x16.lt_u(v128.load(at), limit)));
}

// Runs of samples below `limit`; results: runs, the longest, how many are below.
export function medianRuns(data: usize, count: usize, limit: u32): void {
  const all = i8x16.splat(u8(limit));
  beginRuns();
  let at: usize = 0;
  for (; at + 64 <= count; at += 64) {
    const p = data + at;
    addSigns(at, below(p, all) | (below(p + 16, all) << 16) | (below(p + 32, all) << 32) | (below(p + 48, all) << 48), 64);
  }
  if (at < count) {
    let last: u64 = 0;
    for (let i = at; i < count; i++) last |= u64(load<u8>(data + i) < u8(limit)) << u64(i - at);
    addSigns(at, last, count - at);
  }
  endRuns(count);
}

// Samples up to the first that repeats one, again and again; results: their sum, how many repeats, the most samples.
export function collisions(data: usize, count: usize): void {
  memory.fill(SEEN, 0, 1024);
  let epoch: u32 = 1;
  let from: usize = 0;
  let sum: usize = 0;
  let most: usize = 0;
  for (let i: usize = 0; i < count; i++) {
    const seen = SEEN + (usize(load<u8>(data + i)) << 2);
    if (load<u32>(seen) == epoch) {
      const length = i + 1 - from;
      sum += length;
      most = max(most, length);
      from = i + 1;
      epoch++;
    } else store<u32>(seen, epoch);
  }
  result(0, f64(sum));
  result(1, f64(epoch - 1));
  result(2, f64(most));
}

// How often s[i] = s[i + lag].
export function periodicity(data: usize, count: usize, lag: usize): f64 {
  if (count <= lag) return 0;
  const pairs = count - lag;
  let equal: u64 = 0;
  let at: usize = 0;
  while (at + 16 <= pairs) {
    // Each byte counts down to -255 at most before it is read out.
    const end = min<usize>(at + 255 * 16, pairs & ~15);
    let counts = i8x16.splat(0);
    for (; at < end; at += 16) counts = i8x16.sub(counts, i8x16.eq(v128.load(data + at), v128.load(data + at + lag)));
    const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts));
    equal +=
      u64(i32x4.extract_lane(sums, 0)) +
      u64(i32x4.extract_lane(sums, 1)) +
      u64(i32x4.extract_lane(sums, 2)) +
      u64(i32x4.extract_lane(sums, 3));
  }
  for (; at < pairs; at++) equal += u64(load<u8>(data + at) == load<u8>(data + at + lag));
  return f64(equal);
}

// Sum of s[i] s[i + lag].
export function covariance(data: usize, count: usize, lag: usize): f64 {
  if (count <= lag) return 0;
  const pairs = count - lag;
  let total: u64 = 0;
  let at: usize = 0;
  while (at + 16 <= pairs) {
    // 4 products a lane and vector, each below 2^16: 8192 vectors stay within 32 bits.
    const end = min<usize>(at + 8192 * 16, pairs & ~15);
    let sums = i32x4.splat(0);
    for (; at < end; at += 16) {
      const a = v128.load(data + at);
      const b = v128.load(data + at + lag);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extmul_low_i8x16_u(a, b)));
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extmul_high_i8x16_u(a, b)));
    }
    total +=
      u64(u32(i32x4.extract_lane(sums, 0))) +
      u64(u32(i32x4.extract_lane(sums, 1))) +
      u64(u32(i32x4.extract_lane(sums, 2))) +
      u64(u32(i32x4.extract_lane(sums, 3)));
  }
  for (; at < pairs; at++) total += u64(load<u8>(data + at)) * u64(load<u8>(data + at + lag));
  return f64(total);
}

// Writes the values in decimal with single spaces between; returns the length. Four bytes of room behind are needed.
export function decimalText(data: usize, count: usize, to: usize): usize {
  let at = to;
  for (let i: usize = 0; i < count; i++) {
    const symbol = usize(load<u8>(data + i));
    store<u32>(at, load<u32>(TEXT + (symbol << 2)));
    at += usize(load<u8>(TEXT_LENGTH + symbol));
  }
  return at - to - 1;
}
