// Kernels of the training and inference engine, f32 SIMD. The caller lays out the memory and passes byte offsets;
// sizes and strides count elements. Each export has a plain twin in ../plain.ts that performs the same roundings.

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

// Quantised rectifier. step > 0: y = step * min(round(max(u, 0) / step), levels); step <= 0: y = max(u, 0).
@inline
function quantise(u: v128, step: v128, inverse: v128, levels: v128, quantised: bool): v128 {
  const r = f32x4.max(u, f32x4.splat(0));
  if (!quantised) return r;
  return f32x4.mul(step, f32x4.min(f32x4.nearest(f32x4.mul(r, inverse)), levels));
}

/** y = Q(x (1 + scale) + shift): scale and shift hold one row of `cols` per image; an image has `rows` rows. cols % 4 = 0. */
export function modulate(images: i32, rows: i32, cols: i32, x: usize, scale: usize, shift: usize, stride: i32, y: usize, step: f32, levels: f32): void {
  const q = step > 0;
  const vs = f32x4.splat(step);
  const vi = f32x4.splat(q ? <f32>1 / step : 0);
  const vl = f32x4.splat(levels);
  const one = f32x4.splat(1);
  for (let n: i32 = 0; n < images; n++) {
    const sc = scale + (<usize>(n * stride) << 2);
    const sh = shift + (<usize>(n * stride) << 2);
    for (let r: i32 = 0; r < rows; r++) {
      for (let c: usize = 0; c < <usize>cols << 2; c += 16) {
        const u = f32x4.add(f32x4.mul(v128.load(x + c), f32x4.add(one, v128.load(sc + c))), v128.load(sh + c));
        v128.store(y + c, quantise(u, vs, vi, vl, q));
      }
      x += <usize>cols << 2;
      y += <usize>cols << 2;
    }
  }
}

/**
 * Backward of modulate: dx += ..., dScale and dShift (per image, accumulated). Straight-through inside the range; the
 * derivative of the step follows LSQ (Esser et al. 2020). Returns d loss / d step.
 */
export function modulateBackward(images: i32, rows: i32, cols: i32, x: usize, scale: usize, shift: usize, stride: i32, dy: usize, dx: usize, dScale: usize, dShift: usize, step: f32, levels: f32): f32 {
  const q = step > 0;
  const vi = f32x4.splat(q ? <f32>1 / step : 0);
  const vl = f32x4.splat(levels);
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  let ds = zero;
  for (let n: i32 = 0; n < images; n++) {
    const o = <usize>(n * stride) << 2;
    const base = x;
    const dbase = dy;
    const xbase = dx;
    for (let c: usize = 0; c < <usize>cols << 2; c += 16) {
      const gain = f32x4.add(one, v128.load(scale + o + c));
      const offset = v128.load(shift + o + c);
      let sumScale = zero;
      let sumShift = zero;
      let px = base + c;
      let pd = dbase + c;
      let po = xbase + c;
      for (let r: i32 = 0; r < rows; r++) {
        const xv = v128.load(px);
        const g = v128.load(pd);
        const u = f32x4.add(f32x4.mul(xv, gain), offset);
        let pass = f32x4.gt(u, zero);
        if (q) {
          const z = f32x4.mul(f32x4.max(u, zero), vi);
          const over = f32x4.ge(z, vl);
          ds = f32x4.add(ds, f32x4.mul(g, v128.bitselect(vl, v128.and(pass, f32x4.sub(f32x4.nearest(z), z)), over)));
          pass = v128.andnot(pass, over);
        }
        const du = v128.and(g, pass);
        v128.store(po, f32x4.add(v128.load(po), f32x4.mul(du, gain)));
        sumScale = f32x4.add(sumScale, f32x4.mul(du, xv));
        sumShift = f32x4.add(sumShift, du);
        px += <usize>cols << 2;
        pd += <usize>cols << 2;
        po += <usize>cols << 2;
      }
      v128.store(dScale + o + c, f32x4.add(v128.load(dScale + o + c), sumScale));
      v128.store(dShift + o + c, f32x4.add(v128.load(dShift + o + c), sumShift));
    }
    const bytes = <usize>(rows * cols) << 2;
    x += bytes;
    dy += bytes;
    dx += bytes;
  }
  return f32x4.extract_lane(ds, 0) + f32x4.extract_lane(ds, 1) + (f32x4.extract_lane(ds, 2) + f32x4.extract_lane(ds, 3));
}

/** y = Q(u + bias). perRow = 0: bias has `cols` entries; 1: one entry per row, repeating after `period` rows. In place allowed. */
export function biasRelu(rows: i32, cols: i32, u: usize, bias: usize, perRow: i32, period: i32, y: usize, step: f32, levels: f32): void {
  const q = step > 0;
  const vs = f32x4.splat(step);
  const vi = f32x4.splat(q ? <f32>1 / step : 0);
  const vl = f32x4.splat(levels);
  for (let r: i32 = 0; r < rows; r++) {
    const rowBias = perRow ? v128.load32_splat(bias + (<usize>(r % period) << 2)) : f32x4.splat(0);
    for (let c: usize = 0; c < <usize>cols << 2; c += 16) {
      const b = perRow ? rowBias : v128.load(bias + c);
      v128.store(y + c, quantise(f32x4.add(v128.load(u + c), b), vs, vi, vl, q));
    }
    u += <usize>cols << 2;
    y += <usize>cols << 2;
  }
}

/** Backward of biasRelu: du (may be dy), dBias accumulated. Returns d loss / d step. */
export function biasReluBackward(rows: i32, cols: i32, u: usize, bias: usize, perRow: i32, period: i32, dy: usize, du: usize, dBias: usize, step: f32, levels: f32): f32 {
  const q = step > 0;
  const vi = f32x4.splat(q ? <f32>1 / step : 0);
  const vl = f32x4.splat(levels);
  const zero = f32x4.splat(0);
  let ds = zero;
  for (let r: i32 = 0; r < rows; r++) {
    const rowBias = perRow ? v128.load32_splat(bias + (<usize>(r % period) << 2)) : zero;
    let rowSum = zero;
    for (let c: usize = 0; c < <usize>cols << 2; c += 16) {
      const v = f32x4.add(v128.load(u + c), perRow ? rowBias : v128.load(bias + c));
      const g = v128.load(dy + c);
      let pass = f32x4.gt(v, zero);
      if (q) {
        const z = f32x4.mul(f32x4.max(v, zero), vi);
        const over = f32x4.ge(z, vl);
        ds = f32x4.add(ds, f32x4.mul(g, v128.bitselect(vl, v128.and(pass, f32x4.sub(f32x4.nearest(z), z)), over)));
        pass = v128.andnot(pass, over);
      }
      const d = v128.and(g, pass);
      v128.store(du + c, d);
      if (perRow) rowSum = f32x4.add(rowSum, d);
      else v128.store(dBias + c, f32x4.add(v128.load(dBias + c), d));
    }
    if (perRow) {
      const p = dBias + (<usize>(r % period) << 2);
      store<f32>(p, load<f32>(p) + (f32x4.extract_lane(rowSum, 0) + f32x4.extract_lane(rowSum, 1) + (f32x4.extract_lane(rowSum, 2) + f32x4.extract_lane(rowSum, 3))));
    }
    u += <usize>cols << 2;
    dy += <usize>cols << 2;
    du += <usize>cols << 2;
  }
  return f32x4.extract_lane(ds, 0) + f32x4.extract_lane(ds, 1) + (f32x4.extract_lane(ds, 2) + f32x4.extract_lane(ds, 3));
}

/** out = x + gate * y, gate one row of `cols` per image. */
export function gatedAdd(images: i32, rows: i32, cols: i32, x: usize, gate: usize, stride: i32, y: usize, out: usize): void {
  for (let n: i32 = 0; n < images; n++) {
    const g = gate + (<usize>(n * stride) << 2);
    for (let r: i32 = 0; r < rows; r++) {
      for (let c: usize = 0; c < <usize>cols << 2; c += 16) {
        v128.store(out + c, f32x4.add(v128.load(x + c), f32x4.mul(v128.load(g + c), v128.load(y + c))));
      }
      x += <usize>cols << 2;
      y += <usize>cols << 2;
      out += <usize>cols << 2;
    }
  }
}

/** Backward of gatedAdd for the branch: dy = gate * dOut; dGate accumulated per image. (The gradient of x is dOut itself.) */
export function gatedAddBackward(images: i32, rows: i32, cols: i32, y: usize, gate: usize, stride: i32, dOut: usize, dy: usize, dGate: usize): void {
  for (let n: i32 = 0; n < images; n++) {
    const o = <usize>(n * stride) << 2;
    for (let c: usize = 0; c < <usize>cols << 2; c += 16) {
      const g = v128.load(gate + o + c);
      let sum = f32x4.splat(0);
      let p: usize = c;
      for (let r: i32 = 0; r < rows; r++) {
        const d = v128.load(dOut + p);
        sum = f32x4.add(sum, f32x4.mul(d, v128.load(y + p)));
        v128.store(dy + p, f32x4.mul(g, d));
        p += <usize>cols << 2;
      }
      v128.store(dGate + o + c, f32x4.add(v128.load(dGate + o + c), sum));
    }
    const bytes = <usize>(rows * cols) << 2;
    y += bytes;
    dOut += bytes;
    dy += bytes;
  }
}

/** to[c] += sum over rows of from[r, c]. cols % 4 = 0. */
export function sumRows(rows: i32, cols: i32, from: usize, to: usize): void {
  for (let c: usize = 0; c < <usize>cols << 2; c += 16) {
    let s = v128.load(to + c);
    let p = from + c;
    for (let r: i32 = 0; r < rows; r++) {
      s = f32x4.add(s, v128.load(p));
      p += <usize>cols << 2;
    }
    v128.store(to + c, s);
  }
}

/**
 * One AdamW step (Loshchilov and Hutter 2019) on `count` parameters, gradients already averaged, and the exponential
 * moving average of the parameters. rate folds in the bias correction of the first moment, second that of the second.
 */
export function adamw(count: i32, w: usize, g: usize, m: usize, v: usize, average: usize, rate: f32, second: f32, beta1: f32, beta2: f32, epsilon: f32, decay: f32, scale: f32, keep: f32): void {
  const vb1 = f32x4.splat(beta1), vc1 = f32x4.splat(<f32>1 - beta1);
  const vb2 = f32x4.splat(beta2), vc2 = f32x4.splat(<f32>1 - beta2);
  const vr = f32x4.splat(rate), vq = f32x4.splat(second), ve = f32x4.splat(epsilon);
  const vd = f32x4.splat(<f32>1 - decay), vg = f32x4.splat(scale);
  const vk = f32x4.splat(keep), vn = f32x4.splat(<f32>1 - keep);
  const end = <usize>count << 2;
  for (let p: usize = 0; p < end; p += 16) {
    const grad = f32x4.mul(v128.load(g + p), vg);
    const m1 = f32x4.add(f32x4.mul(vb1, v128.load(m + p)), f32x4.mul(vc1, grad));
    const m2 = f32x4.add(f32x4.mul(vb2, v128.load(v + p)), f32x4.mul(vc2, f32x4.mul(grad, grad)));
    v128.store(m + p, m1);
    v128.store(v + p, m2);
    const step = f32x4.div(f32x4.mul(vr, m1), f32x4.add(f32x4.sqrt(f32x4.mul(vq, m2)), ve));
    const next = f32x4.sub(f32x4.mul(v128.load(w + p), vd), step);
    v128.store(w + p, next);
    v128.store(average + p, f32x4.add(f32x4.mul(vk, v128.load(average + p)), f32x4.mul(vn, next)));
  }
}

/** 3-by-3-or-larger convolution patches: to[(y, x), (ky, kx, c)] from an image of height x width x channels, padded with zeros. */
export function patches(height: i32, width: i32, channels: i32, kernel: i32, pad: i32, from: usize, to: usize): void {
  for (let y: i32 = 0; y < height; y++) {
    for (let x: i32 = 0; x < width; x++) {
      for (let ky: i32 = 0; ky < kernel; ky++) {
        for (let kx: i32 = 0; kx < kernel; kx++) {
          const sy = y + ky - pad;
          const sx = x + kx - pad;
          const bytes = <usize>channels << 2;
          if (sy < 0 || sy >= height || sx < 0 || sx >= width) memory.fill(to, 0, bytes);
          else memory.copy(to, from + (<usize>((sy * width + sx) * channels) << 2), bytes);
          to += bytes;
        }
      }
    }
  }
}

/** Transpose of patches: adds every patch entry back to the pixel it came from. */
export function patchesBackward(height: i32, width: i32, channels: i32, kernel: i32, pad: i32, from: usize, to: usize): void {
  for (let y: i32 = 0; y < height; y++) {
    for (let x: i32 = 0; x < width; x++) {
      for (let ky: i32 = 0; ky < kernel; ky++) {
        for (let kx: i32 = 0; kx < kernel; kx++) {
          const sy = y + ky - pad;
          const sx = x + kx - pad;
          if (sy >= 0 && sy < height && sx >= 0 && sx < width) {
            const t = to + (<usize>((sy * width + sx) * channels) << 2);
            for (let c: usize = 0; c < <usize>channels << 2; c += 4) store<f32>(t + c, load<f32>(t + c) + load<f32>(from + c));
          }
          from += <usize>channels << 2;
        }
      }
    }
  }
}
