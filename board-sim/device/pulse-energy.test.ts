import { expect, it } from 'vitest';
import { boardCell, s1 } from './parameters.js';
import { pulseEnergy } from './pulse-energy.js';
import { simulateTrajectory } from './trajectory.js';

it('agrees with the trajectory at 0 K', async () => {
  const widthsS = [0.5e-9, 1e-9, 2e-9];
  const field = [12e3, 0, 0] as const;
  const energies = await pulseEnergy({
    device: s1,
    voltageV: 1,
    widthsS,
    field,
    temperature: 0,
    trials: 2,
    beforeS: 40e-9,
    seed: 1,
  });
  const { t, jouleJ } = simulateTrajectory({
    device: s1,
    waveform: { rectangle: { start: 40e-9, width: 3e-9, voltage: 1 } },
    field,
    theta: 2e-3,
    phi: 0,
    untilS: 42e-9,
    everyS: 0.5e-9,
    stepS: 1e-12,
  });
  for (const { widthS, jouleJ: found, standardErrorJ } of energies) {
    const sample = t.findIndex((time) => Math.abs(time - 40e-9 - widthS) < 1e-13);
    // Single precision and Heun against double and RK4.
    expect(Math.abs(found / jouleJ[sample]! - 1)).toBeLessThan(1e-4);
    expect(standardErrorJ).toBe(0);
  }
});

it('lies between the bounds of the two states, starting at the one it starts in', async () => {
  const energies = await pulseEnergy({
    device: boardCell,
    voltageV: 1,
    widthsS: [0, 20e-12, 2e-9, 8e-9],
    field: [12e3, 0, 0],
    trials: 512,
    seed: 3,
  });
  expect(energies[0]).toMatchObject({ jouleJ: 0, standardErrorJ: 0 });
  for (const { jouleJ, parallelJ, antiparallelJ, chargeJ } of energies.slice(1)) {
    expect(jouleJ).toBeGreaterThan(antiparallelJ);
    expect(jouleJ).toBeLessThan(parallelJ);
    expect(chargeJ).toBe(energies[0]!.chargeJ);
  }
  const { jouleJ, parallelJ, antiparallelJ } = energies[1]!;
  expect((parallelJ - jouleJ) / (parallelJ - antiparallelJ)).toBeLessThan(0.1);
});

it('refuses widths that fall', async () => {
  await expect(pulseEnergy({ device: s1, voltageV: 1, widthsS: [2e-9, 1e-9], seed: 1 })).rejects.toThrow(
    /widthsS\[1\]/,
  );
});
