import { describe, expect, it } from 'vitest';
import { derive } from './derive.js';
import { macrospinModel } from './macrospin.js';
import { s1 } from './parameters.js';
import { simulateSwitching, type SwitchingTrial } from './switching-protocol.js';

/**
 * Symmetries of the switching probability. Two estimates differ by more than 4 standard errors once in 16 000 cases; there
 * are six such comparisons here.
 */
const { effectiveField: hk, vcmaSlope } = derive(s1);
const model = macrospinModel(s1);
const at = (volts: number, widthS: number, more: Partial<SwitchingTrial> = {}): SwitchingTrial => ({
  model,
  hkRest: hk,
  hkPulse: hk + vcmaSlope * volts,
  hx: 12e3,
  hz: 0,
  start: 'P',
  widthS,
  ...more,
});
const fast = { trials: 480, settleS: 6e-9, stepS: 4e-12, decidedDepth: 5 };
let seed = 100;
const p = (trial: SwitchingTrial, trials = fast.trials): number =>
  simulateSwitching(trial, { ...fast, trials, seed: seed++ }).p;
const errorOf = (...ps: number[]): number =>
  Math.sqrt(ps.reduce((sum, x) => sum + Math.max(x * (1 - x), 0.01) / fast.trials, 0));

describe('symmetries', () => {
  it('up→down = down→up at Hz = 0', () => {
    const [down, up] = [p(at(1.05, 4.3e-9)), p(at(1.05, 4.3e-9, { start: 'AP' }))];
    expect(Math.abs(down - up)).toBeLessThan(4 * errorOf(down, up));
  });

  it('up→down at Hz = down→up at −Hz, and the sign of Hz matters', () => {
    const [same, other] = [p(at(1.4, 8e-9, { hz: 3000 })), p(at(1.4, 8e-9, { hz: -3000, start: 'AP' }))];
    expect(Math.abs(same - other)).toBeLessThan(4 * errorOf(same, other));
    const against = p(at(1.4, 8e-9, { hz: -3000 }));
    expect(against - same).toBeGreaterThan(4 * errorOf(same, against));
  });

  it('Hx and −Hx are alike', () => {
    const [plus, minus] = [p(at(0.95, 3e-9)), p(at(0.95, 3e-9, { hx: -12e3 }))];
    expect(Math.abs(plus - minus)).toBeLessThan(4 * errorOf(plus, minus));
  });
});

describe('limits', () => {
  it('a long pulse above the critical voltage forgets the start: ½ without Hz, complementary with it', () => {
    const half = p(at(1.6, 12e-9));
    expect(Math.abs(half - 0.5)).toBeLessThan(4 * errorOf(half));
    const [away, back] = [p(at(1.6, 12e-9, { hz: 2000 })), p(at(1.6, 12e-9, { hz: 2000, start: 'AP' }))];
    expect(Math.abs(away + back - 1)).toBeLessThan(4 * errorOf(away, back));
  });

  it('no voltage, a negative voltage and a tiny pulse do not switch', () => {
    expect(p(at(0, 5e-9), 200)).toBe(0);
    expect(p(at(-1, 5e-9), 200)).toBe(0);
    expect(p(at(1.5, 20e-12), 200)).toBe(0);
  });

  it('half a turn at Hk(V) = 0 switches nearly always', () => {
    const half = Math.PI / (2.2127614713e5 * 12e3);
    expect(half).toBeCloseTo(1.183e-9, 12);
    expect(p(at(derive(s1).criticalVoltage, half), 400)).toBeGreaterThan(0.98);
  });
});

describe('numerics', () => {
  it('stopping a decided relaxation changes the outcome of fewer than 1 trial in 100', () => {
    // Same seeds, hence the same paths up to the end of the pulse; only the rest of the relaxation is dropped.
    const trial = at(1.3, 5e-9);
    const options = { trials: 320, settleS: 6e-9, stepS: 4e-12, seed: 7 };
    const [full, cut] = [simulateSwitching(trial, options), simulateSwitching(trial, { ...options, decidedDepth: 5 })];
    expect(Math.abs(full.switched - cut.switched)).toBeLessThanOrEqual(3);
  });

  it('gives a trial the same outcome whatever the number of trials', () => {
    const trial = at(1.1, 2e-9);
    const run = (trials: number): number =>
      simulateSwitching(trial, { ...fast, settleS: 2e-9, trials, seed: 5 }).switched;
    const counts = [1, 2, 16, 17, 40].map(run);
    // Counting can only go up, by at most the number of trials added.
    expect([...counts].sort((a, b) => a - b)).toEqual(counts);
    expect((counts[1] ?? 0) - (counts[0] ?? 0)).toBeLessThanOrEqual(1);
    expect(run(40)).toBe(counts[4]);
  });

  it('refuses no trials', () => {
    expect(() => simulateSwitching(at(1, 1e-9), { trials: 0, seed: 1 })).toThrow(/trials/);
  });
});
