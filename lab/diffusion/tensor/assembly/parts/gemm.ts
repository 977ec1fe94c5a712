// Rows of B that stay in the first-level cache while a block of C is formed.
const K_BLOCK: i32 = 256;

/**
 * C (m x n, row stride ldc) = A B, or C += A B. Element (i, p) of A stands at a + 4 (i rowStride + p colStride), so a
 * transposed A needs no copy. B is row-major with row stride ldb.
 */
export function gemm(m: i32, n: i32, k: i32, a: usize, rowStride: i32, colStride: i32, b: usize, ldb: i32, c: usize, ldc: i32, accumulate: i32): void {
  let start: i32 = 0;
  let add = accumulate != 0;
  while (start < k || (k == 0 && start == 0)) {
    const depth = min(K_BLOCK, k - start);
    block(m, n, depth, a + (<usize>(start * colStride) << 2), rowStride, colStride, b + (<usize>(start * ldb) << 2), ldb, c, ldc, add);
    add = true;
    start += K_BLOCK;
    if (k == 0) break;
  }
}

function block(m: i32, n: i32, k: i32, a: usize, rowStride: i32, colStride: i32, b: usize, ldb: i32, c: usize, ldc: i32, add: bool): void {
  const rs = <usize>rowStride << 2;
  const cs = <usize>colStride << 2;
  const bs = <usize>ldb << 2;
  const os = <usize>ldc << 2;
  let j: i32 = 0;
  for (; j + 8 <= n; j += 8) {
    const bj = b + (<usize>j << 2);
    let i: i32 = 0;
    for (; i + 4 <= m; i += 4) {
      const c0 = c + <usize>i * os + (<usize>j << 2);
      const c1 = c0 + os;
      const c2 = c1 + os;
      const c3 = c2 + os;
      let s00 = f32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
      if (add) {
        s00 = v128.load(c0); s01 = v128.load(c0, 16);
        s10 = v128.load(c1); s11 = v128.load(c1, 16);
        s20 = v128.load(c2); s21 = v128.load(c2, 16);
        s30 = v128.load(c3); s31 = v128.load(c3, 16);
      }
      let a0 = a + <usize>i * rs;
      let a1 = a0 + rs;
      let a2 = a1 + rs;
      let a3 = a2 + rs;
      let bp = bj;
      for (let p: i32 = 0; p < k; p++) {
        const b0 = v128.load(bp);
        const b1 = v128.load(bp, 16);
        let x = v128.load32_splat(a0);
        s00 = f32x4.add(s00, f32x4.mul(x, b0));
        s01 = f32x4.add(s01, f32x4.mul(x, b1));
        x = v128.load32_splat(a1);
        s10 = f32x4.add(s10, f32x4.mul(x, b0));
        s11 = f32x4.add(s11, f32x4.mul(x, b1));
        x = v128.load32_splat(a2);
        s20 = f32x4.add(s20, f32x4.mul(x, b0));
        s21 = f32x4.add(s21, f32x4.mul(x, b1));
        x = v128.load32_splat(a3);
        s30 = f32x4.add(s30, f32x4.mul(x, b0));
        s31 = f32x4.add(s31, f32x4.mul(x, b1));
        a0 += cs; a1 += cs; a2 += cs; a3 += cs;
        bp += bs;
      }
      v128.store(c0, s00); v128.store(c0, s01, 16);
      v128.store(c1, s10); v128.store(c1, s11, 16);
      v128.store(c2, s20); v128.store(c2, s21, 16);
      v128.store(c3, s30); v128.store(c3, s31, 16);
    }
    for (; i < m; i++) {
      const ci = c + <usize>i * os + (<usize>j << 2);
      let s0 = f32x4.splat(0), s1 = s0;
      if (add) { s0 = v128.load(ci); s1 = v128.load(ci, 16); }
      let ap = a + <usize>i * rs;
      let bp = bj;
      for (let p: i32 = 0; p < k; p++) {
        const x = v128.load32_splat(ap);
        s0 = f32x4.add(s0, f32x4.mul(x, v128.load(bp)));
        s1 = f32x4.add(s1, f32x4.mul(x, v128.load(bp, 16)));
        ap += cs;
        bp += bs;
      }
      v128.store(ci, s0);
      v128.store(ci, s1, 16);
    }
  }
  for (; j < n; j++) {
    for (let i: i32 = 0; i < m; i++) {
      const ci = c + <usize>i * os + (<usize>j << 2);
      let s: f32 = add ? load<f32>(ci) : 0;
      let ap = a + <usize>i * rs;
      let bp = b + (<usize>j << 2);
      for (let p: i32 = 0; p < k; p++) {
        s += load<f32>(ap) * load<f32>(bp);
        ap += cs;
        bp += bs;
      }
      store<f32>(ci, s);
    }
  }
}

/** to (cols x rows) = transpose of from (rows x cols). */
export function transpose(rows: i32, cols: i32, from: usize, to: usize): void {
  for (let r: i32 = 0; r < rows; r++) {
    let src = from + (<usize>(r * cols) << 2);
    let dst = to + (<usize>r << 2);
    const step = <usize>rows << 2;
    for (let c: i32 = 0; c < cols; c++) {
      store<f32>(dst, load<f32>(src));
      src += 4;
      dst += step;
    }
  }
}
