// MultiMMC and LZ78Y over samples of more than two values.
import { add, count, extend, find, largestCount, pairsUsed, predictionOf } from './context-table';
import { CORRECT, LONGEST, PAIRS, PREFIXES, RUN, SCORES, WINNER } from './tally';

/** Multi Markov model with counting (6.3.9): predicts and learns the samples from `from` to before `to`. */
export function multiMmcHashed(text: usize, length: i32, from: i32, to: i32, depth: i32, cap: u32, state: usize): void {
  const scores = state + SCORES;
  const pairs = state + PAIRS;
  if (from == 2) {
    for (let m = 1; m <= min(depth, length - 1); m++) {
      learnNew(text, m, m, hashOf(text, m, m));
      store<u32>(pairs + (<usize>(m - 1) << 2), 1);
    }
  }
  // The highest order that still stores new pairs.
  let open: i32 = 0;
  for (let m = 1; m <= depth; m++) if (load<u32>(pairs + (<usize>(m - 1) << 2)) < cap) open = m;
  let winner = load<u32>(state, WINNER);
  let best = load<u32>(scores + (<usize>winner << 2));
  let correct = load<u32>(state, CORRECT);
  let run = load<u32>(state, RUN);
  let longest = load<u32>(state, LONGEST);
  for (let i = from; i < to; i++) {
    const y = <u32>load<u8>(text + i);
    const orders = min(depth, i - 1);
    let next = winner;
    let hash: u32 = 0;
    let seen = true;
    for (let m = 1; m <= orders; m++) {
      if (!seen && m > open) break;
      hash = extend(hash, <u32>load<u8>(text + i - m));
      const stored = pairs + (<usize>(m - 1) << 2);
      const context = seen || load<u32>(stored) < cap ? find(m, hash, text + i) : 0;
      seen = seen && context != 0;
      const before = load<u32>(stored);
      if (seen) {
        const order = <u32>(m - 1);
        const hit = predictionOf(context) == y;
        if (hit) {
          const score = load<u32>(scores + (<usize>order << 2)) + 1;
          store<u32>(scores + (<usize>order << 2), score);
          if (score >= best) {
            next = order;
            best = score;
          }
        }
        if (order == winner) {
          correct += <u32>hit;
          run = hit ? run + 1 : 0;
          longest = max(longest, run);
        }
        if (!count(context, y, before < cap)) continue;
      } else {
        if (before >= cap) continue;
        if (context == 0) add(m, hash, i, y);
        else count(context, y, true);
      }
      store<u32>(stored, before + 1);
      if (before + 1 == cap && m == open) {
        while (open > 0 && load<u32>(pairs + (<usize>(open - 1) << 2)) >= cap) open--;
      }
    }
    winner = next;
  }
  store<u32>(state, winner, WINNER);
  store<u32>(state, correct, CORRECT);
  store<u32>(state, run, RUN);
  store<u32>(state, longest, LONGEST);
}

/**
 * LZ78Y (6.3.10): predicts and learns the samples from `from` to before `to`; the first call has from = depth + 1.
 * @returns the next sample: below `to` if the table of pairs would hold more than `room`
 */
export function lz78yHashed(text: usize, from: i32, to: i32, depth: i32, cap: u32, room: u32, hashes: usize, state: usize): i32 {
  let prefixes = load<u32>(state, PREFIXES);
  if (from == depth + 1) {
    for (let j = 1; j <= depth; j++) learnNew(text, depth, j, hashOf(text, depth, j));
    prefixes = depth;
  }
  let correct = load<u32>(state, CORRECT);
  let run = load<u32>(state, RUN);
  let longest = load<u32>(state, LONGEST);
  let i = from;
  for (; i < to && pairsUsed() + <u32>depth <= room; i++) {
    const y = <u32>load<u8>(text + i);
    let hash: u32 = 0;
    for (let j = 1; j <= depth; j++) {
      hash = extend(hash, <u32>load<u8>(text + i - j));
      store<u32>(hashes + (<usize>j << 2), hash);
    }
    let most: u32 = 0;
    let prediction: u32 = 256;
    for (let j = depth; j > 0; j--) {
      const own = load<u32>(hashes + (<usize>j << 2));
      const context = find(j, own, text + i);
      if (context != 0) {
        const times = largestCount(context);
        if (times > most) {
          most = times;
          prediction = predictionOf(context);
        }
        count(context, y, true);
      } else if (prefixes < cap) {
        add(j, own, i, y);
        prefixes++;
      }
    }
    const hit = prediction == y;
    correct += <u32>hit;
    run = hit ? run + 1 : 0;
    longest = max(longest, run);
  }
  store<u32>(state, prefixes, PREFIXES);
  store<u32>(state, correct, CORRECT);
  store<u32>(state, run, RUN);
  store<u32>(state, longest, LONGEST);
  return i;
}

function hashOf(text: usize, end: i32, length: i32): u32 {
  let hash: u32 = 0;
  for (let j = 1; j <= length; j++) hash = extend(hash, <u32>load<u8>(text + end - j));
  return hash;
}

/** Stores a context that is the first of its length, with the symbol after it. */
function learnNew(text: usize, end: i32, length: i32, hash: u32): void {
  find(length, hash, text + end);
  add(length, hash, end, <u32>load<u8>(text + end));
}
