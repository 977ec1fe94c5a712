import { describe, expect, it } from 'vitest';
import { equilibriumMeanSquare } from '../mean-square.js';
import { s1 } from '../parameters.js';
import { switchingProbability } from '../switching.js';
import { relaxFromPole, slowRate } from './relaxation.js';

// Ten comparisons at 3 standard errors: a false alarm in 37 sets of seeds; the seeds are fixed.
describe('equilibrium ⟨mz²⟩ within 3 standard errors of 0.2 %', () => {
  // As many samples as the error asks for: a plane fluctuates more than a deep well.
  it.each([
    [-20, 700_000],
    [-5, 600_000],
    [-1, 360_000],
    [0, 280_000],
    [1, 150_000],
    [2, 100_000],
    [5, 40_000],
    [10, 40_000],
    [20, 40_000],
    [40, 40_000],
  ])('Δ = %d', async (delta, samples) => {
    const found = await equilibriumMeanSquare({ delta, samples, seed: 11 });
    expect(found.stderr / found.exact).toBeLessThan(0.002);
    expect(Math.abs(found.mz2 - found.exact) / found.stderr).toBeLessThan(3);
  });

  it.each([
    [2, 0.05],
    [20, 0.3],
  ])('at another damping: Δ = %d, α = %d', async (delta, damping) => {
    const found = await equilibriumMeanSquare({ delta, damping, samples: 60_000, seed: 12 });
    expect(Math.abs(found.mz2 - found.exact) / found.stderr).toBeLessThan(3);
  });

  it('in double precision', async () => {
    const found = await equilibriumMeanSquare({ delta: 10, samples: 40_000, seed: 13, precision: 'f64' });
    expect(Math.abs(found.mz2 - found.exact) / found.stderr).toBeLessThan(3);
  });
});

// The decay of ⟨mz⟩, not of crossings, which would count recrossings. 4 standard errors, three comparisons: one false alarm in 5 000.
it.each([4, 5, 6])('leaves its wells at the exact rate, Δ = %d', (delta) => {
  const { rate, error, exact } = slowRate({ delta, spins: 8192, seed: 5 });
  expect(error / exact).toBeLessThan(0.04);
  expect(Math.abs(rate - exact) / error).toBeLessThan(4);
});

it('relaxes from mz = 1 at Δ = 8 as the Fokker–Planck equation says', () => {
  for (const point of relaxFromPole({ delta: 8, spins: 8192, seed: 4 }, [0.05, 0.2, 1, 4])) {
    expect(Math.abs(point.mz - point.exactMz)).toBeLessThan(4 * point.mzError);
    expect(Math.abs(point.mz2 - point.exactMz2)).toBeLessThan(4 * point.mz2Error);
  }
});

// Two binomials of 16 384 trials each, at 4 standard errors: one false alarm in 5 000 for the three pulses.
it.each([
  [0.9, 1.2e-9],
  [1.05, 5e-9],
  [1.3, 3e-9],
])('single and double precision switch alike: %d V, %d s', async (voltageV, widthS) => {
  const [a, b] = await Promise.all(
    (['f32', 'f64'] as const).map((precision, i) =>
      switchingProbability({
        device: s1,
        field: [12e3, 0, 0],
        start: 'P',
        pulse: { voltageV, widthS },
        trials: 8192,
        seed: 100 + i,
        precision,
        stepS: 2.5e-12,
      }),
    ),
  );
  const spread = Math.sqrt((a!.p * (1 - a!.p)) / a!.trials + (b!.p * (1 - b!.p)) / b!.trials);
  expect(Math.abs(a!.p - b!.p)).toBeLessThan(4 * spread + 0.003);
});
