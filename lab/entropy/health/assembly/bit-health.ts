// Health tests over packed bits, 64 samples a word, first sample in the least significant place. TypeScript lays out the memory
// (../kernel/health-memory.ts) and calls with at most 256 words that lie within one window of 16,384 samples; ../kernel/plain-kernels.ts is the twin.
export { cells } from './parts/cells';

// Places in the state, bytes from its start.
const LAST: i32 = 0; // u64: last sample in every place
const MASK: i32 = 8; // u64: what the window's first sample makes of a word: equal samples become ones
const RUN: i32 = 16;
const COUNT: i32 = 20; // samples equal to the first in the adaptive proportion window
const WORDS: i32 = 24; // words of that window so far
const ONES: i32 = 28;
const CHANGES: i32 = 32;
const BOTH: i32 = 36; // ones after ones
const PREVIOUS: i32 = 40; // samples whose predecessor is a one
const STARTED: i32 = 44;
const RCT_FIRST: i32 = 48; // cutoffs: first and permanent
const APT_FIRST: i32 = 56;
const RCT_AT: i32 = 64; // samples from the start of this call at which a cutoff was first reached, or -1
const APT_AT: i32 = 72;
const LONGEST: i32 = 80; // longest run and largest count of this call
const LARGEST: i32 = 84;

function reach(state: usize, at: i32, cutoffs: i32, before: i32, after: i32, start: i32): void {
  for (let s = 0; s < 8; s += 4) {
    const cutoff = load<i32>(state + cutoffs + s);
    if (before < cutoff && after >= cutoff && load<i32>(state + at + s) < 0)
      store<i32>(state + at + s, start + (cutoff - before) - 1);
  }
}

/** Repetition count, adaptive proportion over 1,024, and the counts of the monobit and transition windows. */
export function continuous(words: usize, n: i32, state: usize): void {
  let last = load<u64>(state + LAST);
  let mask = load<u64>(state + MASK);
  let run = load<i32>(state + RUN);
  let count = load<i32>(state + COUNT);
  let inWindow = load<i32>(state + WORDS);
  let ones = load<i32>(state + ONES);
  let changes = load<i32>(state + CHANGES);
  let both = load<i32>(state + BOTH);
  let previous = load<i32>(state + PREVIOUS);
  let longest: i32 = 0;
  let largest: i32 = 0;
  const rct = load<i32>(state + RCT_FIRST);
  const apt = min(load<i32>(state + APT_FIRST), load<i32>(state + APT_FIRST + 4));
  store<i32>(state + RCT_AT, -1);
  store<i32>(state + RCT_AT + 4, -1);
  store<i32>(state + APT_AT, -1);
  store<i32>(state + APT_AT + 4, -1);
  if (!load<i32>(state + STARTED)) {
    // The first sample of all has no predecessor; one equal to itself changes nothing, and a run of 0 makes it 1.
    if (n > 0) last = (load<u64>(words) & 1) ? <u64>-1 : 0;
    store<i32>(state + STARTED, 1);
  }
  for (let i = 0; i < n; i++) {
    const x = load<u64>(words + (i << 3));
    const before = (x << 1) | (last & 1);
    ones += <i32>popcnt<u64>(x);
    changes += <i32>popcnt<u64>(x ^ before);
    both += <i32>popcnt<u64>(x & before);
    previous += <i32>popcnt<u64>(before);

    // Repetition count.
    const other = x ^ last;
    if (other == 0) {
      if (run + 64 >= rct) reach(state, RCT_AT, RCT_FIRST, run, run + 64, i << 6);
      run += 64;
      longest = max(longest, run);
    } else {
      const head = <i32>ctz<u64>(other);
      if (run + head >= rct) reach(state, RCT_AT, RCT_FIRST, run, run + head, i << 6);
      if (head > 0) longest = max(longest, run + head);
      // A run of nine or more somewhere in the word, which only then is looked through.
      let same = ~(x ^ (x >> 1)) & 0x7fffffffffffffff;
      same &= same >> 1;
      same &= same >> 2;
      same &= same >> 4;
      if (same != 0 || rct < 10 || longest < 9) {
        let at = head;
        let symbol = ~last;
        while (at < 64) {
          const rest = (x ^ symbol) >> at;
          const length = rest == 0 ? 64 - at : <i32>ctz<u64>(rest);
          if (length >= rct) reach(state, RCT_AT, RCT_FIRST, 0, length, (i << 6) + at);
          longest = max(longest, length);
          at += length;
          symbol = ~symbol;
        }
      }
      last = (x >> 63) != 0 ? <u64>-1 : 0;
      run = <i32>clz<u64>(x ^ last);
    }

    // Adaptive proportion.
    if (inWindow == 0) {
      mask = (x & 1) ? 0 : <u64>-1;
      count = 0;
    }
    const equal = x ^ mask;
    const now = count + <i32>popcnt<u64>(equal);
    if (now >= apt) locate(state, equal, count, now, i << 6);
    count = now;
    largest = max(largest, count);
    inWindow = (inWindow + 1) & 15;
  }
  store<u64>(state + LAST, last);
  store<u64>(state + MASK, mask);
  store<i32>(state + RUN, run);
  store<i32>(state + COUNT, count);
  store<i32>(state + WORDS, inWindow);
  store<i32>(state + ONES, ones);
  store<i32>(state + CHANGES, changes);
  store<i32>(state + BOTH, both);
  store<i32>(state + PREVIOUS, previous);
  store<i32>(state + LONGEST, longest);
  store<i32>(state + LARGEST, largest);
}

/** Which sample of a word made the count reach a cutoff. */
function locate(state: usize, equal: u64, before: i32, after: i32, start: i32): void {
  for (let s = 0; s < 8; s += 4) {
    const cutoff = load<i32>(state + APT_FIRST + s);
    if (before >= cutoff || after < cutoff || load<i32>(state + APT_AT + s) >= 0) continue;
    let count = before;
    let at = 0;
    for (; ; at++) {
      count += <i32>((equal >> at) & 1);
      if (count == cutoff) break;
    }
    store<i32>(state + APT_AT + s, start + at);
  }
}

/** Adds to counts[k - 1], k = 1 … 128, how many samples differ from the one k before. Two words of history lie before `words`. */
export function lags(words: usize, n: i32, counts: usize): void {
  for (let k = 1; k <= 128; k++) {
    const whole = (k >> 6) << 3;
    const part = k & 63;
    let sum = i32x4.splat(0);
    let i = 0;
    while (i + 1 < n) {
      let bytes = i8x16.splat(0);
      // 31 popcounts of a byte fit in a byte.
      const end = min(n - 1, i + 62);
      if (part == 0) {
        for (; i < end; i += 2) {
          const at = words + (i << 3);
          const differ = v128.xor(v128.load(at), v128.load(at - whole));
          bytes = i8x16.add(bytes, i8x16.popcnt(differ));
        }
      } else {
        for (; i < end; i += 2) {
          const at = words + (i << 3);
          const near = i64x2.shl(v128.load(at - whole), part);
          const far = i64x2.shr_u(v128.load(at - whole - 8), 64 - part);
          bytes = i8x16.add(bytes, i8x16.popcnt(v128.xor(v128.load(at), v128.or(near, far))));
        }
      }
      sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
    }
    let count = i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1);
    count += i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
    if (i < n) {
      const at = words + (i << 3);
      let shifted = load<u64>(at - whole);
      if (part != 0) shifted = (shifted << part) | (load<u64>(at - whole - 8) >> (64 - part));
      count += <i32>popcnt<u64>(load<u64>(at) ^ shifted);
    }
    const place = counts + ((k - 1) << 2);
    store<i32>(place, load<i32>(place) + count);
  }
}

// Places in the predictor's state: eight scores, each times 8 with 7 - lag's index in the low bits, so that the largest is the winner and ties go to
// the shorter lag; then history, hits, run of hits, longest run of this call and the run's place of crossing.
const HISTORY: i32 = 32;
const HITS: i32 = 36;
const HIT_RUN: i32 = 40;
const HIT_LONGEST: i32 = 44;

/** The lag predictor. `steps` is a table of what each pattern of right lags adds to the scores: 256 × eight i32. */
export function predict(words: usize, n: i32, state: usize, steps: usize): void {
  let low = v128.load(state);
  let high = v128.load(state + 16);
  let history = load<u32>(state + HISTORY);
  let hits = load<i32>(state + HITS);
  let run = load<i32>(state + HIT_RUN);
  let longest: i32 = 0;
  for (let i = 0; i < n; i++) {
    let x = load<u64>(words + (i << 3));
    for (let k = 0; k < 64; k++) {
      let best = i32x4.max_s(low, high);
      best = i32x4.max_s(best, i32x4.shuffle(best, best, 2, 3, 0, 1));
      best = i32x4.max_s(best, i32x4.shuffle(best, best, 1, 0, 3, 2));
      const winner = 7 - (i32x4.extract_lane(best, 0) & 7);
      const sample = <u32>(x & 1);
      const right = ~(history ^ (0 - sample)) & 255;
      const hit = (right >> winner) & 1;
      hits += hit;
      run = (run + 1) & (0 - hit);
      longest = max(longest, run);
      const row = steps + (right << 5);
      low = i32x4.add(low, v128.load(row));
      high = i32x4.add(high, v128.load(row + 16));
      history = (history << 1) | sample;
      x >>= 1;
    }
  }
  v128.store(state, low);
  v128.store(state + 16, high);
  store<u32>(state + HISTORY, history & 255);
  store<i32>(state + HITS, hits);
  store<i32>(state + HIT_RUN, run);
  store<i32>(state + HIT_LONGEST, longest);
}

// Places in the replay test's state.
const STREAK: i32 = 0;
const MOST: i32 = 4;
const ANCHORS: i32 = 8;
const REPLAY_AT: i32 = 12; // sample from the start of this call at which the longest streak was reached

// 0000 1110 1101 in time, first sample in the least significant place: as many ones as zeros, and it cannot overlap itself.
const PATTERN: u32 = 0b101101110000;

/**
 * Looks for stretches that came before: the 64 samples after each occurrence of a pattern of twelve are remembered, in a table of 65,536, wherever they
 * lie; equal ones at occurrence after occurrence are a replay. Works one word behind, on the two words before `words`.
 */
export function anchors(words: usize, n: i32, state: usize, table: usize): void {
  let streak = load<i32>(state + STREAK);
  let most: i32 = 0;
  let seen = load<i32>(state + ANCHORS);
  for (let i = 0; i < n; i++) {
    const at = words + (i << 3);
    const next = load<u64>(at);
    const here = load<u64>(at - 8);
    const before = load<u64>(at - 16);
    let match = (PATTERN >> 11) & 1 ? here : ~here;
    for (let d: u32 = 1; d < 12 && match != 0; d++) {
      const shifted = (here << d) | (before >> (64 - d));
      match &= (PATTERN >> (11 - d)) & 1 ? shifted : ~shifted;
    }
    while (match != 0) {
      const place = <i32>ctz<u64>(match);
      match &= match - 1;
      const key = place == 63 ? next : (here >> (place + 1)) | (next << (63 - place));
      const slot = table + (<usize>((key * 0x9e3779b97f4a7c15) >> 48) << 3);
      streak = load<u64>(slot) == key ? streak + 1 : 0;
      store<u64>(slot, key);
      seen++;
      if (streak > most) {
        most = streak;
        store<i32>(state + REPLAY_AT, (i << 6) + place);
      }
    }
  }
  store<i32>(state + STREAK, streak);
  store<i32>(state + MOST, most);
  store<i32>(state + ANCHORS, seen);
}
