// The tile product: bit-serial inputs, effective matrix, exact read noise, column converters.
//
// The caller lays out the memory (../crossbar-memory.ts, with these same offsets) and passes the address of one block of parameters.
// Conductances and variances are 16-bit codes, so their sums are exact in any order; the converter works in single precision. The twin
// (../crossbar-twin.ts) does the same single-precision operations in the same order: the two agree to the last bit.

// Parameter block: byte offsets.
const ROWS: usize = 0; // i32, rows of the window = bytes of one input vector
const STRIDE: usize = 4; // i32, columns of a matrix row, a multiple of 32
const BITS: usize = 8; // i32, bits of an input
const VECTORS: usize = 12; // i32
const INPUTS: usize = 16; // u8[VECTORS][ROWS], 64 readable bytes behind the end
const OUTPUTS: usize = 20; // i16[VECTORS][OUT_COUNT], STRIDE values of slack behind the end
const WEIGHTS: usize = 24; // u16[ROWS][STRIDE]
const VARIANCES: usize = 28; // u16[ROWS][STRIDE]
const COLUMNS: usize = 32; // seven arrays of STRIDE 32-bit values: c0, c1, c2, c3, constant variance, name, offset code
const SCRATCH: usize = 36; // STRIDE f32 results, the constants below, then u64 row masks
const VARIANCE_SCALE: usize = 40; // f32, square codes for one unit of VARIANCES
const SEED_LO: usize = 44;
const SEED_HI: usize = 48;
const COUNTER_LO: usize = 52; // number of the first vector since boot
const COUNTER_HI: usize = 56;
const REPEATS: usize = 60; // i32, conversions of each plane
const DIFFERENTIAL: usize = 64; // i32, 0 or 1
const SHIFT: usize = 68; // i32
const OUT_COUNT: usize = 72; // i32, outputs of one vector
const ROW_TOTALS: usize = 76; // i32[STRIDE / 32][ROWS], sum of the 32 weights of a row in a block of columns
// Sums that the kernel adds to.
const CLIPPED: usize = 80; // i32, conversions and outputs outside their range
const PLANES: usize = 84; // i32, planes applied
const DRIVEN: usize = 88; // i64, sum over applied planes of the weights of the driven rows

// Splatted constants and keys in scratch memory: V8 would rebuild a v128 constant from immediates at every use.
const K_CENTRE: usize = 0;
const K_CUBIC: usize = 16;
const K_LINEAR: usize = 32;
const K_TOP: usize = 48;
const K_MIX1: usize = 64;
const K_MIX2: usize = 80;
const K_SCALE: usize = 96;
const K_KEY0: usize = 112;
const K_KEY1: usize = 128;
const K_WEIGHT: usize = 144;
const K_REPEATS: usize = 160;
const K_SIZE: usize = 176;

// @ts-ignore: decorator
@inline
function mix(value: u32): u32 {
  let x = value;
  x = (x ^ (x >> 16)) * 0x7feb352d;
  x = (x ^ (x >> 15)) * 0x846ca68b;
  return x ^ (x >> 16);
}

// Four standard normals: the sum of the four bytes of a hash (Irwin-Hall), bent by a cubic so that variance is 1 and kurtosis 3.
// @ts-ignore: decorator
@inline
function gaussian(k: usize, name: v128, key0: v128): v128 {
  let x = i32x4.add(name, key0);
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), v128.load(k, K_MIX1));
  x = i32x4.add(v128.xor(x, i32x4.shr_u(x, 15)), v128.load(k, K_KEY1));
  x = i32x4.mul(x, v128.load(k, K_MIX2));
  x = v128.xor(x, i32x4.shr_u(x, 16));
  const sum = i32x4.extadd_pairwise_i16x8_s(i16x8.extadd_pairwise_i8x16_u(x));
  const t = f32x4.sub(f32x4.convert_i32x4_s(sum), v128.load(k, K_CENTRE));
  const cubic = f32x4.mul(f32x4.mul(t, t), v128.load(k, K_CUBIC));
  return f32x4.mul(t, f32x4.add(cubic, v128.load(k, K_LINEAR)));
}

// One plane's reading of the four columns at `column` (bytes): adds weight * code to the results, returns how often each lane clipped.
// @ts-ignore: decorator
@inline
function convert(columns: usize, pitch: usize, column: usize, results: usize, k: usize, units: v128, spread: v128, repeats: i32): v128 {
  const at = columns + column;
  const x = f32x4.convert_i32x4_s(units);
  let level = f32x4.add(f32x4.mul(x, v128.load(at + 3 * pitch)), v128.load(at + 2 * pitch));
  level = f32x4.add(f32x4.mul(x, level), v128.load(at + pitch));
  level = f32x4.add(f32x4.mul(x, level), v128.load(at));
  const variance = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(spread), v128.load(k, K_SCALE)), v128.load(at + 4 * pitch));
  const sd = f32x4.sqrt(variance);
  const name = v128.load(at + 5 * pitch);
  let key = v128.load(k, K_KEY0);
  let code = f32x4.nearest(f32x4.add(level, f32x4.mul(gaussian(k, name, key), sd)));
  let kept = f32x4.pmax(f32x4.splat(0), f32x4.pmin(v128.load(k, K_TOP), code));
  let clips = f32x4.ne(code, kept);
  if (repeats > 1) {
    let sum = kept;
    for (let again = 1; again < repeats; again++) {
      key = i32x4.add(key, i32x4.splat(0x5bd1e995));
      code = f32x4.nearest(f32x4.add(level, f32x4.mul(gaussian(k, name, key), sd)));
      kept = f32x4.pmax(f32x4.splat(0), f32x4.pmin(v128.load(k, K_TOP), code));
      clips = i32x4.add(clips, f32x4.ne(code, kept));
      sum = f32x4.add(sum, kept);
    }
    kept = f32x4.nearest(f32x4.div(sum, v128.load(k, K_REPEATS)));
  }
  v128.store(results + column, f32x4.add(v128.load(results + column), f32x4.mul(kept, v128.load(k, K_WEIGHT))));
  return clips;
}

/** Multiplies every vector of the parameter block at `p`. */
export function multiply(p: usize): void {
  const rows = load<i32>(p, ROWS);
  const stride = <usize>load<i32>(p, STRIDE);
  const bits = load<i32>(p, BITS);
  const vectors = load<i32>(p, VECTORS);
  const weights = <usize>load<u32>(p, WEIGHTS);
  const variances = <usize>load<u32>(p, VARIANCES);
  const columns = <usize>load<u32>(p, COLUMNS);
  const results = <usize>load<u32>(p, SCRATCH);
  const rowTotals = <usize>load<u32>(p, ROW_TOTALS);
  const repeats = load<i32>(p, REPEATS);
  const outputs = load<i32>(p, OUT_COUNT);
  const pitch = stride << 2;
  const k = results + pitch;
  const masks = k + K_SIZE;
  const words = (rows + 63) >> 6;
  const lastBits: u64 = (rows & 63) == 0 ? <u64>-1 : ((<u64>1) << (rows & 63)) - 1;

  v128.store(k, f32x4.splat(510), K_CENTRE);
  v128.store(k, f32x4.splat(5.773954203647236e-9), K_CUBIC);
  v128.store(k, f32x4.splat(0.006421040743589401), K_LINEAR);
  v128.store(k, f32x4.splat(4095), K_TOP);
  v128.store(k, i32x4.splat(0x7feb352d), K_MIX1);
  v128.store(k, i32x4.splat(0x846ca68b), K_MIX2);
  v128.store(k, v128.load32_splat(p + VARIANCE_SCALE), K_SCALE);
  v128.store(k, f32x4.splat(<f32>repeats), K_REPEATS);

  let input = <usize>load<u32>(p, INPUTS);
  let output = <usize>load<u32>(p, OUTPUTS);
  let counter = (<u64>load<u32>(p, COUNTER_HI) << 32) | <u64>load<u32>(p, COUNTER_LO);
  let planes: i32 = 0;
  let driven: i64 = 0;
  let clips = i32x4.splat(0);

  for (let vector = 0; vector < vectors; vector++) {
    const lo = <u32>counter;
    const hi = <u32>(counter >> 32);
    const seed0 = mix(mix(lo + load<u32>(p, SEED_LO)) + hi);
    v128.store(k, i32x4.splat(mix(mix(lo ^ load<u32>(p, SEED_HI)) ^ (hi + 0x9e3779b9))), K_KEY1);
    let weightSum: i32 = 0;

    gatherMasks(input, masks, words, bits, lastBits);
    for (let column: usize = 0; column < pitch; column += 16) v128.store(results + column, i32x4.splat(0));

    for (let plane = 0; plane < bits; plane++) {
      const mask = masks + <usize>(plane * words) * 8;
      let any: u64 = 0;
      for (let word = 0; word < words; word++) any |= load<u64>(mask + <usize>word * 8);
      if (any == 0) continue; // nothing driven: the plane is neither applied nor converted
      planes++;
      weightSum += 1 << plane;
      v128.store(k, i32x4.splat(seed0 + <u32>plane * 0x9e3779b9), K_KEY0);
      v128.store(k, f32x4.splat(<f32>(1 << plane)), K_WEIGHT);

      for (let column: usize = 0; column < pitch; column += 128) {
        let s0 = i32x4.splat(0);
        let s1 = i32x4.splat(0);
        let s2 = i32x4.splat(0);
        let s3 = i32x4.splat(0);
        let n0 = i32x4.splat(0);
        let n1 = i32x4.splat(0);
        let n2 = i32x4.splat(0);
        let n3 = i32x4.splat(0);
        let total: i32 = 0;
        const blockTotals = rowTotals + (column >> 5) * <usize>rows;
        for (let word = 0; word < words; word++) {
          let set = load<u64>(mask + <usize>word * 8);
          const first = <usize>word * 64 * (stride << 1) + (column >> 1);
          const w = weights + first;
          const v = variances + first;
          const totals = blockTotals + <usize>word * 256;
          while (set != 0) {
            const row = <usize>ctz(set);
            set &= set - 1;
            const a = w + row * (stride << 1);
            s0 = i16x8.add(s0, v128.load(a));
            s1 = i16x8.add(s1, v128.load(a, 16));
            s2 = i16x8.add(s2, v128.load(a, 32));
            s3 = i16x8.add(s3, v128.load(a, 48));
            const b = v + row * (stride << 1);
            n0 = i16x8.add(n0, v128.load(b));
            n1 = i16x8.add(n1, v128.load(b, 16));
            n2 = i16x8.add(n2, v128.load(b, 32));
            n3 = i16x8.add(n3, v128.load(b, 48));
            total += load<i32>(totals + (row << 2));
          }
        }
        driven += <i64>total;
        clips = i32x4.sub(clips, convert(columns, pitch, column, results, k, i32x4.extend_low_i16x8_u(s0), i32x4.extend_low_i16x8_u(n0), repeats));
        clips = i32x4.sub(clips, convert(columns, pitch, column + 16, results, k, i32x4.extend_high_i16x8_u(s0), i32x4.extend_high_i16x8_u(n0), repeats));
        clips = i32x4.sub(clips, convert(columns, pitch, column + 32, results, k, i32x4.extend_low_i16x8_u(s1), i32x4.extend_low_i16x8_u(n1), repeats));
        clips = i32x4.sub(clips, convert(columns, pitch, column + 48, results, k, i32x4.extend_high_i16x8_u(s1), i32x4.extend_high_i16x8_u(n1), repeats));
        clips = i32x4.sub(clips, convert(columns, pitch, column + 64, results, k, i32x4.extend_low_i16x8_u(s2), i32x4.extend_low_i16x8_u(n2), repeats));
        clips = i32x4.sub(clips, convert(columns, pitch, column + 80, results, k, i32x4.extend_high_i16x8_u(s2), i32x4.extend_high_i16x8_u(n2), repeats));
        clips = i32x4.sub(clips, convert(columns, pitch, column + 96, results, k, i32x4.extend_low_i16x8_u(s3), i32x4.extend_low_i16x8_u(n3), repeats));
        clips = i32x4.sub(clips, convert(columns, pitch, column + 112, results, k, i32x4.extend_high_i16x8_u(s3), i32x4.extend_high_i16x8_u(n3), repeats));
      }
    }

    const weightTotal = f32x4.splat(<f32>weightSum);
    for (let column: usize = 0; column < pitch; column += 16) {
      const offset = f32x4.mul(weightTotal, v128.load(columns + 6 * pitch + column));
      v128.store(results + column, f32x4.sub(v128.load(results + column), offset));
    }
    clips = i32x4.add(clips, deliver(p, results, output, <usize>outputs));
    input += <usize>rows;
    output += <usize>(outputs << 1);
    counter++;
  }
  const first = i32x4.extract_lane(clips, 0) + i32x4.extract_lane(clips, 1);
  const total = first + i32x4.extract_lane(clips, 2) + i32x4.extract_lane(clips, 3);
  store<i32>(p, load<i32>(p, CLIPPED) + total, CLIPPED);
  store<i32>(p, load<i32>(p, PLANES) + planes, PLANES);
  store<i64>(p, load<i64>(p, DRIVEN) + driven, DRIVEN);
}

// masks[plane][word]: bit r of a word says that row 64 * word + r is driven in that plane.
// @ts-ignore: decorator
@inline
function gatherMasks(input: usize, masks: usize, words: i32, bits: i32, lastBits: u64): void {
  for (let word = 0; word < words; word++) {
    const at = input + <usize>word * 64;
    const x0 = v128.load(at);
    const x1 = v128.load(at, 16);
    const x2 = v128.load(at, 32);
    const x3 = v128.load(at, 48);
    const keep: u64 = word == words - 1 ? lastBits : <u64>-1;
    for (let plane = 0; plane < bits; plane++) {
      // A shift of 16-bit lanes moves bit `plane` of each byte to its top; what crosses a byte border stays below the top.
      const shift = 7 - plane;
      const m0 = <u64>(<u32>i8x16.bitmask(i16x8.shl(x0, shift)));
      const m1 = <u64>(<u32>i8x16.bitmask(i16x8.shl(x1, shift)));
      const m2 = <u64>(<u32>i8x16.bitmask(i16x8.shl(x2, shift)));
      const m3 = <u64>(<u32>i8x16.bitmask(i16x8.shl(x3, shift)));
      store<u64>(masks + <usize>(plane * words + word) * 8, (m0 | (m1 << 16) | (m2 << 32) | (m3 << 48)) & keep);
    }
  }
}

// Differences, shift and saturation to 16 bits; returns how many values saturated. What is written behind the last output is overwritten by the
// next vector.
// @ts-ignore: decorator
@inline
function deliver(p: usize, results: usize, output: usize, outputs: usize): v128 {
  const shift = load<i32>(p, SHIFT);
  const pair = load<i32>(p, DIFFERENTIAL) != 0;
  let from = results;
  let clips = i32x4.splat(0);
  for (let done: usize = 0; done < outputs; done += 8) {
    let a: v128;
    let b: v128;
    if (pair) {
      a = difference(from);
      b = difference(from + 32);
      from += 64;
    } else {
      a = i32x4.trunc_sat_f32x4_s(v128.load(from));
      b = i32x4.trunc_sat_f32x4_s(v128.load(from, 16));
      from += 32;
    }
    a = i32x4.shr_s(a, shift);
    b = i32x4.shr_s(b, shift);
    const out = i16x8.narrow_i32x4_s(a, b);
    clips = i32x4.sub(clips, i32x4.ne(i32x4.extend_low_i16x8_s(out), a));
    clips = i32x4.sub(clips, i32x4.ne(i32x4.extend_high_i16x8_s(out), b));
    v128.store(output + (done << 1), out);
  }
  return clips;
}

// @ts-ignore: decorator
@inline
function difference(at: usize): v128 {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const even = v128.shuffle<i32>(a, b, 0, 2, 4, 6);
  const odd = v128.shuffle<i32>(a, b, 1, 3, 5, 7);
  return i32x4.trunc_sat_f32x4_s(f32x4.sub(even, odd));
}

/** All input bytes OR-ed together: one pass that shows whether any of them has a bit too many. */
export function orBytes(at: usize, length: i32): i32 {
  let all = i32x4.splat(0);
  let done = 0;
  for (; done + 16 <= length; done += 16) all = v128.or(all, v128.load(at + <usize>done));
  let rest: i32 = 0;
  for (; done < length; done++) rest |= <i32>load<u8>(at + <usize>done);
  const wide = i64x2.extract_lane(all, 0) | i64x2.extract_lane(all, 1);
  let folded = <i32>(wide | (wide >> 32));
  folded |= folded >> 16;
  folded |= folded >> 8;
  return (folded | rest) & 255;
}
