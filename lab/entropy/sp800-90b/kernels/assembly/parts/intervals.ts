// Every interval of the LCP array is a substring that occurs as often as the interval is long, and so do its prefixes down to the length of
// the interval around it.

/**
 * Counts tuples: `most[i]` (u32) becomes the count of the commonest i-tuple where an interval ends at i, `pairs[i]` (f64) the change of
 * Σ c(c-1)/2 over all i-tuples from length i to i + 1; both need summing up from the longest. Zeroed memory for lengths 0 to the longest.
 * The stack of open intervals lies in what has been read of the LCP array, and in `scratch` (4 n bytes).
 */
export function countIntervals(lcp: usize, n: i32, most: usize, pairs: usize, scratch: usize): void {
  let depth: i32 = 0;
  let top: i32 = 0;
  store<i32>(lcp, 0);
  store<i32>(scratch, 0);
  for (let i = 1; i <= n; i++) {
    const height = i < n ? load<i32>(lcp + (<usize>i << 2)) : 0;
    let left = i - 1;
    while (top > height) {
      left = load<i32>(scratch + (<usize>depth << 2));
      depth--;
      const below = load<i32>(lcp + (<usize>depth << 2));
      const count = i - left;
      const at = most + (<usize>top << 2);
      if (<u32>count > load<u32>(at)) store<u32>(at, count);
      const choices = <f64>count * <f64>(count - 1) * 0.5;
      const end = pairs + (<usize>top << 3);
      store<f64>(end, load<f64>(end) + choices);
      const begin = pairs + (<usize>max(below, height) << 3);
      store<f64>(begin, load<f64>(begin) - choices);
      top = below;
    }
    if (top < height) {
      depth++;
      store<i32>(lcp + (<usize>depth << 2), height);
      store<i32>(scratch + (<usize>depth << 2), left);
      top = height;
    }
  }
}
