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
