import { bitAt } from './bits';

// Visits of a walk between its returns to 0; see ../../counts.ts. At `out`, as u32: the cycles, 8 x 6 classes, 18 visits. `cycle` has room for 9
// counters, of the states -4 ... 4 in this cycle.
export function excursions(bits: usize, length: u32, cycle: usize, out: usize): void {
  memory.fill(cycle, 0, 36);
  memory.fill(out, 0, 4 * (1 + 48 + 18));
  const visits = out + 4 * 49;
  let sum: i32 = 0;
  let at: u32 = 0;
  while (at < length) {
    // Eight steps at once where none of them reaches a state that counts.
    if ((at & 7) == 0 && abs(sum) > 17 && at + 8 <= length) {
      sum += 2 * <i32>popcnt<u32>(<u32>load<u8>(bits + (at >> 3))) - 8;
      at += 8;
      continue;
    }
    sum += <i32>(bitAt(bits, at) << 1) - 1;
    at++;
    if (sum == 0) {
      end(cycle, out);
      continue;
    }
    if (<u32>(sum + 9) <= 18) add(visits + (<usize>(sum > 0 ? sum + 8 : sum + 9) << 2));
    if (<u32>(sum + 4) <= 8) add(cycle + (<usize>(sum + 4) << 2));
  }
  if (sum != 0) end(cycle, out);
}

// @ts-ignore: decorator
@inline
function add(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

function end(cycle: usize, out: usize): void {
  add(out);
  for (let s: usize = 0; s < 8; s++) {
    const seen = load<u32>(cycle + ((s < 4 ? s : s + 1) << 2));
    add(out + 4 + ((6 * s + <usize>min<u32>(seen, 5)) << 2));
  }
  memory.fill(cycle, 0, 36);
}
