import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compensatedSum } from '../../../base/index.js';
import { channelFile, type ChannelSpec } from '../channel.js';

/** All samples of a channel, read from its file in the plainest way: what the tests hold everything else against. */
export function readSamples(dir: string, spec: ChannelSpec, bits?: number): number[] {
  const bytes = readFileSync(join(dir, channelFile(spec)));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (spec.type === 'f64') return Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
  if (spec.type === 'f32') return Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
  if (spec.type === 'u8') return [...bytes];
  return Array.from({ length: bits ?? bytes.length * 8 }, (_, i) => (bytes[i >> 3]! >> (i & 7)) & 1);
}

/** Marks of a time base as [sample, position, host s, board s]. */
export function readMarks(dir: string, time: string): number[][] {
  const bytes = readFileSync(join(dir, 'channels', `${time}.time`));
  const all = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return Array.from({ length: all.length / 4 }, (_, i) => [...all.subarray(4 * i, 4 * i + 4)]);
}

/** Statistics by their definitions, in two passes, with compensated sums. */
export function naiveStatistics(samples: readonly number[]) {
  const present = samples.filter((value) => !Number.isNaN(value));
  const n = present.length;
  const mean = compensatedSum(present) / n;
  const sorted = [...present].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (n - 1);
    const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
    return low + (high - low) * (place - Math.floor(place));
  };
  return {
    count: n,
    min: sorted[0] ?? NaN,
    max: sorted.at(-1) ?? NaN,
    sum: compensatedSum(present),
    mean,
    rms: Math.sqrt(compensatedSum(present.map((value) => value * value)) / n),
    standardDeviation: Math.sqrt(compensatedSum(present.map((value) => (value - mean) ** 2)) / (n - 1)),
    median: n === 0 ? NaN : at(0.5),
    p95: n === 0 ? NaN : at(0.95),
  };
}

/** Whether two numbers agree to twelve digits, of the larger of them or of a given scale. */
export function agrees(a: number, b: number, scale = 0): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b), scale);
}
