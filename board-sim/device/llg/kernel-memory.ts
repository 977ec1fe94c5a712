import { NORMAL_COEFFICIENTS } from './normal-coefficients.js';

/** Number format of an ensemble. */
export type Precision = 'f32' | 'f64';

/** Steps of one kernel call at most: its table has to hold them, and a call stays short enough for progress and cancellation. */
export const MAX_STEPS = 4096;

/** Numbers of a table row: what one step needs to know of a voltage that changes. */
export const TABLE_WIDTH = {
  /** V at the start and end of the step, weights of mz there. */
  f32: 4,
  /** V at start, middle and end, weights of mz at start and end. */
  f64: 5,
} as const;

/** The parameters of each spin, in the order of the kernels; fields in units of angle per step (RK4: per half step). */
export const PARAMETER = { hk: 0, slope: 1, hx: 2, hy: 3, hz: 4, sigma: 5, alpha: 6, ky: 7, aj: 8 } as const;
const PARAMETERS = 9;

/** Where things lie in a kernel's memory, in bytes. */
export interface KernelLayout {
  /** Spins that are advanced: those of the ensemble and what fills the last vector. */
  readonly lanes: number;
  /** Distance of two arrays of spins in the ensemble's own precision. */
  readonly pitch: number;
  readonly state: number;
  /** Sums of mz, f64. */
  readonly sums: number;
  /** Four arrays of 32-bit words. */
  readonly generator: number;
  readonly parameters: number;
  readonly table: number;
  readonly bytes: number;
}

/** Constants and scratch come first. */
const STATE_AT = 4096;

/** Lays out a memory for `spins` spins. */
export function layOutKernel(precision: Precision, spins: number): KernelLayout {
  const lanes = Math.ceil(spins / 4) * 4;
  const size = precision === 'f32' ? 4 : 8;
  // An odd number of cache lines: at a power of two the same spin of all arrays would compete for one set of the cache (up to 17 % slower).
  const pitch = 64 * (Math.ceil((lanes * size) / 64) | 1);
  // f32: mx my mz, generator (4), kept normals (3), single-precision sum, then f64 sums. f64: mx my mz, sums, kept normals, generator.
  const generator = STATE_AT + (precision === 'f32' ? 3 : 7) * pitch;
  const sums = STATE_AT + (precision === 'f32' ? 11 : 3) * pitch;
  const parameters = STATE_AT + (precision === 'f32' ? 13 : 9) * pitch;
  const table = parameters + PARAMETERS * pitch;
  return {
    lanes,
    pitch,
    state: STATE_AT,
    sums,
    generator,
    parameters,
    table,
    bytes: table + MAX_STEPS * TABLE_WIDTH[precision] * size,
  };
}

/** Writes the constants of a kernel, each repeated to fill a vector; offsets are those of the assembly files. */
export function writeConstants(precision: Precision, buffer: ArrayBuffer): void {
  if (precision === 'f32') writeF32(new Float32Array(buffer), new Int32Array(buffer));
  else writeF64(new Float64Array(buffer), new BigInt64Array(buffer));
}

function writeF32(floats: Float32Array, words: Int32Array): void {
  const set = (at: number, value: number): void => void floats.fill(value, at >> 2, (at >> 2) + 4);
  const setWord = (at: number, value: number): void => void words.fill(value, at >> 2, (at >> 2) + 4);
  set(0, 0.5);
  set(16, 1);
  setWord(32, 0x3f3504f3); // the bits of √½
  setWord(48, 31);
  set(64, 2 * Math.LN2);
  setWord(80, 0x80000000 | 0);
  set(96, 2 ** -31);
  set(112, 0.75);
  set(128, 1 / 16);
  const { log, sine, cosine } = NORMAL_COEFFICIENTS;
  [...log, ...sine, ...cosine].forEach((value, i) => set(144 + 16 * i, value));
}

function writeF64(floats: Float64Array, words: BigInt64Array): void {
  const set = (at: number, value: number): void => void floats.fill(value, at >> 3, (at >> 3) + 2);
  const setWord = (at: number, value: bigint): void => void words.fill(value, at >> 3, (at >> 3) + 2);
  set(0, 0.5);
  set(16, 1);
  set(32, 2);
  setWord(48, 0xf_ffff_ffff_ffffn);
  setWord(64, 0x3fe0_0000_0000_0000n);
  setWord(80, 0x4330_0000_0000_0000n);
  set(96, 2 ** 52 + 1054);
  set(112, Math.SQRT1_2);
  set(128, 2 * Math.LN2);
  set(144, Math.LN2);
  set(160, 4);
  set(176, Math.PI * 2 ** -32);
  [3, 5, 7, 9, 11].forEach((n, i) => set(192 + 16 * i, 1 / n));
  const factorials = [6, 120, 5040, 362_880, 39_916_800, 6_227_020_800, 1_307_674_368_000];
  factorials.forEach((n, i) => set(272 + 16 * i, (i % 2 === 0 ? -1 : 1) / n));
  [0.5, 0.375, 0.3125, 0.2734375].forEach((value, i) => set(384 + 16 * i, value));
  set(448, 1e-3);
  set(464, 1 / 3);
  set(480, 1 / 54);
}
