// Contexts of one-bit samples. Every context of 1 to 16 bits has its own place with two counts; that of m bits with the value x, the most
// recent bit lowest, stands at 8 (2^m - 2 + x).
import { CORRECT, LONGEST, PAIRS, PREFIXES, RUN, SCORES, WINNER } from './tally';

// @ts-ignore: decorator
@inline
function placeOf(counts: usize, length: u32, history: u32): usize {
  const span: u32 = 1 << length;
  return counts + (<usize>(span - 2 + (history & (span - 1))) << 3);
}

function historyBefore(text: usize, at: i32): u32 {
  let history: u32 = 0;
  for (let i = max(0, at - 16); i < at; i++) history = (history << 1) | <u32>load<u8>(text + i);
  return history;
}

/** Multi Markov model with counting (6.3.9): predicts and learns the samples from `from` to before `to`. */
export function multiMmcBinary(text: usize, length: i32, from: i32, to: i32, depth: i32, cap: u32, counts: usize, state: usize): void {
  const scores = state + SCORES;
  const pairs = state + PAIRS;
  if (from == 2) {
    for (let m = 1; m <= min(depth, length - 1); m++) {
      store<u32>(placeOf(counts, m, historyBefore(text, m)) + (<usize>load<u8>(text + m) << 2), 1);
      store<u32>(pairs + (<usize>(m - 1) << 2), 1);
    }
  }
  let history = historyBefore(text, from);
  let winner = load<u32>(state, WINNER);
  let best = load<u32>(scores + (<usize>winner << 2));
  let correct = load<u32>(state, CORRECT);
  let run = load<u32>(state, RUN);
  let longest = load<u32>(state, LONGEST);
  for (let i = from; i < to; i++) {
    const y = <u32>load<u8>(text + i);
    const orders = <u32>min(depth, i - 1);
    let next = winner;
    let hits: u32 = 0;
    let m: u32 = 0;
    for (; m < orders; m++) {
      const place = placeOf(counts, m + 1, history);
      const zeros = load<u32>(place);
      const ones = load<u32>(place, 4);
      if ((zeros | ones) == 0) break;
      // Equal counts predict the larger value.
      const hit = <u32>(zeros > ones) ^ y;
      const score = load<u32>(scores + (<usize>m << 2)) + hit;
      store<u32>(scores + (<usize>m << 2), score);
      hits |= hit << m;
      if (hit & <u32>(score >= best)) {
        next = m;
        best = score;
      }
      const count = y ? ones : zeros;
      if (count != 0) {
        store<u32>(place + (<usize>y << 2), count + 1);
      } else {
        const stored = load<u32>(pairs + (<usize>m << 2));
        if (stored < cap) {
          store<u32>(place + (<usize>y << 2), 1);
          store<u32>(pairs + (<usize>m << 2), stored + 1);
        }
      }
    }
    // Of the orders whose prefix is new nothing is predicted.
    for (let n = m; n < orders; n++) {
      const stored = load<u32>(pairs + (<usize>n << 2));
      if (stored >= cap) continue;
      store<u32>(placeOf(counts, n + 1, history) + (<usize>y << 2), 1);
      store<u32>(pairs + (<usize>n << 2), stored + 1);
    }
    if (winner < m) {
      const hit = (hits >> winner) & 1;
      correct += hit;
      run = hit ? run + 1 : 0;
      longest = max(longest, run);
    }
    winner = next;
    history = (history << 1) | y;
  }
  store<u32>(state, winner, WINNER);
  store<u32>(state, correct, CORRECT);
  store<u32>(state, run, RUN);
  store<u32>(state, longest, LONGEST);
}

/** LZ78Y (6.3.10): predicts and learns the samples from `from` to before `to`; the first call has from = depth + 1. */
export function lz78yBinary(text: usize, from: i32, to: i32, depth: i32, cap: u32, counts: usize, state: usize): void {
  let prefixes = load<u32>(state, PREFIXES);
  if (from == depth + 1) {
    const history = historyBefore(text, depth);
    for (let j = 1; j <= depth; j++) store<u32>(placeOf(counts, j, history) + (<usize>load<u8>(text + depth) << 2), 1);
    prefixes = depth;
  }
  let history = historyBefore(text, from);
  let correct = load<u32>(state, CORRECT);
  let run = load<u32>(state, RUN);
  let longest = load<u32>(state, LONGEST);
  for (let i = from; i < to; i++) {
    const y = <u32>load<u8>(text + i);
    let most: u32 = 0;
    let prediction: u32 = 2;
    for (let j = <u32>depth; j > 0; j--) {
      const place = placeOf(counts, j, history);
      const zeros = load<u32>(place);
      const ones = load<u32>(place, 4);
      const count = max(zeros, ones);
      if (count != 0) {
        if (count > most) {
          most = count;
          prediction = <u32>(zeros <= ones);
        }
        store<u32>(place + (<usize>y << 2), (y ? ones : zeros) + 1);
      } else if (prefixes < cap) {
        store<u32>(place + (<usize>y << 2), 1);
        prefixes++;
      }
    }
    const hit = prediction == y;
    correct += <u32>hit;
    run = hit ? run + 1 : 0;
    longest = max(longest, run);
    history = (history << 1) | y;
  }
  store<u32>(state, prefixes, PREFIXES);
  store<u32>(state, correct, CORRECT);
  store<u32>(state, run, RUN);
  store<u32>(state, longest, LONGEST);
}
