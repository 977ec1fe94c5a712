import { bitAt } from './bits';

// Linear complexity of each block, as u32 (Berlekamp and Massey). The three polynomials are rows of 64-bit words at `work`: the bits seen so far,
// the last one in the lowest place; the connection polynomial; the one before its length last changed, multiplied up to where it is now. So the
// discrepancy is a parity of 64 products at a time, and a correction one exclusive-or of words.
export function complexities(bits: usize, size: u32, blocks: u32, work: usize, out: usize): void {
  const words: usize = ((size + 64) >> 6) + 1;
  const seen = work;
  const connection = seen + (words << 3);
  const before = connection + (words << 3);
  for (let block: u32 = 0; block < blocks; block++) {
    memory.fill(work, 0, 3 * (words << 3));
    store<u64>(connection, 1);
    store<u64>(before, 1);
    let complexity: u32 = 0;
    const first = block * size;
    for (let n: u32 = 0; n < size; n++) {
      const used = ((<usize>(n + 1) >> 6) + 1) << 3;
      let carrySeen = <u64>bitAt(bits, first + n);
      let carryBefore: u64 = 0;
      let products: u64 = 0;
      for (let at: usize = 0; at < used; at += 8) {
        const s = load<u64>(seen + at);
        const b = load<u64>(before + at);
        const shifted = (s << 1) | carrySeen;
        store<u64>(seen + at, shifted);
        store<u64>(before + at, (b << 1) | carryBefore);
        carrySeen = s >> 63;
        carryBefore = b >> 63;
        products ^= shifted & load<u64>(connection + at);
      }
      if ((popcnt<u64>(products) & 1) == 0) continue;
      if (complexity << 1 <= n) {
        complexity = n + 1 - complexity;
        for (let at: usize = 0; at < used; at += 8) {
          const c = load<u64>(connection + at);
          store<u64>(connection + at, c ^ load<u64>(before + at));
          store<u64>(before + at, c);
        }
      } else {
        for (let at: usize = 0; at < used; at += 8) {
          store<u64>(connection + at, load<u64>(connection + at) ^ load<u64>(before + at));
        }
      }
    }
    store<u32>(out + (block << 2), complexity);
  }
}
