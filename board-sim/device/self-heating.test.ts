import { expect, it } from 'vitest';
import { selfHeatingStep } from './self-heating.js';

const heating = { thermalResistance: 5.2e6, timeConstant: 2e-9 };

it('is the closed form of the first-order equation, whatever the steps', () => {
  const power = 20e-6;
  const exact = (t: number): number => 300 + 104 * (1 - Math.exp(-t / 2e-9));
  for (const steps of [1, 7, 1000]) {
    let temperature = 300;
    for (let i = 0; i < steps; i++) temperature = selfHeatingStep(heating, temperature, 300, power, 3e-9 / steps);
    expect(temperature).toBeCloseTo(exact(3e-9), 9);
  }
  expect(selfHeatingStep(heating, 300, 300, power, 1)).toBeCloseTo(404, 9);
  expect(selfHeatingStep(heating, 350, 300, 0, 2e-9)).toBeCloseTo(300 + 50 / Math.E, 9);
});

it('balances: heat put in = heat stored + heat carried off', () => {
  const [power, dt, steps] = [30e-6, 1e-12, 5000];
  let [temperature, carriedOff] = [300, 0];
  for (let i = 0; i < steps; i++) {
    const middle = selfHeatingStep(heating, temperature, 300, power, dt / 2);
    const end = selfHeatingStep(heating, temperature, 300, power, dt);
    const meanRise = (temperature + 4 * middle + end) / 6 - 300;
    carriedOff += (meanRise * dt) / heating.thermalResistance;
    temperature = end;
  }
  const stored = (heating.timeConstant / heating.thermalResistance) * (temperature - 300);
  expect((stored + carriedOff) / (power * dt * steps)).toBeCloseTo(1, 10);
});

it('refuses a negative power or time', () => {
  expect(() => selfHeatingStep(heating, 300, 300, -1, 1e-9)).toThrow(/powerW/);
  expect(() => selfHeatingStep(heating, 300, 300, 1, -1e-9)).toThrow(/dtS/);
});
