// Single cells of an array: repetition count and ones of each.

/**
 * One turn of a row: 64 shots of `blocks` × 64 columns. Transposes each block, so that a cell's 64 samples are a word, and follows runs and ones of
 * each cell: { run, last sample, ones, longest run } as four i32 a cell; the last is written for the cell with the longest run of all, which is returned.
 */
export function cells(turn: usize, blocks: i32, scratch: usize, states: usize): i32 {
  let worst = 0;
  let longest: i32 = -1;
  for (let b = 0; b < blocks; b++) {
    for (let k = 0; k < 64; k++) store<u64>(scratch + (k << 3), load<u64>(turn + ((k * blocks + b) << 3)));
    transpose(scratch);
    for (let c = 0; c < 64; c++) {
      const x = load<u64>(scratch + (c << 3));
      const cell = (b << 6) + c;
      const state = states + (cell << 4);
      const run = load<i32>(state);
      let symbol: u64 = load<i32>(state + 4) ? <u64>-1 : 0;
      let other = x ^ symbol;
      let best: i32;
      if (other == 0) {
        best = run + 64;
        store<i32>(state, best);
      } else {
        let at = <i32>ctz<u64>(other);
        best = at > 0 ? run + at : 0;
        // Runs of nine or more in the word: without one, and with a longer run elsewhere, it need not be looked through.
        let same = ~(x ^ (x >> 1)) & 0x7fffffffffffffff;
        same &= same >> 1;
        same &= same >> 2;
        same &= same >> 4;
        if (same != 0 || longest < 9) {
          while (at < 64) {
            symbol = ~symbol;
            other = (x ^ symbol) >> at;
            const length = other == 0 ? 64 - at : <i32>ctz<u64>(other);
            best = max(best, length);
            at += length;
          }
        }
        symbol = (x >> 63) != 0 ? <u64>-1 : 0;
        store<i32>(state, <i32>clz<u64>(x ^ symbol));
        store<i32>(state + 4, <i32>(x >> 63));
      }
      store<i32>(state + 8, load<i32>(state + 8) + <i32>popcnt<u64>(x));
      if (best > longest) {
        longest = best;
        worst = cell;
      }
    }
  }
  store<i32>(states + (worst << 4) + 12, longest);
  return worst;
}

/** Transposes 64 × 64 bits in place, halving the blocks that change places (H. S. Warren, Hacker's Delight, 7-3). */
function transpose(a: usize): void {
  let m: u64 = 0x00000000ffffffff;
  for (let j = 32; j != 0; j >>= 1, m ^= m << j) {
    for (let k = 0; k < 64; k = ((k | j) + 1) & ~j) {
      const one = a + (k << 3);
      const two = a + ((k | j) << 3);
      const t = ((load<u64>(one) >> j) ^ load<u64>(two)) & m;
      store<u64>(one, load<u64>(one) ^ (t << j));
      store<u64>(two, load<u64>(two) ^ t);
    }
  }
}
