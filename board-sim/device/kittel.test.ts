import { describe, expect, it } from 'vitest';
import { kittelFrequency, ringDown, stiffnessFields } from './kittel.js';
import { GAMMA0 } from './constants.js';

/** Energy over μ0 Ms, A/m, of a direction given by angles in the xz plane (θ) and out of it (ψ). */
function energy(hk: number, inPlane: number, hx: number, hz: number, theta: number, psi: number): number {
  const [x, y, z] = [Math.sin(theta) * Math.cos(psi), Math.sin(psi), Math.cos(theta) * Math.cos(psi)];
  return -0.5 * hk * z * z + 0.5 * inPlane * y * y - hx * x - hz * z;
}

/** Second derivatives of the energy at the rest direction, by differences. */
function curvature(hk: number, inPlane: number, hx: number, hz: number): [number, number] {
  const rest = hx < hk ? Math.asin(hx / hk) : Math.PI / 2;
  const step = 1e-3;
  const at = (a: number, b: number): number => energy(hk, inPlane, hx, hz, rest + a, b);
  return [
    (at(step, 0) - 2 * at(0, 0) + at(-step, 0)) / step ** 2,
    (at(0, step) - 2 * at(0, 0) + at(0, -step)) / step ** 2,
  ];
}

describe('stiffness fields', () => {
  it.each([
    ['along z', 50e3, 0, 0, 7e3],
    ['elliptic along z', 50e3, 30e3, 0, -7e3],
    ['tilted', 50e3, 0, 20e3, 0],
    ['tilted, elliptic', 50e3, 30e3, 20e3, 0],
    ['in the plane', 50e3, 0, 70e3, 0],
    ['in the plane, elliptic', 50e3, 30e3, 70e3, 0],
    ['easy plane', -40e3, 0, 10e3, 0],
  ])('are the curvature of the energy: %s', (_name, hk, inPlane, hx, hz) => {
    const fields = stiffnessFields(hk, inPlane, { hx, hz });
    curvature(hk, inPlane, hx, hz).forEach((h, i) => {
      expect(fields[i]! / h).toBeCloseTo(1, 5);
    });
  });

  it('refuses two fields at once', () => {
    expect(() => stiffnessFields(5e4, 0, { hx: 1e4, hz: 1e4 })).toThrow(/hx 10000 and hz 10000/);
  });
});

it('gives the three branches of the Kittel formula', () => {
  const turn = GAMMA0 / (2 * Math.PI);
  expect(kittelFrequency(stiffnessFields(5e4, 0, { hz: 1e4 }))).toBeCloseTo(turn * 6e4, 0);
  expect(kittelFrequency(stiffnessFields(5e4, 0, { hx: -3e4 }))).toBeCloseTo(turn * 4e4, 0);
  expect(kittelFrequency(stiffnessFields(5e4, 0, { hx: 9e4 }))).toBeCloseTo(turn * 6e4, 0);
  expect(kittelFrequency(stiffnessFields(5e4, 0, { hz: -6e4 }))).toBeNaN();
});

it('has the eigenvalues of the linearised equation of motion', () => {
  // d(a, b)/dt = −γ' [[α h1, h2], [−h1, α h2]] (a, b): trace and determinant decide.
  const [h1, h2, damping] = [3e4, 9e4, 0.2];
  const gamma = GAMMA0 / (1 + damping ** 2);
  const { angularFrequency, decayRate } = ringDown([h1, h2], damping);
  expect(2 * decayRate).toBeCloseTo(gamma * damping * (h1 + h2), 0);
  const determinant = gamma ** 2 * (1 + damping ** 2) * h1 * h2;
  expect((angularFrequency ** 2 + decayRate ** 2) / determinant).toBeCloseTo(1, 12);
  expect(ringDown([1e3, 9e5], 0.9).angularFrequency).toBeNaN();
});
