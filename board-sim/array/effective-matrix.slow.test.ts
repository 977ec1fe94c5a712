import { expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { WireSolver } from './iterative-matrix.js';

it.each([
  [52e3, 0.766],
  [3e3, 0.181],
])('keeps the mean current of a half parallel 256 × 256 array as published: %i ohm', (ohm, kept) => {
  const n = 256;
  const stream = RandomStream.from(5, 'half', n);
  const g = Float64Array.from({ length: n * n }, () => (stream.nextU32() >>> 31 === 0 ? 1 : 0.5) / ohm);
  // The published figures count the segments between cells alone.
  const wires = { rowOhm: 0.5, colOhm: 0.5, driveOhm: 1e-6, senseOhm: 1e-6 };
  const w = new WireSolver(n, n).solve(g, n, n, wires);
  const sum = (list: Float64Array): number => list.reduce((total, value) => total + value, 0);
  expect(Math.abs(sum(w) / sum(g) - kept)).toBeLessThan(0.0015);
});
