const f = Math.fround;

function mix(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** Four keys of a vector: functions of the seed (64 bits as [low, high]) and of the vector's number. */
export type VectorKeys = readonly [number, number, number, number];

/** See {@link VectorKeys}. */
export function analogVectorKeys(seed: readonly [number, number], counter: number): VectorKeys {
  const lo = counter | 0;
  const hi = Math.floor(counter / 0x1_0000_0000) | 0;
  const first = mix((mix((lo + seed[0]) | 0) + hi) | 0);
  const second = mix(mix(lo ^ seed[1]) ^ ((hi + 0x9e3779b9) | 0));
  return [first, second, mix(first ^ ((second + 0x85ebca6b) | 0)), mix(second ^ ((first + 0xc2b2ae35) | 0))];
}

// Coefficients of the Taylor series of the sine and the cosine about 0, and of 4 artanh, the highest power first.
const SINE = [-1 / 39_916_800, 1 / 362_880, -1 / 5040, 1 / 120, -1 / 6].map(f);
const COSINE = [1 / 479_001_600, -1 / 3_628_800, 1 / 40_320, -1 / 720, 1 / 24, -1 / 2, 1].map(f);
const ARTANH = [4 / 7, 4 / 5, 4 / 3].map(f);
const LN4 = f(2 * Math.LN2);
const TURN = f(Math.PI * 2 ** -32);
const TO_UNIT = 2 ** -24;

const bits = new Int32Array(1);
const single = new Float32Array(bits.buffer);

/** √(−2 ln u), u = (top 24 bits of the word + ½)/2^24 = m·2^e with m in [√½, √2); ln m = 2 artanh((m − 1)/(m + 1)). */
function radius(word: number): number {
  single[0] = f(f((word >>> 8) + 0.5) * TO_UNIT);
  const exponent = (bits[0]! - 0x3f3504f3) >> 23;
  bits[0] = bits[0]! - (exponent << 23);
  const m = single[0];
  const q = f(f(1 - m) / f(1 + m));
  const qq = f(q * q);
  const minusLog = f(f(f(qq * horner(qq, ARTANH)) * q) + f(f(q + q) + f(q + q)));
  return f(Math.sqrt(f(minusLog - f(exponent * LN4))));
}

function horner(y: number, coefficients: readonly number[]): number {
  let value = coefficients[0]!;
  for (let k = 1; k < coefficients.length; k++) value = f(f(y * value) + coefficients[k]!);
  return value;
}

/**
 * Two standard normals from a vector's keys and the number of a pair of columns: two words of hash, and Box–Muller in single precision. The
 * kernel does the same operations in the same order. |z| ≤ √(50 ln 2) = 5.89. A normal differs from the exact function of its words by less
 * than 2·10⁻⁶ where the pair's radius is above 0.05, and by at most 2.5·10⁻⁴ below, where 24 bits resolve no more.
 */
export function normalPair(pair: number, keys: VectorKeys): [number, number] {
  const name = Math.imul(pair, 0x2c1b3c6d);
  let a = (name + keys[0]) | 0;
  a = Math.imul(a ^ (a >>> 16), 0x7feb352d);
  a = Math.imul(((a ^ (a >>> 15)) + keys[1]) | 0, 0x846ca68b);
  a ^= a >>> 16;
  let b = name ^ keys[2];
  b = Math.imul(b ^ (b >>> 17), 0x297a2d39);
  b = Math.imul(((b ^ (b >>> 15)) + keys[3]) | 0, 0x2c1b3c6d);
  b ^= b >>> 16;
  const r = radius(a);
  const half = f(f(b) * TURN);
  const y = f(half * half);
  const sine = f(f(f(y * horner(y, SINE)) * half) + half);
  const rs = f(r * sine);
  const rs2 = f(rs + rs);
  return [f(r - f(rs2 * sine)), f(rs2 * horner(y, COSINE))];
}
