// The analog-input tile: DAC, effective matrix, exact read noise, ADC, for five vectors in a pass.
//
// The caller lays out the memory (../analog-memory.ts, with these same offsets) and passes the address of one block of parameters. All
// arithmetic is single precision in a fixed order; the twin (../analog-tile-twin.ts) does the same operations and agrees to the last bit.
// A vector's results depend on the seed and its own number alone: lanes hold columns, or vectors, and never meet.
import { convert, prepareConverter } from './parts/convert';
import { drive } from './parts/drive';

// Parameter block: byte offsets.
const ROWS: usize = 0; // i32
const STRIPS: usize = 4; // i32, strips of eight columns
const VECTORS: usize = 8; // i32
const WEIGHTS: usize = 12; // f32[STRIPS][ROWS][8]
const VARIANCES: usize = 16; // f32[STRIPS][ROWS][8], read-noise variance of a unit input
const INPUTS: usize = 20; // f32[VECTORS][ROWS], 16 readable bytes behind the end
const PACKED: usize = 24; // f32[groups][ROWS][5], the rows' voltages; then as much again, their squares
const SUMS: usize = 28; // f32[groups][5][8] sums of a strip; then as much again, their variances; then as much again, normals
const KEYS: usize = 32; // u32[VECTORS][4], four keys each
const SEED_LO: usize = 36;
const SEED_HI: usize = 40;
const COUNTER_LO: usize = 44; // number of the first vector
const COUNTER_HI: usize = 48;
const NOISY: usize = 52; // i32, 0 = all variances are zero
const SHARED: usize = 92; // f32[STRIPS * 8], what comes off a column's variance for a unit of a vector's summed voltages, squared; 0 = nothing
const TOTALS: usize = 120; // f32[VECTORS], squares of the summed voltages of each vector

// @ts-ignore: decorator
@inline
function mix(value: u32): u32 {
  let x = value;
  x = (x ^ (x >> 16)) * 0x7feb352d;
  x = (x ^ (x >> 15)) * 0x846ca68b;
  return x ^ (x >> 16);
}

// sums[v][c] = sum over rows of weights[row][c] * inputs[row][v], rows in order. Eight columns times five vectors: ten sums, two weights and a
// voltage are as many registers as there are, and V8 would spill any of a longer or unrolled loop.
function accumulate(weights: usize, inputs: usize, rows: i32, sums: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  let s8 = s0;
  let s9 = s0;
  let w = weights;
  let x = inputs;
  const end = weights + (<usize>rows << 5);
  while (w != end) {
    const a = v128.load(w);
    const b = v128.load(w, 16);
    let voltage = v128.load32_splat(x);
    s0 = f32x4.add(s0, f32x4.mul(a, voltage));
    s1 = f32x4.add(s1, f32x4.mul(b, voltage));
    voltage = v128.load32_splat(x, 4);
    s2 = f32x4.add(s2, f32x4.mul(a, voltage));
    s3 = f32x4.add(s3, f32x4.mul(b, voltage));
    voltage = v128.load32_splat(x, 8);
    s4 = f32x4.add(s4, f32x4.mul(a, voltage));
    s5 = f32x4.add(s5, f32x4.mul(b, voltage));
    voltage = v128.load32_splat(x, 12);
    s6 = f32x4.add(s6, f32x4.mul(a, voltage));
    s7 = f32x4.add(s7, f32x4.mul(b, voltage));
    voltage = v128.load32_splat(x, 16);
    s8 = f32x4.add(s8, f32x4.mul(a, voltage));
    s9 = f32x4.add(s9, f32x4.mul(b, voltage));
    w += 32;
    x += 20;
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, s2, 32);
  v128.store(sums, s3, 48);
  v128.store(sums, s4, 64);
  v128.store(sums, s5, 80);
  v128.store(sums, s6, 96);
  v128.store(sums, s7, 112);
  v128.store(sums, s8, 128);
  v128.store(sums, s9, 144);
}

// totals[v] = (sum over rows of inputs[row][v])^2, rows in order.
function squareTotals(packed: usize, rows: i32, vectors: i32, totals: usize): void {
  for (let v = 0; v < vectors; v++) {
    let x = packed + <usize>(v / 5) * <usize>rows * 20 + (<usize>(v % 5) << 2);
    let sum: f32 = 0;
    for (let r = 0; r < rows; r++) {
      sum += load<f32>(x);
      x += 20;
    }
    store<f32>(totals + (<usize>v << 2), sum * sum);
  }
}

// variances[v][c] -= shared[c] * totals[v], not below 0.
function takeShared(variances: usize, shared: usize, totals: usize, vectors: i32): void {
  const low = v128.load(shared);
  const high = v128.load(shared, 16);
  for (let v: usize = 0; v < <usize>vectors; v++) {
    const at = variances + (v << 5);
    const total = v128.load32_splat(totals + (v << 2));
    v128.store(at, f32x4.pmax(f32x4.splat(0), f32x4.sub(v128.load(at), f32x4.mul(low, total))));
    v128.store(at, f32x4.pmax(f32x4.splat(0), f32x4.sub(v128.load(at, 16), f32x4.mul(high, total))), 16);
  }
}

// Four keys of each vector: functions of the seed and of the vector's number.
function makeKeys(p: usize, vectors: i32): void {
  const seedLo = load<u32>(p, SEED_LO);
  const seedHi = load<u32>(p, SEED_HI);
  let counter = (<u64>load<u32>(p, COUNTER_HI) << 32) | <u64>load<u32>(p, COUNTER_LO);
  let at = <usize>load<u32>(p, KEYS);
  for (let vector = 0; vector < vectors; vector++) {
    const lo = <u32>counter;
    const hi = <u32>(counter >> 32);
    const first = mix(mix(lo + seedLo) + hi);
    const second = mix(mix(lo ^ seedHi) ^ (hi + 0x9e3779b9));
    store<u32>(at, first);
    store<u32>(at, second, 4);
    store<u32>(at, mix(first ^ (second + 0x85ebca6b)), 8);
    store<u32>(at, mix(second ^ (first + 0xc2b2ae35)), 12);
    at += 16;
    counter++;
  }
}

/** Multiplies every vector of the parameter block at `p`. */
export function multiply(p: usize): void {
  const rows = load<i32>(p, ROWS);
  const strips = load<i32>(p, STRIPS);
  const vectors = load<i32>(p, VECTORS);
  const sums = <usize>load<u32>(p, SUMS);
  const keys = <usize>load<u32>(p, KEYS);
  const packed = <usize>load<u32>(p, PACKED);
  const noisy = load<i32>(p, NOISY) != 0;
  const groups = (vectors + 4) / 5;
  const groupBytes = <usize>rows * 20;
  const squares = packed + ((<usize>groups * groupBytes + 15) & ~15);
  const stripBytes = <usize>rows << 5;
  makeKeys(p, vectors);
  drive(p, <usize>load<u32>(p, INPUTS), packed, squares, rows, vectors, noisy);
  prepareConverter(p);
  const sumBytes = <usize>groups * 160;
  const sumVariances = sums + sumBytes;
  const normals = sumVariances + sumBytes;
  if (!noisy) for (let at: usize = 0; at < sumBytes; at += 16) v128.store(sumVariances + at, f32x4.splat(0));
  let shared = <usize>load<u32>(p, SHARED);
  const totals = <usize>load<u32>(p, TOTALS);
  if (shared != 0) squareTotals(packed, rows, vectors, totals);
  let weights = <usize>load<u32>(p, WEIGHTS);
  let variances = <usize>load<u32>(p, VARIANCES);
  for (let strip = 0; strip < strips; strip++) {
    for (let group: usize = 0; group < <usize>groups; group++) {
      const offset = group * groupBytes;
      if (noisy) accumulate(variances, squares + offset, rows, sumVariances + group * 160);
      accumulate(weights, packed + offset, rows, sums + group * 160);
    }
    if (shared != 0) {
      takeShared(sumVariances, shared, totals, vectors);
      shared += 32;
    }
    convert(p, strip, vectors, sums, sumVariances, normals, keys);
    weights += stripBytes;
    variances += stripBytes;
  }
}
