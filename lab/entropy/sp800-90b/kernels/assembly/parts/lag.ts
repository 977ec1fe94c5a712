// Lag (6.3.8). Blocks of 64 samples: SIMD compares them with those of every lag before, and only the lags whose score reaches that of the
// winner within the block are followed sample by sample. A score never falls, so that no other lag can win there.
import { CORRECT, LONGEST, RUN, SCORES, WINNER } from './tally';

/** Matches of each lag in a block (u64), then the lags that are followed (u32). */
const MATCHES: usize = 2048;
const FOLLOWED: usize = 4096;

/** Predicts the samples from `from` to before `to`; `from` is 1 or a multiple of 64. Scratch: 5 kB from `state` on. */
export function lag(text: usize, from: i32, to: i32, depth: i32, state: usize): void {
  const scores = state + SCORES;
  const matches = state + MATCHES;
  const followed = state + FOLLOWED;
  let winner = load<u32>(state, WINNER);
  let high = load<u32>(scores + (<usize>winner << 2));
  let correct = load<u32>(state, CORRECT);
  let run = load<u32>(state, RUN);
  let longest = load<u32>(state, LONGEST);
  let i = from;
  while (i < to) {
    const size = min(64 - (i & 63), to - i);
    const at = text + i;
    let count = 0;
    for (let d = 0; d < depth; d++) {
      let match: u64 = 0;
      // The first samples have nothing so far back.
      const known = i - d - 1;
      if (size == 64 && known >= 0) match = compare(at, at - d - 1);
      else for (let t = max(0, -known); t < size; t++) match |= <u64>(load<u8>(at + t) == load<u8>(at + t - d - 1)) << t;
      const score = load<u32>(scores + (<usize>d << 2)) + <u32>popcnt<u64>(match);
      if (match != 0 && score >= high) {
        store<u64>(matches + (<usize>d << 3), match);
        store<u32>(followed + (<usize>count << 2), d);
        count++;
      } else {
        store<u32>(scores + (<usize>d << 2), score);
        if (<u32>d == winner) store<u64>(matches + (<usize>d << 3), 0);
      }
    }
    for (let t = 0; t < size; t++) {
      const hit = <u32>(load<u64>(matches + (<usize>winner << 3)) >> t) & 1;
      correct += hit;
      run = hit ? run + 1 : 0;
      longest = max(longest, run);
      for (let n = 0; n < count; n++) {
        const d = load<u32>(followed + (<usize>n << 2));
        const matched = <u32>(load<u64>(matches + (<usize>d << 3)) >> t) & 1;
        const score = load<u32>(scores + (<usize>d << 2)) + matched;
        store<u32>(scores + (<usize>d << 2), score);
        if (matched & <u32>(score >= high)) {
          winner = d;
          high = score;
        }
      }
    }
    i += size;
  }
  store<u32>(state, winner, WINNER);
  store<u32>(state, correct, CORRECT);
  store<u32>(state, run, RUN);
  store<u32>(state, longest, LONGEST);
}

/** Which of 64 samples equal those at another place. */
// @ts-ignore: decorator
@inline
function compare(a: usize, b: usize): u64 {
  const m0 = <u64>i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b)));
  const m1 = <u64>i8x16.bitmask(i8x16.eq(v128.load(a, 16), v128.load(b, 16)));
  const m2 = <u64>i8x16.bitmask(i8x16.eq(v128.load(a, 32), v128.load(b, 32)));
  const m3 = <u64>i8x16.bitmask(i8x16.eq(v128.load(a, 48), v128.load(b, 48)));
  return m0 | (m1 << 16) | (m2 << 32) | (m3 << 48);
}
