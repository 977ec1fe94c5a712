import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { BOLTZMANN, GAMMA0 } from './constants.js';
import { equilibriumMz2, langevin } from './equilibrium.js';
import {
  type Drive,
  MacrospinEnsemble,
  type MacrospinModel,
  macrospinModel,
  thermalFieldDeviation,
} from './macrospin.js';
import { s1 } from './parameters.js';

/**
 * Thermal equilibrium against exact statistics. Each lane is one independent block (its own stream, its own time mean), so
 * the standard error comes from the spread of the lanes and needs no correlation time. With 4.5 standard errors from 32
 * lanes (Student) a correct scheme fails a check about once in 10 000.
 */
const LANES = 32;
const DT = 2e-12;
/** τN is 9.2 ns at α = 0.2 and 17.9 ns at 0.1: nothing in equilibrium depends on α, so a large one shortens the tests. */
const model = (damping: number): MacrospinModel => ({ ...macrospinModel(s1), damping });
const hkOf = (delta: number): number => (2 * BOLTZMANN * 300 * delta) / model(0.2).moment;

interface Mean {
  readonly value: number;
  readonly error: number;
}

function meanOf(lanes: readonly number[]): Mean {
  const n = lanes.length;
  const value = lanes.reduce((a, b) => a + b, 0) / n;
  const variance = lanes.reduce((a, b) => a + (b - value) ** 2, 0) / (n - 1);
  return { value, error: Math.sqrt(variance / n) };
}

/** Time means over the lanes; half start up, half down. `observe` sees one direction. */
function average(
  m: MacrospinModel,
  drive: Drive,
  steps: number,
  observe: (mx: number, my: number, mz: number) => number,
): Mean {
  const spins = new MacrospinEnsemble(
    m,
    Array.from({ length: LANES }, (_, k) => RandomStream.from(21, 'eq', drive.hk, k)),
  );
  spins.mz.forEach((_, k) => {
    spins.set(k, 0.3, 0, k % 2 === 0 ? 1 : -1);
  });
  const every = 40;
  spins.advance(drive, steps / 4, DT);
  const sums = new Array<number>(LANES).fill(0);
  const samples = Math.floor(steps / every);
  for (let i = 0; i < samples; i++) {
    spins.advance(drive, every, DT);
    for (let k = 0; k < LANES; k++) {
      sums[k] = (sums[k] ?? 0) + observe(spins.mx[k] ?? 0, spins.my[k] ?? 0, spins.mz[k] ?? 0) / samples;
    }
  }
  return meanOf(sums);
}

const agrees = (mean: Mean, exact: number): boolean => Math.abs(mean.value - exact) < 4.5 * mean.error + 5e-4;

describe('equilibrium', () => {
  it.each([
    [-20, 0.2],
    [-5, 0.2],
    [0, 0.1],
    [1, 0.2],
    [2, 0.1],
    [5, 0.2],
    [10, 0.2],
  ])('<mz²> at Δ = %d, α = %d', (delta, damping) => {
    const mean = average(model(damping), { hk: hkOf(delta) }, 120_000, (_x, _y, mz) => mz * mz);
    expect(mean.error).toBeLessThan(0.014);
    expect(agrees(mean, equilibriumMz2(delta)), `${mean.value} ± ${mean.error}`).toBe(true);
  });

  it('<mz²> of S1 itself, α = 0.03, known to 1e-3', () => {
    const mean = average(macrospinModel(s1), { hk: hkOf(19.9426) }, 300_000, (_x, _y, mz) => mz * mz);
    expect(agrees(mean, 0.9484), `${mean.value} ± ${mean.error}`).toBe(true);
    expect(mean.error).toBeLessThan(1e-3);
  });

  it('Langevin mean along a tilted field without anisotropy', () => {
    const [hx, hz] = [6e3, 8e3];
    const mean = average(model(0.2), { hk: 0, hx, hz }, 60_000, (mx, _y, mz) => 0.6 * mx + 0.8 * mz);
    const exact = langevin((model(0.2).moment * 1e4) / (BOLTZMANN * 300));
    expect(agrees(mean, exact), `${mean.value} ± ${mean.error}, exact ${exact}`).toBe(true);
  });
});

describe('the check itself', () => {
  const exact = equilibriumMz2(5);
  const m = model(0.2);
  const hk = hkOf(5);
  const g = GAMMA0 / (1 + m.damping ** 2);
  const kick = g * DT * thermalFieldDeviation(m, DT);

  it('fails an Euler–Maruyama scheme in spherical angles without the Stratonovich drift', () => {
    // dθ lacks the term ½ σ² cot θ dt; each lane is a block as above.
    const lanes = Array.from({ length: LANES }, (_, lane) => {
      const random = RandomStream.from(22, lane);
      let theta = lane % 2 === 0 ? 0.3 : Math.PI - 0.3;
      let sum = 0;
      for (let i = 0; i < 30_000; i++) {
        theta -= m.damping * g * hk * Math.sin(theta) * Math.cos(theta) * DT;
        theta += kick * Math.sqrt(1 + m.damping ** 2) * random.gaussian();
        theta = Math.acos(Math.cos(theta));
        sum += Math.cos(theta) ** 2;
      }
      return sum / 30_000;
    });
    expect(agrees(meanOf(lanes), exact)).toBe(false);
  });

  it('fails a Heun scheme that draws anew for its second stage', () => {
    const lanes = Array.from({ length: LANES }, (_, lane) => {
      const random = RandomStream.from(23, lane);
      let [mx, my, mz] = [Math.sin(0.3), 0, lane % 2 === 0 ? Math.cos(0.3) : -Math.cos(0.3)];
      let sum = 0;
      const slope = (px: number, py: number, pz: number): [number, number, number] => {
        const [hx, hy] = [kick * random.gaussian(), kick * random.gaussian()];
        const hz = g * DT * hk * pz + kick * random.gaussian();
        const [cx, cy, cz] = [py * hz - pz * hy, pz * hx - px * hz, px * hy - py * hx];
        const a = m.damping;
        return [-cx - a * (py * cz - pz * cy), -cy - a * (pz * cx - px * cz), -cz - a * (px * cy - py * cx)];
      };
      for (let i = 0; i < 20_000; i++) {
        const [ax, ay, az] = slope(mx, my, mz);
        const [bx, by, bz] = slope(mx + ax, my + ay, mz + az);
        [mx, my, mz] = [mx + (ax + bx) / 2, my + (ay + by) / 2, mz + (az + bz) / 2];
        const norm = Math.hypot(mx, my, mz);
        [mx, my, mz] = [mx / norm, my / norm, mz / norm];
        sum += mz * mz;
      }
      return sum / 20_000;
    });
    expect(agrees(meanOf(lanes), exact)).toBe(false);
  });
});

it('relaxes from mz = 1 as the Fokker–Planck equation says', () => {
  // Moments of Legendre polynomials without field: 2τN da_l/dt = −l(l+1) a_l + 2Δ c_l (B_(l−1) − B_(l+1)).
  const [delta, m, count] = [3, model(0.2), 768];
  const hk = hkOf(delta);
  const tauN = (m.moment * (1 + m.damping ** 2)) / (2 * GAMMA0 * m.damping * BOLTZMANN * 300);
  const steps = 500;
  const spins = new MacrospinEnsemble(
    m,
    Array.from({ length: count }, (_, k) => RandomStream.from(24, k)),
  );
  const modes = 30;
  let a = new Array<number>(modes + 2).fill(1);
  const rate = (v: readonly number[]): number[] =>
    v.map((al, l) => {
      if (l === 0 || l > modes) return 0;
      const b = (k: number): number => ((k + 1) * (v[k + 1] ?? 0) + k * (v[k - 1] ?? 0)) / (2 * k + 1);
      const c = (l * (l + 1)) / (2 * l + 1);
      return (-l * (l + 1) * al + 2 * delta * c * (b(l - 1) - b(l + 1))) / (2 * tauN);
    });
  a[modes + 1] = 0;
  for (let block = 0; block < 5; block++) {
    spins.advance({ hk }, steps, DT);
    const substeps = 2000;
    const h = (steps * DT) / substeps;
    for (let i = 0; i < substeps; i++) {
      const k1 = rate(a);
      const k2 = rate(a.map((v, l) => v + h * (k1[l] ?? 0)));
      a = a.map((v, l) => v + (h / 2) * ((k1[l] ?? 0) + (k2[l] ?? 0)));
    }
    const first = meanOf([...spins.mz]);
    const second = meanOf([...spins.mz].map((mz) => mz * mz));
    // Ten comparisons at 4.5 standard errors: one false alarm in 15 000.
    expect(Math.abs(first.value - (a[1] ?? 0)), `<mz> block ${block}`).toBeLessThan(4.5 * first.error);
    expect(Math.abs(second.value - (2 * (a[2] ?? 0) + 1) / 3), `<mz²> block ${block}`).toBeLessThan(4.5 * second.error);
  }
});
