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
