import { STRIP } from './analog-memory.js';
import { columnAt, type AnalogCounts, type AnalogTileOptions } from './analog-tile.js';
import { analogVectorKeys, normalPair } from '../normal-pairs.js';
import { nearest } from './row-dacs.js';

const f = Math.fround;

/** The plain twin of `AnalogTile.multiply`: same operations, same order, same bits. */
export function multiplyAnalogTwin(
  { matrix, dacs, adcs, pairs = false, seed }: AnalogTileOptions,
  inputs: Float32Array,
  counter: number,
): { codes: Int16Array; counts: AnalogCounts } {
  const { rows, cols, weights, variances, sharedVariance } = matrix;
  const vectors = inputs.length / rows;
  const scale = f(1 / dacs.step);
  const coefficients = Float32Array.from({ length: 4 * cols }, (_, k) => adcs.polynomial(k >> 2)[k & 3]!);
  const ownVariance = Float32Array.from({ length: cols }, (_, c) => adcs.noiseVariance(c));
  const lists = adcs.thresholdLists;
  const outputs = pairs ? cols / 2 : cols;
  const codes = new Int16Array(vectors * outputs);
  const sums = new Float32Array(cols);
  const spreads = new Float32Array(cols);
  const single = new Int16Array(cols);
  let dacClipped = 0;
  let adcClipped = 0;

  const convert = (c: number, z: number): void => {
    const y = f(sums[c]! + f(z * f(Math.sqrt(f(spreads[c]! + ownVariance[c]!)))));
    let level = f(f(y * coefficients[4 * c + 3]!) + coefficients[4 * c + 2]!);
    level = f(f(y * level) + coefficients[4 * c + 1]!);
    level = f(f(y * level) + coefficients[4 * c]!);
    const code = nearest(level);
    const kept = code < adcs.codeMax ? Math.max(adcs.codeMin, code) : adcs.codeMax;
    if (kept !== code) adcClipped++;
    const list = lists[adcs.listOf(c)];
    single[c] = list === undefined ? kept : adcs.codeMin + reached(list, kept - adcs.codeMin, level);
  };

  for (let v = 0; v < vectors; v++) {
    sums.fill(0);
    spreads.fill(0);
    let total = 0;
    for (let r = 0; r < rows; r++) {
      const input = inputs[v * rows + r]!;
      const kept = dacs.codeOf(input);
      if (kept !== nearest(f(input * scale))) dacClipped++;
      const voltage = dacs.voltage(r, kept);
      total = f(total + voltage);
      for (let c = 0; c < cols; c++) sums[c] = f(sums[c]! + f(weights[r * cols + c]! * voltage));
      if (variances === undefined) continue;
      const square = f(voltage * voltage);
      for (let c = 0; c < cols; c++) spreads[c] = f(spreads[c]! + f(variances[r * cols + c]! * square));
    }
    if (variances !== undefined && sharedVariance !== undefined) {
      const squared = f(total * total);
      for (let c = 0; c < cols; c++) spreads[c] = Math.max(0, f(spreads[c]! - f(sharedVariance[c]! * squared)));
    }
    const keys = analogVectorKeys(seed, counter + v);
    for (let pair = 0; pair < Math.ceil(cols / STRIP) * 4; pair++) {
      // The first normal of a pair is for one of a strip's lanes 0 to 3, the second for the lane four further.
      const place = (pair >> 2) * STRIP + (pair & 3);
      const normals = normalPair(pair, keys);
      for (const half of [0, 1] as const) {
        const c = columnAt(place + 4 * half, pairs);
        if (c < cols) convert(c, normals[half]);
      }
    }
    for (let o = 0; o < outputs; o++) codes[v * outputs + o] = pairs ? single[2 * o]! - single[2 * o + 1]! : single[o]!;
  }
  return { codes, counts: { dacClipped, adcClipped } };
}

/** How many thresholds of a guarded list a level has reached. */
function reached(list: Float32Array, from: number, level: number): number {
  let at = from;
  while (level < list[at]!) at--;
  while (level >= list[at + 1]!) at++;
  return at;
}
