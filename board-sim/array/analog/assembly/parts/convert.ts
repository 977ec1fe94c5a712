// The columns' noise and converters.
//
// A reading of a column with the sum y and the variance s is code = round(level(y + z sqrt(s + own))), level a cubic of its input, z a standard
// normal. Where converters have a table of thresholds, the code is the number of thresholds that the level has reached instead.

const OUTPUTS: usize = 80; // i16[VECTORS][OUT_STRIDE], 16 bytes of slack behind the end
const OUT_STRIDE: usize = 84; // i32, outputs of a vector in memory
const COLUMNS: usize = 88; // 32-bit values [STRIPS][6][8]: c0, c1, c2, c3, own variance, address of thresholds
const ADC_LOW: usize = 96; // f32, lowest code
const ADC_HIGH: usize = 100; // f32, highest code
const PAIRS: usize = 104; // i32, 1 = an output is the difference of the code of a lane and of the one four lanes on
const THRESHOLDS: usize = 108; // i32, 1 = codes by thresholds
const ADC_CLIPPED: usize = 112; // i32, added to: conversions outside the range
const CONSTANTS: usize = 116; // scratch for the constants below

// V8 would rebuild a v128 constant from immediates at every use: constants live in memory.
const K_MIX1: usize = 0;
const K_MIX2: usize = 16;
const K_MIX3: usize = 32;
const K_MIX4: usize = 48;
const K_HALF: usize = 64;
const K_TO_UNIT: usize = 80;
const K_ROOT_HALF: usize = 96;
const K_ONE: usize = 112;
const K_L7: usize = 128;
const K_L5: usize = 144;
const K_L3: usize = 160;
const K_LN2: usize = 176;
const K_TURN: usize = 192;
const K_S11: usize = 208;
const K_S9: usize = 224;
const K_S7: usize = 240;
const K_S5: usize = 256;
const K_S3: usize = 272;
const K_C12: usize = 288;
const K_C10: usize = 304;
const K_C8: usize = 320;
const K_C6: usize = 336;
const K_C4: usize = 352;
const K_C2: usize = 368;
const K_LOW: usize = 384;
const K_HIGH: usize = 400;

// @ts-ignore: decorator
@inline
function put(k: usize, offset: usize, value: f32): void {
  v128.store(k + offset, f32x4.splat(value));
}

/** Writes the constants. */
export function prepareConverter(p: usize): void {
  const k = <usize>load<u32>(p, CONSTANTS);
  v128.store(k, i32x4.splat(0x7feb352d), K_MIX1);
  v128.store(k, i32x4.splat(0x846ca68b), K_MIX2);
  v128.store(k, i32x4.splat(0x2c1b3c6d), K_MIX3);
  v128.store(k, i32x4.splat(0x297a2d39), K_MIX4);
  put(k, K_HALF, 0.5);
  put(k, K_TO_UNIT, 5.9604644775390625e-8); // 2^-24
  v128.store(k, i32x4.splat(0x3f3504f3), K_ROOT_HALF);
  put(k, K_ONE, 1);
  // -2 ln u = -2 e ln 2 - 4 artanh f: coefficients -4/7, -4/5, -4/3, -4 are folded as below.
  put(k, K_L7, 0.5714285714285714);
  put(k, K_L5, 0.8);
  put(k, K_L3, 1.3333333333333333);
  put(k, K_LN2, 1.3862943611198906);
  put(k, K_TURN, 7.314590396335164e-10); // pi 2^-32
  put(k, K_S11, -2.505210838544172e-8);
  put(k, K_S9, 2.7557319223985893e-6);
  put(k, K_S7, -1.984126984126984e-4);
  put(k, K_S5, 8.333333333333333e-3);
  put(k, K_S3, -0.16666666666666666);
  put(k, K_C12, 2.08767569878681e-9);
  put(k, K_C10, -2.755731922398589e-7);
  put(k, K_C8, 2.48015873015873e-5);
  put(k, K_C6, -1.3888888888888889e-3);
  put(k, K_C4, 4.1666666666666664e-2);
  put(k, K_C2, -0.5);
  put(k, 416, 12582912);
  v128.store(k, v128.load32_splat(p + ADC_LOW), K_LOW);
  v128.store(k, v128.load32_splat(p + ADC_HIGH), K_HIGH);
}

// @ts-ignore: decorator
@inline
function sine(k: usize, x: v128, y: v128): v128 {
  let s = f32x4.add(f32x4.mul(y, v128.load(k, K_S11)), v128.load(k, K_S9));
  s = f32x4.add(f32x4.mul(y, s), v128.load(k, K_S7));
  s = f32x4.add(f32x4.mul(y, s), v128.load(k, K_S5));
  s = f32x4.add(f32x4.mul(y, s), v128.load(k, K_S3));
  return f32x4.add(f32x4.mul(f32x4.mul(y, s), x), x);
}

// @ts-ignore: decorator
@inline
function cosine(k: usize, y: v128): v128 {
  let c = f32x4.add(f32x4.mul(y, v128.load(k, K_C12)), v128.load(k, K_C10));
  c = f32x4.add(f32x4.mul(y, c), v128.load(k, K_C8));
  c = f32x4.add(f32x4.mul(y, c), v128.load(k, K_C6));
  c = f32x4.add(f32x4.mul(y, c), v128.load(k, K_C4));
  c = f32x4.add(f32x4.mul(y, c), v128.load(k, K_C2));
  return f32x4.add(f32x4.mul(y, c), v128.load(k, K_ONE));
}

// sqrt(-2 ln u), u = (top 24 bits of the word + 1/2) / 2^24 = m 2^e with m in [sqrt 1/2, sqrt 2]; ln m = 2 artanh((m - 1)/(m + 1)).
// @ts-ignore: decorator
@inline
function radius(k: usize, word: v128): v128 {
  const wide = f32x4.convert_i32x4_s(i32x4.shr_u(word, 8));
  const u = f32x4.mul(f32x4.add(wide, v128.load(k, K_HALF)), v128.load(k, K_TO_UNIT));
  const rest = i32x4.sub(u, v128.load(k, K_ROOT_HALF));
  const exponent = i32x4.shr_s(rest, 23);
  const m = i32x4.sub(u, i32x4.shl(exponent, 23));
  const one = v128.load(k, K_ONE);
  const f = f32x4.div(f32x4.sub(one, m), f32x4.add(one, m));
  const ff = f32x4.mul(f, f);
  let series = f32x4.add(f32x4.mul(ff, v128.load(k, K_L7)), v128.load(k, K_L5));
  series = f32x4.add(f32x4.mul(ff, series), v128.load(k, K_L3));
  const f4 = f32x4.add(f32x4.add(f, f), f32x4.add(f, f));
  const minus = f32x4.add(f32x4.mul(f32x4.mul(ff, series), f), f4);
  return f32x4.sqrt(f32x4.sub(minus, f32x4.mul(f32x4.convert_i32x4_s(exponent), v128.load(k, K_LN2))));
}

// The converter's level for four sums; `column` is the address of their coefficients.
// @ts-ignore: decorator
@inline
function level(column: usize, sum: v128, variance: v128, z: v128): v128 {
  const sd = f32x4.sqrt(f32x4.add(variance, v128.load(column, 128)));
  const y = f32x4.add(sum, f32x4.mul(z, sd));
  let value = f32x4.add(f32x4.mul(y, v128.load(column, 96)), v128.load(column, 64));
  value = f32x4.add(f32x4.mul(y, value), v128.load(column, 32));
  return f32x4.add(f32x4.mul(y, value), v128.load(column));
}

// z[v][8]: two words of hash for each pair of columns, and from them a pair of normals (Box-Muller): the cosine for a column of the strip's
// first half, the sine for the one four further. Three short loops overlap better in the processor than a long one.
// @ts-ignore: decorator
@inline
function drawNormals(k: usize, strip: i32, keys: usize, vectors: i32, normals: usize): void {
  const names = i32x4.mul(i32x4.add(i32x4.splat(strip << 2), i32x4(0, 1, 2, 3)), i32x4.splat(0x2c1b3c6d));
  const end = normals + (<usize>vectors << 5);
  let key = keys;
  for (let at = normals; at != end; at += 32) {
    let a = i32x4.add(names, v128.load32_splat(key));
    a = i32x4.mul(v128.xor(a, i32x4.shr_u(a, 16)), v128.load(k, K_MIX1));
    a = i32x4.add(v128.xor(a, i32x4.shr_u(a, 15)), v128.load32_splat(key, 4));
    a = i32x4.mul(a, v128.load(k, K_MIX2));
    v128.store(at, v128.xor(a, i32x4.shr_u(a, 16)));
    let b = v128.xor(names, v128.load32_splat(key, 8));
    b = i32x4.mul(v128.xor(b, i32x4.shr_u(b, 17)), v128.load(k, K_MIX4));
    b = i32x4.add(v128.xor(b, i32x4.shr_u(b, 15)), v128.load32_splat(key, 12));
    b = i32x4.mul(b, v128.load(k, K_MIX3));
    v128.store(at, v128.xor(b, i32x4.shr_u(b, 16)), 16);
    key += 16;
  }
  for (let at = normals; at != end; at += 32) v128.store(at, radius(k, v128.load(at)));
  for (let at = normals; at != end; at += 32) {
    const r = v128.load(at);
    const half = f32x4.mul(f32x4.convert_i32x4_s(v128.load(at, 16)), v128.load(k, K_TURN));
    const square = f32x4.mul(half, half);
    const s = sine(k, half, square);
    const rs = f32x4.mul(r, s);
    const rs2 = f32x4.add(rs, rs);
    v128.store(at, f32x4.sub(r, f32x4.mul(rs2, s))); // r cos 2x = r (1 - 2 sin^2 x)
    v128.store(at, f32x4.mul(rs2, cosine(k, square)), 16); // r sin 2x = 2 r sin x cos x
  }
}

// How many thresholds each level has reached, found from the nearest code on; lists are guarded by -inf and inf at their ends.
// @ts-ignore: decorator
@inline
function reached(lists: usize, low: v128, levels: v128, nearest: v128): v128 {
  const from = i32x4.trunc_sat_f32x4_s(f32x4.sub(nearest, low));
  let codes = i32x4.splat(reach(load<u32>(lists), i32x4.extract_lane(from, 0), f32x4.extract_lane(levels, 0)));
  codes = i32x4.replace_lane(codes, 1, reach(load<u32>(lists, 4), i32x4.extract_lane(from, 1), f32x4.extract_lane(levels, 1)));
  codes = i32x4.replace_lane(codes, 2, reach(load<u32>(lists, 8), i32x4.extract_lane(from, 2), f32x4.extract_lane(levels, 2)));
  codes = i32x4.replace_lane(codes, 3, reach(load<u32>(lists, 12), i32x4.extract_lane(from, 3), f32x4.extract_lane(levels, 3)));
  return f32x4.add(f32x4.convert_i32x4_s(codes), low);
}

// @ts-ignore: decorator
@inline
function reach(list: u32, from: i32, level: f32): i32 {
  let at = <usize>list + (<usize>from << 2);
  while (level < load<f32>(at)) at -= 4;
  while (level >= load<f32>(at, 4)) at += 4;
  return <i32>((at - <usize>list) >> 2);
}

/** Converts the sums of a strip, those of `vectors` vectors. */
export function convert(p: usize, strip: i32, vectors: i32, sums: usize, variances: usize, normals: usize, keys: usize): void {
  const k = <usize>load<u32>(p, CONSTANTS);
  const column = <usize>load<u32>(p, COLUMNS) + <usize>strip * 192;
  const pairs = load<i32>(p, PAIRS) != 0;
  const byThresholds = load<i32>(p, THRESHOLDS) != 0;
  const outBytes = <usize>load<i32>(p, OUT_STRIDE) << 1;
  let output = <usize>load<u32>(p, OUTPUTS) + (<usize>strip << (pairs ? 3 : 4));
  drawNormals(k, strip, keys, vectors, normals);
  const low = v128.load(k, K_LOW);
  const high = v128.load(k, K_HIGH);
  let clips = i32x4.splat(0);
  const end = <usize>vectors << 5;
  for (let at: usize = 0; at != end; at += 32) {
    const levelA = level(column, v128.load(sums + at), v128.load(variances + at), v128.load(normals + at));
    const levelB = level(column + 16, v128.load(sums + at, 16), v128.load(variances + at, 16), v128.load(normals + at, 16));
    const codeA = f32x4.nearest(levelA);
    const codeB = f32x4.nearest(levelB);
    // A level that is no number becomes the highest code, and counts.
    let a = f32x4.pmax(low, f32x4.pmin(high, codeA));
    let b = f32x4.pmax(low, f32x4.pmin(high, codeB));
    clips = i32x4.sub(clips, f32x4.ne(codeA, a));
    clips = i32x4.sub(clips, f32x4.ne(codeB, b));
    if (byThresholds) {
      a = reached(column + 160, low, levelA, a);
      b = reached(column + 176, low, levelB, b);
    }
    a = i32x4.trunc_sat_f32x4_s(a);
    b = i32x4.trunc_sat_f32x4_s(b);
    if (pairs) v128.store64_lane(output, i16x8.narrow_i32x4_s(i32x4.sub(a, b), b), 0);
    else v128.store(output, i16x8.narrow_i32x4_s(a, b));
    output += outBytes;
  }
  const both = i32x4.extract_lane(clips, 0) + i32x4.extract_lane(clips, 1);
  const total = both + i32x4.extract_lane(clips, 2) + i32x4.extract_lane(clips, 3);
  store<i32>(p, load<i32>(p, ADC_CLIPPED) + total, ADC_CLIPPED);
}
