// MultiMCW (6.3.7): the most common symbol of the last samples, ties to the one seen last.
import { CORRECT, LONGEST, RUN, SCORES, WINNER } from './tally';

/** Bytes of a window: 256 counts, 256 places where a symbol was last seen, largest count, most common symbol. */
const WINDOW: usize = 2064;
const LAST: usize = 1024;
const MOST: usize = 2048;
const COMMON: usize = 2052;

/** Takes the first samples into each window, until it is full. `sizes` are u32, rising. */
export function fillWindows(text: usize, sizes: usize, windows: i32, tables: usize): void {
  for (let j = 0; j < windows; j++) {
    const table = tables + <usize>j * WINDOW;
    const size = load<i32>(sizes + (<usize>j << 2));
    for (let i = 0; i < size; i++) take(table, <u32>load<u8>(text + i), i);
  }
}

/** Predicts and learns the samples from `from` to before `to`. */
export function mostCommonInWindow(text: usize, from: i32, to: i32, sizes: usize, windows: i32, alphabet: u32, tables: usize, state: usize): void {
  const scores = state + SCORES;
  let winner = load<u32>(state, WINNER);
  let correct = load<u32>(state, CORRECT);
  let run = load<u32>(state, RUN);
  let longest = load<u32>(state, LONGEST);
  for (let i = from; i < to; i++) {
    const y = <u32>load<u8>(text + i);
    const hit = load<u32>(tables + <usize>winner * WINDOW, COMMON) == y;
    correct += <u32>hit;
    run = hit ? run + 1 : 0;
    longest = max(longest, run);
    for (let j = 0; j < windows; j++) {
      const size = load<i32>(sizes + (<usize>j << 2));
      if (i < size) break;
      const table = tables + <usize>j * WINDOW;
      if (load<u32>(table, COMMON) == y) {
        const score = load<u32>(scores + (<usize>j << 2)) + 1;
        store<u32>(scores + (<usize>j << 2), score);
        if (score >= load<u32>(scores + (<usize>winner << 2))) winner = j;
      }
      drop(table, <u32>load<u8>(text + i - size), y, i, alphabet);
    }
  }
  store<u32>(state, winner, WINNER);
  store<u32>(state, correct, CORRECT);
  store<u32>(state, run, RUN);
  store<u32>(state, longest, LONGEST);
}

// @ts-ignore: decorator
@inline
function take(table: usize, y: u32, i: i32): void {
  const at = table + (<usize>y << 2);
  const count = load<u32>(at) + 1;
  store<u32>(at, count);
  store<i32>(at, i, LAST);
  if (count >= load<u32>(table, MOST)) {
    store<u32>(table, count, MOST);
    store<u32>(table, y, COMMON);
  }
}

/** Moves a window on by one: `old` leaves, `y` comes in. */
// @ts-ignore: decorator
@inline
function drop(table: usize, old: u32, y: u32, i: i32, alphabet: u32): void {
  const gone = table + (<usize>old << 2);
  store<u32>(gone, load<u32>(gone) - 1);
  take(table, y, i);
  // A count of the most common symbol went away: unless it came back at once, another may be the most common now.
  if (old == load<u32>(table, COMMON) && old != y) choose(table, alphabet);
}

function choose(table: usize, alphabet: u32): void {
  let most: u32 = 0;
  let latest: i32 = -1;
  let common: u32 = 0;
  for (let k: u32 = 0; k < alphabet; k++) {
    const at = table + (<usize>k << 2);
    const count = load<u32>(at);
    const last = load<i32>(at, LAST);
    if (count > most || (count == most && last > latest)) {
      most = count;
      latest = last;
      common = k;
    }
  }
  store<u32>(table, most, MOST);
  store<u32>(table, common, COMMON);
}
