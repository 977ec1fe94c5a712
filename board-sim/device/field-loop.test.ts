import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { derive, effectiveField } from './derive.js';
import { junctionElectrics, stateResistance } from './electrical.js';
import { fieldLoops } from './field-loop.js';
import { s1, s3 } from './parameters.js';
import { sweptSwitching } from './swept-switching.js';
import { fitLine, fitVcma } from './vcma-fit.js';
import { spinOf } from './spin-of.js';

const staircase = (most: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => -most + (2 * most * i) / (count - 1));

describe('fieldLoops at 0 K', () => {
  it('turns over where the well disappears: at Hk(V), whatever the dwell', async () => {
    const fieldsAPerM = staircase(80e3, 161);
    for (const dwellS of [5e-9, 15e-9]) {
      const { loops } = await fieldLoops({
        device: s1,
        voltagesV: [-0.2, 0, 0.4],
        fieldsAPerM,
        dwellS,
        temperature: 0,
        stepS: 5e-12,
        seed: 1,
      });
      for (const { voltage, switchingFields } of loops) {
        const hk = effectiveField(s1, voltage);
        // The first step of the staircase beyond Hk: its middle lies within half a step.
        expect(Math.abs(switchingFields.up.mean - hk)).toBeLessThanOrEqual(500);
        expect(switchingFields.down.mean).toBeCloseTo(-switchingFields.up.mean, 6);
      }
    }
  });

  it('lowers the coercive field across the axis as the astroid says', async () => {
    const hk = derive(s1).effectiveField;
    const hx = 0.1 * hk;
    const { loops } = await fieldLoops({
      device: s1,
      voltagesV: [0],
      fieldsAPerM: staircase(60e3, 241),
      inPlaneAPerM: [hx, 0],
      temperature: 0,
      stepS: 5e-12,
      seed: 1,
    });
    const expected = hk * (1 - (hx / hk) ** (2 / 3)) ** 1.5;
    expect(Math.abs(loops[0]!.switchingFields.up.mean - expected)).toBeLessThan(500);
  });

  it('goes from the antiparallel to the parallel resistance at the bias and back', async () => {
    const { loops } = await fieldLoops({
      device: s1,
      voltagesV: [0.2],
      fieldsAPerM: staircase(80e3, 17),
      temperature: 0,
      stepS: 5e-12,
      seed: 1,
    });
    const { resistanceUp, resistanceDown } = loops[0]!;
    const electrics = junctionElectrics(s1);
    expect(resistanceUp[0]).toBeCloseTo(stateResistance(electrics, 'AP', 0.2), 1);
    expect(resistanceUp[8]).toBeCloseTo(stateResistance(electrics, 'AP', 0.2), 1);
    expect(resistanceDown[8]).toBeCloseTo(stateResistance(electrics, 'P', 0.2), 1);
    expect(resistanceUp[16]).toBeCloseTo(stateResistance(electrics, 'P', 0.2), 1);
  });
});

describe('a thermally activated sweep', () => {
  const sweep = {
    device: s1,
    voltagesV: [-0.2, 0, 0.2, 0.4],
    fieldsAPerM: staircase(150e3, 121),
    dwellS: 1e-9,
    stepS: 2e-12,
    spins: 128,
    seed: 7,
  };

  it('has the switching fields of the Fokker–Planck equation', async () => {
    const { loops } = await fieldLoops({ ...sweep, spins: 256, voltagesV: [0] });
    const { hk, moment, damping } = spinOf(s1);
    const { fieldsAPerM, dwellS } = sweep;
    const p = sweptSwitching({ hk, moment, damping, temperature: 300, fieldsAPerM, dwellS });
    expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
    const middles = fieldsAPerM.map((field, at) => (field + (fieldsAPerM[at - 1] ?? field)) / 2);
    const mean = middles.reduce((sum, field, at) => sum + field * p[at]!, 0);
    const sd = Math.sqrt(middles.reduce((sum, field, at) => sum + (field - mean) ** 2 * p[at]!, 0));
    for (const { mean: found, sd: spread, n } of Object.values(loops[0]!.switchingFields)) {
      expect(n).toBe(256);
      // Four standard errors each: one false alarm in four thousand seeds; the seed is fixed.
      expect(Math.abs(Math.abs(found) - mean)).toBeLessThan((4 * sd) / Math.sqrt(n));
      expect(Math.abs(spread / sd - 1)).toBeLessThan(4 / Math.sqrt(n));
    }
  });

  it('gives back the VCMA coefficient within its standard error, and would not from the bare coercive fields', async () => {
    const fit = fitVcma(await fieldLoops(sweep));
    expect(fit.points).toHaveLength(4);
    // Three standard errors: one false alarm in 370 seeds.
    expect(Math.abs(fit.xi.value - s1.vcmaCoefficient)).toBeLessThan(3 * fit.xi.standardError);
    expect(fit.xi.standardError / s1.vcmaCoefficient).toBeLessThan(0.05);
    expect(Math.abs(fit.hk.at0.value - fit.device.hk)).toBeLessThan(3 * fit.hk.at0.standardError);
    expect(fit.deltaSlope.value / derive(s1).deltaSlope).toBeCloseTo(fit.xi.value / s1.vcmaCoefficient, 9);
    expect(fit.hk.chiSquare).toBeLessThan(13.8);
    const { xi } = fit.uncorrected;
    expect(Math.abs(xi.value - s1.vcmaCoefficient)).toBeGreaterThan(5 * xi.standardError);
  });

  it('leaves out voltages without two states, and says so', async () => {
    const loops = await fieldLoops({ ...sweep, spins: 64, voltagesV: [-0.2, 0, 0.2, 1.2] });
    const fit = fitVcma(loops);
    expect(fit.leftOut).toMatchObject([{ voltage: 1.2 }]);
    expect(() => fitVcma({ ...loops, loops: loops.loops.slice(2) })).toThrow(
      /two voltages or more, 1 can be used; 1.2 V/,
    );
  });

  it('follows a spin along its own stream, however many there are', async () => {
    const options = { ...sweep, voltagesV: [0], fieldsAPerM: staircase(150e3, 21) };
    const few = await fieldLoops({ ...options, spins: 3 });
    const many = await fieldLoops({ ...options, spins: 70 });
    const fieldsOf = (loops: typeof few): number[] => [...loops.loops[0]!.switchingFields.up.fields];
    expect(fieldsOf(many).slice(0, 3)).toEqual(fieldsOf(few));
  });
});

it('fits ξ of S3 at 0 K within the step of the staircase', async () => {
  const fit = fitVcma(
    await fieldLoops({
      device: s3,
      voltagesV: [-0.5, 0, 0.5, 1],
      fieldsAPerM: staircase(220e3, 221),
      temperature: 0,
      stepS: 5e-12,
      seed: 1,
    }),
  );
  expect(Math.abs(fit.xi.value - s3.vcmaCoefficient)).toBeLessThan(3 * fit.xi.standardError);
  expect(fit.xi.standardError / s3.vcmaCoefficient).toBeLessThan(0.01);
});

it('refuses fields that do not rise, and an empty list of voltages', async () => {
  const options = { device: s1, voltagesV: [0], fieldsAPerM: [0, 1, 1], seed: 1 };
  await expect(fieldLoops(options)).rejects.toThrow(/fieldsAPerM\[2\] is 1; allowed is more/);
  await expect(fieldLoops({ ...options, voltagesV: [] })).rejects.toThrow(/voltagesV is empty/);
  await expect(fieldLoops({ ...options, fieldsAPerM: [0, 1], dwellS: 0 })).rejects.toThrow(/dwellS is 0/);
});

it('fits a line with the covariance that its errors imply', () => {
  const stream = RandomStream.from(3, 'line');
  let inside = 0;
  for (let trial = 0; trial < 400; trial++) {
    const points = [0, 1, 2, 5].map((x) => {
      const standardError = 0.1 + 0.1 * x;
      return { x, y: { value: 2 - 3 * x + standardError * stream.gaussian(), standardError } };
    });
    const { slope, at0, covariance } = fitLine(points);
    // Prediction at x = 1 uses the covariance: its variance is that of at0 + slope.
    const error = Math.sqrt(at0.standardError ** 2 + slope.standardError ** 2 + 2 * covariance);
    if (Math.abs(at0.value + slope.value + 1) < 1.96 * error) inside++;
  }
  // 95 % of 400 within four standard deviations.
  expect(Math.abs(inside / 400 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 400));
});
