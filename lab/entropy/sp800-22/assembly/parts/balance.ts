import { bitAt, peek } from './bits';

// Ones from a bit on.
// @ts-ignore: decorator
@inline
function ones(bits: usize, from: u32, count: u32): u32 {
  let at = from;
  const end = from + count;
  let sum: u32 = 0;
  while (at + 56 <= end) {
    sum += <u32>popcnt<u64>(peek(bits, at) >> 8);
    at += 56;
  }
  // A shift by 64 would be one by 0.
  if (at < end) sum += <u32>popcnt<u64>(peek(bits, at) >> (64 - (end - at)));
  return sum;
}

// Ones of each block, as u32.
export function onesOfBlocks(bits: usize, size: u32, blocks: u32, out: usize): void {
  for (let block: u32 = 0; block < blocks; block++) store<u32>(out + (block << 2), ones(bits, block * size, size));
}

// Places where a bit differs from the one before.
export function changes(bits: usize, length: u32): u32 {
  let sum: u32 = 0;
  let at: u32 = 0;
  const pairs = length - 1;
  while (at < pairs) {
    const count = min<u32>(56, pairs - at);
    const word = peek(bits, at);
    sum += <u32>popcnt<u64>((word ^ (word << 1)) >> (64 - count));
    at += count;
  }
  return sum;
}

// Lowest and highest partial sum and the end of the walk, as three i32 at `out`; `table` has room for three times 256 bytes.
export function walk(bits: usize, length: u32, table: usize, out: usize): void {
  tabulate(table);
  let sum: i32 = 0;
  let lowest: i32 = 0;
  let highest: i32 = 0;
  const whole = length >> 3;
  for (let i: u32 = 0; i < whole; i++) {
    const entry = table + load<u8>(bits + i);
    lowest = min(lowest, sum + <i32>load<i8>(entry, 256));
    highest = max(highest, sum + <i32>load<i8>(entry, 512));
    sum += <i32>load<i8>(entry);
  }
  for (let at = whole << 3; at < length; at++) {
    sum += <i32>(bitAt(bits, at) << 1) - 1;
    lowest = min(lowest, sum);
    highest = max(highest, sum);
  }
  store<i32>(out, lowest);
  store<i32>(out, highest, 4);
  store<i32>(out, sum, 8);
}

// For each byte the sum of its eight steps, and the lowest and highest sum on the way.
function tabulate(table: usize): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let sum: i32 = 0;
    let lowest: i32 = 8;
    let highest: i32 = -8;
    for (let k: u32 = 0; k < 8; k++) {
      sum += <i32>(((byte >> (7 - k)) & 1) << 1) - 1;
      lowest = min(lowest, sum);
      highest = max(highest, sum);
    }
    store<i8>(table + byte, <i8>sum);
    store<i8>(table + byte, <i8>lowest, 256);
    store<i8>(table + byte, <i8>highest, 512);
  }
}
