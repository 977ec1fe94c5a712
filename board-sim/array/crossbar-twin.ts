import { type ColumnConverters, codesPerMicrosiemens } from './column-converters.js';
import { COLUMN_ARRAYS, COLUMN_NAME, COLUMN_OFFSET_CODE, COLUMN_VARIANCE } from './crossbar-memory.js';
import { fillColumns, resultShift, type MultiplyCounts, type MultiplySettings } from './crossbar.js';
import { type TileMatrix } from './tile-matrix.js';

const f = Math.fround;
const CUBIC = f(5.773954203647236e-9);
const LINEAR = f(0.006421040743589401);

function mix(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** A standard normal number of the read noise, from the name of a column and the two keys of a plane. */
export function readGaussian(name: number, key0: number, key1: number): number {
  let x = (name + key0) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = ((x ^ (x >>> 15)) + key1) | 0;
  x = Math.imul(x, 0x846ca68b);
  x ^= x >>> 16;
  const t = (x & 255) + ((x >>> 8) & 255) + ((x >>> 16) & 255) + (x >>> 24) - 510;
  return f(t * f(f(f(t * t) * CUBIC) + LINEAR));
}

/** The two keys of a vector: functions of the seed and of its number since boot. */
export function vectorKeys(seed: readonly [number, number], counter: number): [number, number] {
  const lo = counter | 0;
  const hi = Math.floor(counter / 0x1_0000_0000) | 0;
  return [mix((mix((lo + seed[0]) | 0) + hi) | 0), mix(mix(lo ^ seed[1]) ^ ((hi + 0x9e3779b9) | 0))];
}

function nearest(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

/** The plain twin of `Crossbar`: same operations, same order, same bits. */
export function multiplyTwin(
  matrix: TileMatrix,
  converters: ColumnConverters,
  settings: MultiplySettings,
  seed: readonly [number, number],
  inputs: Uint8Array,
  vectors: number,
  counter: number,
): { results: Int16Array; counts: MultiplyCounts } {
  const { rows, cols, stride } = matrix;
  const columns = new Float32Array(COLUMN_ARRAYS * stride);
  const names = new Int32Array(columns.buffer);
  fillColumns(columns, names, 0, matrix, converters, settings);
  const perUs = codesPerMicrosiemens(settings.readV, settings.range);
  const scale = f(matrix.varianceStep * perUs * perUs);
  const outputs = settings.differential ? cols >> 1 : cols;
  const shift = resultShift(settings.inputBits);
  const results = new Int16Array(vectors * outputs);
  const sums = new Float32Array(cols);
  let clipped = 0;
  let planes = 0;
  let driven = 0;

  const convert = (c: number, units: number, spread: number, key0: number, key1: number): number => {
    const coefficient = (k: number): number => columns[k * stride + c]!;
    let level = f(f(units * coefficient(3)) + coefficient(2));
    level = f(f(units * level) + coefficient(1));
    level = f(f(units * level) + coefficient(0));
    const sd = f(Math.sqrt(f(f(spread * scale) + coefficient(COLUMN_VARIANCE))));
    let sum = 0;
    for (let again = 0; again < settings.repeats; again++) {
      const key = (key0 + Math.imul(again, 0x5bd1e995)) | 0;
      const code = nearest(f(level + f(readGaussian(names[COLUMN_NAME * stride + c]!, key, key1) * sd)));
      const kept = Math.max(0, Math.min(4095, code));
      if (kept !== code) clipped++;
      sum = f(sum + kept);
    }
    return settings.repeats === 1 ? sum : nearest(f(sum / settings.repeats));
  };
  const deliver = (value: number, to: number): void => {
    const shifted = value >> shift;
    const kept = Math.max(-32768, Math.min(32767, shifted));
    if (kept !== shifted) clipped++;
    results[to] = kept;
  };

  for (let vector = 0; vector < vectors; vector++) {
    const [seed0, key1] = vectorKeys(seed, counter + vector);
    sums.fill(0);
    let weightSum = 0;
    for (let plane = 0; plane < settings.inputBits; plane++) {
      const on: number[] = [];
      for (let r = 0; r < rows; r++) if (((inputs[vector * rows + r]! >> plane) & 1) === 1) on.push(r);
      if (on.length === 0) continue;
      planes++;
      weightSum += 1 << plane;
      const key0 = (seed0 + Math.imul(plane, 0x9e3779b9)) | 0;
      for (let c = 0; c < cols; c++) {
        let units = 0;
        let spread = 0;
        for (const r of on) {
          units += matrix.weights[r * stride + c]!;
          spread += matrix.variances[r * stride + c]!;
        }
        driven += units;
        sums[c] = f(sums[c]! + f(convert(c, units, spread, key0, key1) * (1 << plane)));
      }
    }
    for (let c = 0; c < cols; c++) sums[c] = f(sums[c]! - f(weightSum * columns[COLUMN_OFFSET_CODE * stride + c]!));
    for (let o = 0; o < outputs; o++)
      deliver(settings.differential ? f(sums[2 * o]! - sums[2 * o + 1]!) : sums[o]!, vector * outputs + o);
  }
  return { results, counts: { clipped, planes, drivenUs: driven * matrix.stepUs } };
}
