import { peek } from './bits';

// @ts-ignore: decorator
@inline
function increment(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

// How often each pattern of `width` bits (24 at most) begins at one of `places` places; 2^width counters, u32, are added to.
export function patterns(bits: usize, from: u32, places: u32, width: u32, counts: usize): void {
  const low: u64 = 64 - width;
  // Patterns that one look at the bits holds whole.
  const each: u32 = 57 - width + 1;
  let at = from;
  const end = from + places;
  while (at < end) {
    let word = peek(bits, at);
    const here = min<u32>(each, end - at);
    for (let k: u32 = 0; k < here; k++) {
      increment(counts + (<usize>(word >> low) << 2));
      word <<= 1;
    }
    at += here;
  }
}

// Occurrences of templates in each block, `[blocks x templates]`. Templates that cannot overlap themselves occur as often as their pattern.
export function templates(bits: usize, width: u32, list: usize, count: u32, size: u32, blocks: u32, counts: usize, out: usize): void {
  for (let block: u32 = 0; block < blocks; block++) {
    memory.fill(counts, 0, <usize>4 << width);
    patterns(bits, block * size, size - width + 1, width, counts);
    for (let t: u32 = 0; t < count; t++) {
      store<u32>(out + ((block * count + t) << 2), load<u32>(counts + (<usize>load<u32>(list + (t << 2)) << 2)));
    }
  }
}

// Distances from blocks of `width` bits to the same block before, counted from block `initial` on; `last` has room for 2^width counters.
export function distances(bits: usize, width: u32, initial: u32, blocks: u32, last: usize, counts: usize): void {
  memory.fill(last, 0, <usize>4 << width);
  memory.fill(counts, 0, <usize>(blocks + 1) << 2);
  for (let i: u32 = 1; i <= blocks; i++) {
    const place = last + (<usize>(peek(bits, (i - 1) * width) >> <u64>(64 - width)) << 2);
    if (i > initial) increment(counts + (<usize>(i - load<u32>(place)) << 2));
    store<u32>(place, i);
  }
}
