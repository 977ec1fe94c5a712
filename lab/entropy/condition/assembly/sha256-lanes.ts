// SHA-256 (FIPS 180-4) of four messages at a time, one a SIMD lane. The caller pads the messages and lays out the memory; node:crypto is the twin.

/** 0x6a09e667 … of FIPS 180-4, 5.3.3, and the round constants of 4.2.2 lie at `constants`: eight and then sixty-four u32. */
export function digests(messages: usize, blocks: i32, groups: i32, constants: usize, schedule: usize, out: usize): void {
  const stride: usize = <usize>blocks << 6;
  for (let g = 0; g < groups; g++) {
    const first = messages + <usize>g * (stride << 2);
    let a0 = i32x4.splat(load<i32>(constants));
    let b0 = i32x4.splat(load<i32>(constants + 4));
    let c0 = i32x4.splat(load<i32>(constants + 8));
    let d0 = i32x4.splat(load<i32>(constants + 12));
    let e0 = i32x4.splat(load<i32>(constants + 16));
    let f0 = i32x4.splat(load<i32>(constants + 20));
    let g0 = i32x4.splat(load<i32>(constants + 24));
    let h0 = i32x4.splat(load<i32>(constants + 28));
    for (let block = 0; block < blocks; block++) {
      expand(first + (<usize>block << 6), stride, schedule);
      let a = a0;
      let b = b0;
      let c = c0;
      let d = d0;
      let e = e0;
      let f = f0;
      let gg = g0;
      let h = h0;
      for (let t = 0; t < 64; t++) {
        const k = v128.load32_splat(constants + 32 + (t << 2));
        const s1 = v128.xor(v128.xor(rotr(e, 6), rotr(e, 11)), rotr(e, 25));
        const choice = v128.bitselect(f, gg, e);
        const t1 = i32x4.add(i32x4.add(i32x4.add(h, s1), i32x4.add(choice, k)), v128.load(schedule + (t << 4)));
        const s0 = v128.xor(v128.xor(rotr(a, 2), rotr(a, 13)), rotr(a, 22));
        const majority = v128.bitselect(v128.or(b, c), v128.and(b, c), a);
        h = gg;
        gg = f;
        f = e;
        e = i32x4.add(d, t1);
        d = c;
        c = b;
        b = a;
        a = i32x4.add(t1, i32x4.add(s0, majority));
      }
      a0 = i32x4.add(a0, a);
      b0 = i32x4.add(b0, b);
      c0 = i32x4.add(c0, c);
      d0 = i32x4.add(d0, d);
      e0 = i32x4.add(e0, e);
      f0 = i32x4.add(f0, f);
      g0 = i32x4.add(g0, gg);
      h0 = i32x4.add(h0, h);
    }
    const to = out + (<usize>g << 7);
    scatter(a0, to);
    scatter(b0, to + 4);
    scatter(c0, to + 8);
    scatter(d0, to + 12);
    scatter(e0, to + 16);
    scatter(f0, to + 20);
    scatter(g0, to + 24);
    scatter(h0, to + 28);
  }
}

// @ts-ignore: decorator
@inline
function rotr(x: v128, n: i32): v128 {
  return v128.or(i32x4.shr_u(x, n), i32x4.shl(x, 32 - n));
}

// @ts-ignore: decorator
@inline
function swap(x: v128): v128 {
  return i8x16.shuffle(x, x, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/** The message schedule of one block of each of four messages. */
function expand(block: usize, stride: usize, schedule: usize): void {
  const b = block + stride;
  const c = b + stride;
  const d = c + stride;
  for (let t: usize = 0; t < 64; t += 16) {
    // Four words of four messages, transposed.
    const m0 = swap(v128.load(block + t));
    const m1 = swap(v128.load(b + t));
    const m2 = swap(v128.load(c + t));
    const m3 = swap(v128.load(d + t));
    const low01 = i32x4.shuffle(m0, m1, 0, 4, 1, 5);
    const low23 = i32x4.shuffle(m2, m3, 0, 4, 1, 5);
    const high01 = i32x4.shuffle(m0, m1, 2, 6, 3, 7);
    const high23 = i32x4.shuffle(m2, m3, 2, 6, 3, 7);
    const to = schedule + (t << 2);
    v128.store(to, i64x2.shuffle(low01, low23, 0, 2));
    v128.store(to + 16, i64x2.shuffle(low01, low23, 1, 3));
    v128.store(to + 32, i64x2.shuffle(high01, high23, 0, 2));
    v128.store(to + 48, i64x2.shuffle(high01, high23, 1, 3));
  }
  for (let t = 16; t < 64; t++) {
    const at = schedule + (<usize>t << 4);
    const w15 = v128.load(at - 15 * 16);
    const w2 = v128.load(at - 2 * 16);
    const s0 = v128.xor(v128.xor(rotr(w15, 7), rotr(w15, 18)), i32x4.shr_u(w15, 3));
    const s1 = v128.xor(v128.xor(rotr(w2, 17), rotr(w2, 19)), i32x4.shr_u(w2, 10));
    const sum = i32x4.add(i32x4.add(v128.load(at - 16 * 16), s0), i32x4.add(v128.load(at - 7 * 16), s1));
    v128.store(at, sum);
  }
}

/** One word of each of four digests, 32 bytes apart. */
function scatter(word: v128, to: usize): void {
  const x = swap(word);
  store<i32>(to, i32x4.extract_lane(x, 0));
  store<i32>(to + 32, i32x4.extract_lane(x, 1));
  store<i32>(to + 64, i32x4.extract_lane(x, 2));
  store<i32>(to + 96, i32x4.extract_lane(x, 3));
}
