// Standard normals for a block of spins, single precision: xoshiro128+ and Box-Muller, no word rejected.

/** Bytes of one array of a block: 64 spins. */
export const BLOCK: usize = 256;
/** Where the six arrays of normals lie behind the constants. */
export const NORMALS: usize = 416;

// Constants, one vector each.
const HALF: usize = 0;
const ONE: usize = 16;
const SQRT_HALF_BITS: usize = 32;
const THIRTY_ONE: usize = 48;
const TWO_LN_2: usize = 64;
const SIGN: usize = 80;
const TO_UNIT: usize = 96;
const LOG: usize = 144; // nine coefficients
const SIN: usize = 288; // four
const COS: usize = 352; // four

// Six words for each spin of a block: xoshiro128+.
// @ts-ignore: decorator
@inline
function words(k: usize, generator: usize, pitch: usize, width: usize): void {
  for (let at: usize = 0; at < width; at += 16) {
    const g = generator + at;
    const to = k + NORMALS + at;
    let s0 = v128.load(g);
    let s1 = v128.load(g + pitch);
    let s2 = v128.load(g + 2 * pitch);
    let s3 = v128.load(g + 3 * pitch);
    for (let word: usize = 0; word < 6 * BLOCK; word += BLOCK) {
      v128.store(to + word, i32x4.add(s0, s3));
      const t = i32x4.shl(s1, 9);
      s2 = v128.xor(s2, s0);
      s3 = v128.xor(s3, s1);
      s1 = v128.xor(s1, s2);
      s0 = v128.xor(s0, s3);
      s2 = v128.xor(s2, t);
      s3 = v128.or(i32x4.shl(s3, 11), i32x4.shr_u(s3, 21));
    }
    v128.store(g, s0);
    v128.store(g + pitch, s1);
    v128.store(g + 2 * pitch, s2);
    v128.store(g + 3 * pitch, s3);
  }
}

// Box-Muller's radius sqrt(-2 ln u) in place of the word that u comes from; at most sqrt(2 ln 2^32) = 6.66.
// @ts-ignore: decorator
@inline
function radii(k: usize, at: usize, width: usize): void {
  const half = v128.load(k, HALF);
  const one = v128.load(k, ONE);
  const rootBits = v128.load(k, SQRT_HALF_BITS);
  const thirtyOne = v128.load(k, THIRTY_ONE);
  const twoLn2 = v128.load(k, TWO_LN_2);
  const c0 = v128.load(k, LOG);
  const c1 = v128.load(k, LOG + 16);
  const c2 = v128.load(k, LOG + 32);
  const c3 = v128.load(k, LOG + 48);
  const c4 = v128.load(k, LOG + 64);
  const c5 = v128.load(k, LOG + 80);
  const c6 = v128.load(k, LOG + 96);
  const c7 = v128.load(k, LOG + 112);
  const c8 = v128.load(k, LOG + 128);
  for (const end = at + width; at < end; at += 16) {
    // x = (word >> 1) + 1/2 = u 2^31; -2 ln u = (31 - e) 2 ln 2 - 2 ln(1 + f), x = 2^e (1 + f), sqrt(1/2) <= 1 + f < sqrt 2
    const x = f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(v128.load(at), 1)), half);
    const e = i32x4.shr_s(i32x4.sub(x, rootBits), 23);
    const f = f32x4.sub(i32x4.sub(x, i32x4.shl(e, 23)), one);
    const f2 = f32x4.mul(f, f);
    const f4 = f32x4.mul(f2, f2);
    const p01 = f32x4.add(c0, f32x4.mul(f, c1));
    const p23 = f32x4.add(c2, f32x4.mul(f, c3));
    const p45 = f32x4.add(c4, f32x4.mul(f, c5));
    const p67 = f32x4.add(c6, f32x4.mul(f, c7));
    const p03 = f32x4.add(p01, f32x4.mul(f2, p23));
    const p48 = f32x4.add(f32x4.add(p45, f32x4.mul(f2, p67)), f32x4.mul(f4, c8));
    const p = f32x4.add(p03, f32x4.mul(f4, p48));
    const exponent = f32x4.convert_i32x4_s(i32x4.sub(thirtyOne, e));
    v128.store(at, f32x4.sqrt(f32x4.add(f32x4.mul(exponent, twoLn2), f32x4.mul(f, p))));
  }
}

// Both normals in place of a radius and the word that the angle comes from: thirty bits are an angle in the first quadrant, pi/4 + t with
// |t| <= pi/4; the other two are the signs.
// @ts-ignore: decorator
@inline
function turn(k: usize, at: usize, width: usize): void {
  const sign = v128.load(k, SIGN);
  const toUnit = v128.load(k, TO_UNIT);
  const s0 = v128.load(k, SIN);
  const s1 = v128.load(k, SIN + 16);
  const s2 = v128.load(k, SIN + 32);
  const s3 = v128.load(k, SIN + 48);
  const c0 = v128.load(k, COS);
  const c1 = v128.load(k, COS + 16);
  const c2 = v128.load(k, COS + 32);
  const c3 = v128.load(k, COS + 48);
  for (const end = at + width; at < end; at += 16) {
    const r = v128.load(at);
    const angle = v128.load(at + BLOCK);
    const t = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shl(angle, 2)), toUnit);
    const y = f32x4.mul(t, t);
    const s = f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(s3, y), s2), y), s1), y), s0), t);
    const c = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(c3, y), c2), y), c1), y), c0);
    v128.store(at, f32x4.mul(v128.xor(r, v128.and(angle, sign)), f32x4.sub(c, s)));
    v128.store(at + BLOCK, f32x4.mul(v128.xor(r, v128.and(i32x4.shl(angle, 1), sign)), f32x4.add(c, s)));
  }
}

// Six standard normals for each spin of a block.
// @ts-ignore: decorator
@inline
export function draw(k: usize, generator: usize, pitch: usize, width: usize): void {
  words(k, generator, pitch, width);
  for (let pair = k + NORMALS; pair < k + NORMALS + 6 * BLOCK; pair += 2 * BLOCK) {
    radii(k, pair, width);
    turn(k, pair, width);
  }
}
