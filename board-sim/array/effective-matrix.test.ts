import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { effectiveMatrix } from './effective-matrix.js';
import { WireSolver, planIteration } from './iterative-matrix.js';
import { nodalMatrix } from './testing/nodal-reference.js';
import { solveWiresTwin } from './wire-solve-twin.js';
import { type Wires } from './wires.js';

const even: Wires = { rowOhm: 0.5, colOhm: 0.5, driveOhm: 0.5, senseOhm: 0.5 };

function randomCells(m: number, n: number, seed: number, lowOhm: number, highOhm: number): Float64Array {
  const stream = RandomStream.from(seed, 'cells', m, n);
  return Float64Array.from({ length: m * n }, () => 1 / (lowOhm + (highOhm - lowOhm) * stream.uniform()));
}

/** Half parallel, half antiparallel at random, TMR 100 %. */
function halfAndHalf(n: number, ohm: number): Float64Array {
  const stream = RandomStream.from(5, 'half', n);
  return Float64Array.from({ length: n * n }, () => (stream.nextU32() >>> 31 === 0 ? 1 : 0.5) / ohm);
}

function largestRelative(actual: Float64Array, expected: Float64Array): number {
  let worst = 0;
  for (let k = 0; k < actual.length; k++) worst = Math.max(worst, Math.abs(actual[k]! / expected[k]! - 1));
  return worst;
}

/** Largest difference, relative to the largest entry: opens have entries that are nothing but what other cells leak. */
function furthest(actual: Float64Array, expected: Float64Array): number {
  const largest = expected.reduce((max, value) => Math.max(max, value), 0);
  return actual.reduce((worst, value, k) => Math.max(worst, Math.abs(value - expected[k]!) / largest), 0);
}

const meanKept = (w: Float64Array, g: Float64Array): number =>
  w.reduce((sum, value) => sum + value, 0) / g.reduce((sum, value) => sum + value, 0);

describe('the effective matrix', () => {
  const cases: [number, number, Wires, number, number][] = [
    [4, 4, even, 25e3, 250e3],
    [5, 9, { rowOhm: 20, colOhm: 20, driveOhm: 1, senseOhm: 40 }, 3e3, 6e3],
    [12, 7, { rowOhm: 0.5, colOhm: 20, driveOhm: 5, senseOhm: 0.1 }, 3e3, 60e3],
    [16, 16, { rowOhm: 20, colOhm: 0.5, driveOhm: 20, senseOhm: 20 }, 3e3, 6e3],
    [1, 6, even, 3e3, 6e3],
    [6, 1, even, 3e3, 6e3],
  ];
  it.each(cases)('agrees with a dense nodal solve to 1e-9: %i × %i', (m, n, wires, low, high) => {
    const g = randomCells(m, n, 1, low, high);
    const dense = nodalMatrix(g, m, n, wires);
    expect(largestRelative(effectiveMatrix(g, m, n, wires), dense)).toBeLessThan(1e-9);
    expect(largestRelative(new WireSolver(16, 16).solve(g, m, n, wires), dense)).toBeLessThan(1e-9);
  });

  it('takes terminals that differ from row to row and from column to column', () => {
    const [m, n] = [6, 8];
    const g = randomCells(m, n, 2, 3e3, 9e3);
    const wires: Wires = {
      rowOhm: 2,
      colOhm: 3,
      driveOhm: Float64Array.from({ length: m }, (_, r) => 1 + r),
      senseOhm: Float64Array.from({ length: n }, (_, c) => 10 - c),
    };
    const dense = nodalMatrix(g, m, n, wires);
    expect(largestRelative(effectiveMatrix(g, m, n, wires), dense)).toBeLessThan(1e-9);
    expect(largestRelative(new WireSolver(m, n).solve(g, m, n, wires), dense)).toBeLessThan(1e-9);
  });

  it.each([
    [4, 4],
    [8, 8],
    [5, 13],
    [13, 5],
    [16, 16],
    [9, 32],
    [32, 9],
    [32, 32],
  ])(
    'agrees with a dense nodal solve to 1e-9 in both directions, opens, shorts and unequal terminals included: %i × %i',
    (m, n) => {
      const stream = RandomStream.from(8, m, n);
      const ohm = (low: number, high: number): number => low * (high / low) ** stream.uniform();
      const g = Float64Array.from({ length: m * n }, () => {
        const u = stream.uniform();
        return u < 0.05 ? 0 : u < 0.08 ? 1 / 500 : 1 / ohm(2e3, 200e3);
      });
      for (const direction of ['rows', 'columns'] as const) {
        const [driven, sensed] = direction === 'rows' ? [m, n] : [n, m];
        const wires: Wires = {
          rowOhm: ohm(0.1, 20),
          colOhm: ohm(0.1, 20),
          driveOhm: Float64Array.from({ length: driven }, () => ohm(0.5, 50)),
          senseOhm: Float64Array.from({ length: sensed }, () => ohm(0.1, 20)),
        };
        const dense = nodalMatrix(g, m, n, wires, direction);
        expect(largestRelative(effectiveMatrix(g, m, n, wires, direction), dense)).toBeLessThan(1e-9);
        expect(furthest(new WireSolver(m, n).solve(g, m, n, wires, direction), dense)).toBeLessThan(1e-9);
      }
    },
  );

  it('is the transpose in the other direction only where drivers and senses are equal', () => {
    const [m, n] = [5, 7];
    const g = randomCells(m, n, 3, 3e3, 9e3);
    const transposed = (w: Float64Array): Float64Array =>
      Float64Array.from({ length: m * n }, (_, k) => w[(k % m) * n + Math.floor(k / m)]!);
    const equal: Wires = { rowOhm: 1, colOhm: 2, driveOhm: 3, senseOhm: 3 };
    const forward = effectiveMatrix(g, m, n, equal);
    expect(largestRelative(effectiveMatrix(g, m, n, equal, 'columns'), transposed(forward))).toBeLessThan(1e-12);
    const unequal: Wires = { ...equal, driveOhm: 20, senseOhm: 1 };
    const other = effectiveMatrix(g, m, n, unequal, 'columns');
    expect(largestRelative(other, transposed(effectiveMatrix(g, m, n, unequal)))).toBeGreaterThan(1e-3);
    expect(largestRelative(other, nodalMatrix(g, m, n, unequal, 'columns'))).toBeLessThan(1e-12);
  });

  it('becomes the conductances when the wires lose nothing', () => {
    const g = randomCells(16, 16, 4, 25e3, 60e3);
    const wires: Wires = { rowOhm: 1e-9, colOhm: 1e-9, driveOhm: 1e-9, senseOhm: 1e-9 };
    expect(largestRelative(effectiveMatrix(g, 16, 16, wires), g)).toBeLessThan(1e-9);
    expect(largestRelative(new WireSolver(16, 16).solve(g, 16, 16, wires), g)).toBeLessThan(1e-9);
  });

  it('differs from the conductances in proportion to the wires when those are small', () => {
    const g = randomCells(12, 12, 4, 25e3, 60e3);
    const loss = (ohm: number): number => {
      const wires: Wires = { rowOhm: ohm, colOhm: ohm, driveOhm: ohm, senseOhm: ohm };
      return 1 - meanKept(effectiveMatrix(g, 12, 12, wires), g);
    };
    expect(loss(1e-3) / loss(1e-4)).toBeCloseTo(10, 3);
    expect(loss(1e-4)).toBeLessThan(1e-6);
  });

  it('keeps zeros for open cells and gives no column current without a path', () => {
    const g = randomCells(6, 6, 6, 25e3, 60e3);
    for (let r = 0; r < 6; r++) g[r * 6 + 2] = 0;
    const w = effectiveMatrix(g, 6, 6, even);
    for (let r = 0; r < 6; r++) expect(w[r * 6 + 2]).toBe(0);
  });

  it.each([
    [64, 3e3, 0.756],
    [64, 52e3, 0.981],
    [128, 3e3, 0.445],
    [128, 52e3, 0.928],
  ])('keeps the mean current of a half parallel array as published: %i cells a side, %i ohm', (n, ohm, kept) => {
    const g = halfAndHalf(n, ohm);
    // The published figures count the segments between cells alone.
    const wires: Wires = { ...even, driveOhm: 1e-6, senseOhm: 1e-6 };
    expect(Math.abs(meanKept(new WireSolver(n, n).solve(g, n, n, wires), g) - kept)).toBeLessThan(0.0015);
  });

  it('iterates to 1e-9 of the direct reduction at full size', () => {
    const g = halfAndHalf(64, 50e3);
    const wires: Wires = { rowOhm: 0.5, colOhm: 0.5, driveOhm: 5, senseOhm: 1 };
    const direct = effectiveMatrix(g, 64, 64, wires);
    expect(largestRelative(new WireSolver(64, 64).solve(g, 64, 64, wires), direct)).toBeLessThan(1e-9);
  });

  it('has a kernel that equals its twin to the last bit', () => {
    for (const [m, n] of [
      [8, 8],
      [7, 5],
    ] as const) {
      const g = randomCells(m, n, 7, 10e3, 60e3);
      const wires: Wires = { rowOhm: 5, colOhm: 7, driveOhm: 5, senseOhm: 1 };
      const { damping, steps } = planIteration(g, m, n, wires);
      const kernel = new WireSolver(8, 8).solve(g, m, n, wires);
      expect(kernel).toEqual(solveWiresTwin(g, m, n, wires, damping, steps));
    }
  });
});
