// How many of the 32 x 32 matrices have rank 32, 31, or less: three u32 at `out`. `basis` has room for 32 rows.
export function ranks(bits: usize, matrices: u32, basis: usize, out: usize): void {
  memory.fill(out, 0, 12);
  for (let m: u32 = 0; m < matrices; m++) {
    const matrix = bits + (<usize>m << 7);
    memory.fill(basis, 0, 128);
    let rank: u32 = 0;
    for (let r: u32 = 0; r < 32; r++) {
      // Each row of the basis has its own leading one, so a row is reduced by following its leading ones.
      let row = bswap<u32>(load<u32>(matrix + (r << 2)));
      while (row) {
        const place = basis + (clz<u32>(row) << 2);
        const pivot = load<u32>(place);
        if (pivot == 0) {
          store<u32>(place, row);
          rank++;
          break;
        }
        row ^= pivot;
      }
    }
    const at = out + (min<u32>(32 - rank, 2) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
}
