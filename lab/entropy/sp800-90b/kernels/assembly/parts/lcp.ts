// Longest common prefixes of neighbours in a suffix array (J. Kärkkäinen, G. Manzini, S. J. Puglisi, CPM 2009: the permuted LCP array).

/**
 * Replaces the suffix array by the LCP array: entry i is the length that the suffixes i - 1 and i have in common, entry 0 is 0.
 * @param scratch 4 n bytes
 * @returns the largest of them
 */
export function lcpArray(text: usize, n: i32, sa: usize, scratch: usize): i32 {
  // Before every suffix in text order its neighbour above; then their common length.
  let above: i32 = -1;
  for (let i = 0; i < n; i++) {
    const p = load<i32>(sa + (<usize>i << 2));
    store<i32>(scratch + (<usize>p << 2), above);
    above = p;
  }
  let common: i32 = 0;
  let longest: i32 = 0;
  for (let p = 0; p < n; p++) {
    const at = scratch + (<usize>p << 2);
    const q = load<i32>(at);
    if (q < 0) {
      common = 0;
    } else {
      const most = n - max(p, q);
      common = extendMatch(text + p, text + q, common, most);
      longest = max(longest, common);
    }
    store<i32>(at, common);
    if (common > 0) common--;
  }
  for (let i = 0; i < n; i++) {
    const at = sa + (<usize>i << 2);
    store<i32>(at, load<i32>(scratch + (<usize>load<i32>(at) << 2)));
  }
  return longest;
}

/** How far two strings agree that agree so far already. */
// @ts-ignore: decorator
@inline
function extendMatch(a: usize, b: usize, from: i32, most: i32): i32 {
  let k = from;
  while (k + 8 <= most) {
    const differ = load<u64>(a + k) ^ load<u64>(b + k);
    if (differ != 0) return k + <i32>(ctz<u64>(differ) >> 3);
    k += 8;
  }
  while (k < most && load<u8>(a + k) == load<u8>(b + k)) k++;
  return k;
}
