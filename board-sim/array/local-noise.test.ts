import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { effectiveMatrix } from './effective-matrix.js';
import { planIteration } from './iterative-matrix.js';
import { junctionVoltages } from './junction-voltages.js';
import { localNoise } from './local-noise.js';
import { type Wires } from './wires.js';

const N = 16;
const R_MIN = 50e3;
/** Relative fluctuation of every cell: small enough that the answer is linear in it. */
const SIGMA = 0.02;

function cells(seed: number): Float64Array {
  const stream = RandomStream.from(seed, 'half');
  return Float64Array.from({ length: N * N }, () => (stream.integer(2) === 0 ? 1 : 0.5) / R_MIN);
}

/** Wires for a κ = N²·R_wire/R_min, terminals ten and two times a segment. */
function wiresFor(kappa: number): Wires {
  const ohm = (kappa * R_MIN) / N ** 2;
  return { rowOhm: ohm, colOhm: ohm, driveOhm: 10 * ohm, senseOhm: 2 * ohm };
}

/** Currents of all columns for voltages on the rows. */
function currents(
  g: Float64Array,
  wires: Wires,
  x: ArrayLike<number>,
  plan = planIteration(g, N, N, wires),
): Float64Array {
  const v = junctionVoltages(g, N, N, wires, x, new Float64Array(N), plan);
  const out = new Float64Array(N);
  for (let cell = 0; cell < N * N; cell++) out[cell % N]! += g[cell]! * v[cell]!;
  return out;
}

const binary = (stream: RandomStream): Float64Array => Float64Array.from({ length: N }, () => stream.integer(2));
const signed = (stream: RandomStream): Float64Array => Float64Array.from({ length: N }, () => 2 * stream.uniform() - 1);

describe('junction voltages', () => {
  it('give the currents of the effective matrix, lossy wires included', () => {
    const g = cells(1);
    for (const kappa of [0.04, 0.7, 20]) {
      const wires = wiresFor(kappa);
      const x = signed(RandomStream.from(2));
      const w = effectiveMatrix(g, N, N, wires);
      currents(g, wires, x).forEach((current, c) => {
        let expected = 0;
        for (let r = 0; r < N; r++) expected += w[r * N + c]! * x[r]!;
        expect(Math.abs(current - expected) * R_MIN).toBeLessThan(1e-9);
      });
    }
  });
});

describe('the read noise of a wired array', () => {
  it.each([
    ['binary', binary, 0.04],
    ['signed', signed, 0.04],
    ['binary', binary, 0.7],
    ['signed', signed, 0.7],
  ] as const)('is that of fluctuating cells in a full solve: %s inputs, κ = %s', (_, draw, kappa) => {
    // 2500 arrays with every cell drawn anew, each solved. A column's sample variance has a relative σ of √(2/2500) = 2.8 %, their mean over 16
    // columns 0.7 %: 4σ and 3σ, false alarm 4 · (16 · 6e-5 + 3e-3).
    const trials = 2500;
    const g = cells(3);
    const wires = wiresFor(kappa);
    const plan = planIteration(
      g.map((value) => value * 1.1),
      N,
      N,
      wires,
    );
    const stream = RandomStream.from(4, kappa);
    const x = draw(stream);
    const mean = currents(g, wires, x);
    const sums = new Float64Array(N);
    for (let k = 0; k < trials; k++) {
      const fluctuating = g.map((value) => value * (1 + SIGMA * stream.gaussian()));
      currents(fluctuating, wires, x, plan).forEach((current, c) => (sums[c]! += (current - mean[c]!) ** 2 / trials));
    }
    const { variances, shared } = localNoise(g, N, N, wires, new Float64Array(N * N).fill(SIGMA));
    const total = x.reduce((sum, value) => sum + value, 0);
    let pooled = 0;
    sums.forEach((measured, c) => {
      let predicted = -shared[c]! * total * total;
      for (let r = 0; r < N; r++) predicted += variances[r * N + c]! * x[r]! ** 2;
      expect(Math.abs(measured / predicted - 1)).toBeLessThan(4 * Math.sqrt(2 / trials));
      pooled += (measured / predicted - 1) / N;
    });
    expect(Math.abs(pooled)).toBeLessThan(3 * Math.sqrt(2 / trials / N));
  });

  it('is overstated by the effective matrix, by more than a fifth for inputs of one sign at κ = 0.7', () => {
    const g = cells(3);
    const overstated = (kappa: number, draw: typeof binary): number => {
      const wires = wiresFor(kappa);
      const w = effectiveMatrix(g, N, N, wires);
      const { variances, shared } = localNoise(g, N, N, wires, new Float64Array(N * N).fill(SIGMA));
      const stream = RandomStream.from(5);
      let sum = 0;
      for (let k = 0; k < 50; k++) {
        const x = draw(stream);
        const total = x.reduce((all, value) => all + value, 0);
        for (let c = 0; c < N; c++) {
          let local = -shared[c]! * total * total;
          let effective = 0;
          for (let r = 0; r < N; r++) {
            local += variances[r * N + c]! * x[r]! ** 2;
            effective += (SIGMA * w[r * N + c]! * x[r]!) ** 2;
          }
          sum += (effective / local - 1) / (50 * N);
        }
      }
      return sum;
    };
    expect(overstated(0.04, binary)).toBeLessThan(0.03);
    expect(overstated(0.04, signed)).toBeLessThan(0.015);
    expect(overstated(0.7, binary)).toBeGreaterThan(0.2);
    expect(overstated(0.7, signed)).toBeGreaterThan(0.05);
  });

  it('is that of the cells themselves without wires', () => {
    const g = cells(6);
    const wires: Wires = { rowOhm: 1e-9, colOhm: 1e-9, driveOhm: 1e-9, senseOhm: 1e-9 };
    const { variances, shared } = localNoise(g, N, N, wires, new Float64Array(N * N).fill(SIGMA));
    variances.forEach((variance, cell) => expect(variance / (SIGMA * g[cell]!) ** 2).toBeCloseTo(1, 9));
    for (const value of shared) expect(Math.abs(value) * N * R_MIN ** 2).toBeLessThan(1e-12);
  });
});
