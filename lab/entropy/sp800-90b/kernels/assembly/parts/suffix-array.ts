// Suffix array by induced sorting (G. Nong, S. Zhang, W. H. Chan, IEEE Trans. Comput. 60 (2011) 1471, SA-IS), in place but for bit sets of the
// LMS positions and one array of bucket ends a level. A suffix is L if it is above the next one, S if below; LMS is an S after an L. The end
// of the string counts as a symbol below all others.
//
// During induction an entry is the place of a suffix; the sign bit says that the suffix before it is of the other type, so that types need
// not be looked up: one random read of two neighbouring symbols an entry. 0 is both "empty" and the suffix at 0, which induces nothing.

const SIGN: i32 = 0x80000000;
const PLACE: i32 = 0x7fffffff;

/**
 * Sorts the suffixes of `n` symbols of one byte, 0 to `alphabet` - 1, n >= 1, into `sa` (4 n bytes).
 * @param arena 4 n + n/4 + 4096 bytes
 */
export function suffixArray(text: usize, n: i32, alphabet: i32, sa: usize, arena: usize): void {
  sort<u8>(text, n, alphabet, sa, arena);
}

// @ts-ignore: decorator
@inline
function symbol<T>(text: usize, i: i32): i32 {
  return <i32>load<T>(text + <usize>i * sizeof<T>());
}

// @ts-ignore: decorator
@inline
function get(array: usize, i: i32): i32 {
  return load<i32>(array + (<usize>i << 2));
}

// @ts-ignore: decorator
@inline
function set(array: usize, i: i32, value: i32): void {
  store<i32>(array + (<usize>i << 2), value);
}

function sort<T>(text: usize, n: i32, alphabet: i32, sa: usize, arena: usize): void {
  if (n == 1) {
    set(sa, 0, 0);
    return;
  }
  const marks = arena;
  const buckets = (arena + (<usize>n >> 3) + 8) & ~7;
  const rest = buckets + (<usize>alphabet << 2);
  const count = markLms<T>(text, n, marks);

  // The LMS suffixes in any order at the ends of their buckets; induction sorts the substrings between them.
  memory.fill(sa, 0, <usize>n << 2);
  bucketEnds<T>(text, n, alphabet, buckets);
  for (let i = 1; i < n; i++) if (isMarked(marks, i)) place<T>(text, sa, buckets, i);
  induce<T>(text, n, alphabet, sa, buckets);

  if (count > 1) {
    let found = 0;
    for (let i = 0; i < n; i++) {
      const p = get(sa, i);
      if (isMarked(marks, p)) set(sa, found++, p);
    }
    const names = nameSubstrings<T>(text, n, sa, count, marks);
    const reduced = sa + (<usize>(n - count) << 2);
    // Names from the order of places to the end of the array: the reduced string.
    for (let i = n - 1, to = n - 1; i >= count; i--) {
      const name = get(sa, i);
      if (name != 0) set(sa, to--, name - 1);
    }
    if (names < count) sort<i32>(reduced, count, names, sa, rest);
    else for (let i = 0; i < count; i++) set(sa, get(reduced, i), i);
    // Back from numbers of LMS suffixes to their places.
    for (let i = 1, to = 0; i < n; i++) if (isMarked(marks, i)) set(reduced, to++, i);
    for (let i = 0; i < count; i++) set(sa, i, get(reduced, get(sa, i)));
    memory.fill(sa + (<usize>count << 2), 0, <usize>(n - count) << 2);
    bucketEnds<T>(text, n, alphabet, buckets);
    for (let i = count - 1; i >= 0; i--) {
      const p = get(sa, i);
      set(sa, i, 0);
      place<T>(text, sa, buckets, p);
    }
    induce<T>(text, n, alphabet, sa, buckets);
  }
}

// @ts-ignore: decorator
@inline
function place<T>(text: usize, sa: usize, buckets: usize, p: i32): void {
  const c = symbol<T>(text, p);
  const end = get(buckets, c) - 1;
  set(buckets, c, end);
  set(sa, end, p);
}

// @ts-ignore: decorator
@inline
function isMarked(marks: usize, i: i32): bool {
  return ((load<u8>(marks + (<usize>i >> 3)) >> <u8>(i & 7)) & 1) != 0;
}

function markLms<T>(text: usize, n: i32, marks: usize): i32 {
  memory.fill(marks, 0, (<usize>n >> 3) + 1);
  let count = 0;
  let isS = false;
  let after = symbol<T>(text, n - 1);
  for (let i = n - 2; i >= 0; i--) {
    const c = symbol<T>(text, i);
    if (c > after) {
      if (isS) {
        const at = marks + (<usize>(i + 1) >> 3);
        store<u8>(at, load<u8>(at) | (<u8>1 << <u8>((i + 1) & 7)));
        count++;
      }
      isS = false;
    } else if (c < after) isS = true;
    after = c;
  }
  return count;
}

function countSymbols<T>(text: usize, n: i32, alphabet: i32, buckets: usize): void {
  memory.fill(buckets, 0, <usize>alphabet << 2);
  for (let i = 0; i < n; i++) {
    const at = buckets + (<usize>symbol<T>(text, i) << 2);
    store<i32>(at, load<i32>(at) + 1);
  }
}

function bucketEnds<T>(text: usize, n: i32, alphabet: i32, buckets: usize): void {
  countSymbols<T>(text, n, alphabet, buckets);
  for (let c = 0, sum = 0; c < alphabet; c++) {
    sum += get(buckets, c);
    set(buckets, c, sum);
  }
}

function bucketStarts<T>(text: usize, n: i32, alphabet: i32, buckets: usize): void {
  countSymbols<T>(text, n, alphabet, buckets);
  for (let c = 0, sum = 0; c < alphabet; c++) {
    const count = get(buckets, c);
    set(buckets, c, sum);
    sum += count;
  }
}

/** From sorted LMS suffixes the L suffixes, upwards, and from those the S suffixes, downwards. */
function induce<T>(text: usize, n: i32, alphabet: i32, sa: usize, buckets: usize): void {
  bucketStarts<T>(text, n, alphabet, buckets);
  induceL<T>(text, sa, buckets, n - 1);
  for (let i = 0; i < n; i++) {
    const p = get(sa, i);
    if (p > 0) induceL<T>(text, sa, buckets, p - 1);
  }
  bucketEnds<T>(text, n, alphabet, buckets);
  for (let i = n - 1; i >= 0; i--) {
    const flagged = get(sa, i);
    if (flagged >= 0) continue;
    const p = flagged & PLACE;
    set(sa, i, p);
    const q = p - 1;
    const c = symbol<T>(text, q);
    const end = get(buckets, c) - 1;
    set(buckets, c, end);
    set(sa, end, q > 0 && symbol<T>(text, q - 1) <= c ? q | SIGN : q);
  }
}

// @ts-ignore: decorator
@inline
function induceL<T>(text: usize, sa: usize, buckets: usize, q: i32): void {
  const c = symbol<T>(text, q);
  const start = get(buckets, c);
  set(buckets, c, start + 1);
  set(sa, start, q > 0 && symbol<T>(text, q - 1) < c ? q | SIGN : q);
}

/**
 * Names the sorted LMS substrings in the first `count` entries of `sa`, equal ones alike, from 1 on; the name of the one at p ends up at
 * count + p/2. @returns the number of names
 */
function nameSubstrings<T>(text: usize, n: i32, sa: usize, count: i32, marks: usize): i32 {
  const table = sa + (<usize>count << 2);
  memory.fill(table, 0, <usize>(n - count) << 2);
  // Their lengths first, up to and with the next LMS symbol; the last one has the end of the string in it and equals none.
  for (let i = n - 1, next = n; i > 0; i--) {
    if (!isMarked(marks, i)) continue;
    set(table, i >> 1, next - i + 1);
    next = i;
  }
  let names = 0;
  let before = 0;
  let beforeLength = 0;
  for (let i = 0; i < count; i++) {
    const p = get(sa, i);
    const length = get(table, p >> 1);
    let same = length == beforeLength && p + length <= n && before + length <= n;
    for (let k = 0; same && k < length; k++) same = symbol<T>(text, p + k) == symbol<T>(text, before + k);
    if (!same) names++;
    before = p;
    beforeLength = length;
    set(table, p >> 1, names);
  }
  return names;
}
