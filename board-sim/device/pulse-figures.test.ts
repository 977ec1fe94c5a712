import { describe, expect, it } from 'vitest';
import { derive } from './derive.js';
import { boardCell, s1, s2, s3 } from './parameters.js';
import { pulseFigures } from './pulse-figures.js';

describe('a pulse of 1 V and 1 ns', () => {
  it('finds S1 at 8 times its own critical current', () => {
    const figures = pulseFigures(s1, { voltageV: 1, widthS: 1e-9 });
    expect(figures.parallel.current * 1e3).toBeCloseTo(0.2, 12);
    expect(figures.parallel.currentOverCritical).toBeCloseTo(8, 1);
    expect(figures.parallel.jouleJ * 1e12).toBeCloseTo(0.2, 12);
    expect(figures.chargeJ * 1e18).toBeCloseTo(46.36, 2);
    expect(figures.barrierField / 1e9).toBeCloseTo(1 / 1.5, 12);
    expect(figures.barrierLimitV).toBeCloseTo(1.8, 12);
    expect(figures.effectiveField).toBeCloseTo(50722.62 - 60285.96, 1);
    expect(figures.delta).toBeCloseTo(19.9426 - 23.7, 1);
  });

  it('finds cells of sensible resistance below it: S1 at 100 Ωµm² 0.78, at 500 0.16, the board’s 0.21, S3 0.046', () => {
    const ratio = (set: typeof s1): number =>
      pulseFigures(set, { voltageV: 1, widthS: 1e-9 }).parallel.currentOverCritical;
    const { resistanceP: _unused, ...magnet } = s1;
    expect(ratio({ ...magnet, resistanceAreaProduct: 100e-12 })).toBeCloseTo(0.78, 2);
    expect(ratio({ ...magnet, resistanceAreaProduct: 500e-12 })).toBeCloseTo(0.16, 2);
    expect(ratio(boardCell)).toBeCloseTo(0.215, 3);
    expect(ratio(s3)).toBeCloseTo(0.046, 3);
  });

  it('spends in the mean what lies between its states, and says how it was got', () => {
    const { parallel, antiparallel, meanJoule } = pulseFigures(s3, { voltageV: -0.8, widthS: 2e-9 });
    expect(antiparallel.resistance / parallel.resistance).toBeCloseTo(1 + 1 / (1 + 1.6 ** 2), 12);
    expect(parallel.current).toBeLessThan(0);
    expect(parallel.jouleJ).toBeGreaterThan(antiparallel.jouleJ);
    expect(meanJoule.joules / ((parallel.jouleJ + antiparallel.jouleJ) / 2)).toBeCloseTo(1, 12);
    expect(meanJoule.estimate).toBe('end-state mean');
  });
});

it('takes the barrier of an ellipse over the lower saddle, whichever axis that is', () => {
  const pulse = { voltageV: 0.5, widthS: 1e-9 };
  const turned = { ...s2, diameter: 50e-9, diameterY: 150e-9, demag: [0.0496, 0.0159, 0.9345] as const };
  expect(pulseFigures(turned, pulse).delta / pulseFigures(s2, pulse).delta).toBeCloseTo(1, 12);
  expect(pulseFigures(s2, { voltageV: 0, widthS: 0 }).delta).toBe(derive(s2).delta);
});

it('heats only a device that is asked to', () => {
  const pulse = { voltageV: 1, widthS: 2e-9 };
  expect(pulseFigures(boardCell, pulse).parallel.endTemperature).toBe(300);
  const warm = { ...boardCell, selfHeating: { thermalResistance: 5.2e6, timeConstant: 2e-9 } };
  const { parallel, antiparallel } = pulseFigures(warm, pulse);
  const rise = (5.2e6 / parallel.resistance) * (1 - Math.exp(-1));
  expect(parallel.endTemperature).toBeCloseTo(300 + rise, 9);
  expect(antiparallel.endTemperature).toBeLessThan(parallel.endTemperature);
});

it('refuses a pulse that is none', () => {
  expect(() => pulseFigures(s1, { voltageV: Number.NaN, widthS: 1e-9 })).toThrow(/voltageV/);
  expect(() => pulseFigures(s1, { voltageV: 1, widthS: -1e-9 })).toThrow(/widthS/);
});
