// The bits from `at` on, the first in the highest place; at least 57 of them count.
// @ts-ignore: decorator
@inline
export function peek(bits: usize, at: u32): u64 {
  return bswap<u64>(load<u64>(bits + (at >> 3))) << (at & 7);
}

// The bit at a place.
// @ts-ignore: decorator
@inline
export function bitAt(bits: usize, at: u32): u32 {
  return (<u32>load<u8>(bits + (at >> 3)) >> (~at & 7)) & 1;
}
