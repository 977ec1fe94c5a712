import { expect, it } from 'vitest';
import { CellArray } from '../array/index.js';
import { scenarioNamed, scenarios } from './index.js';

const nominal = { resistanceP: 50e3, tmr: 1.2, tmrHalfVoltage: 0.5, hkAPerM: 50e3, vcmaSlopeAPerMPerV: -60e3 };

it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s is found by its name and drawn',
  (id, scenario) => {
    expect(scenarioNamed(id)).toBe(scenario);
    const cells = new CellArray({ rows: 16, cols: 16, seed: 1, nominal, spread: scenario.cells });
    for (const list of [cells.resistanceP, cells.tmr, cells.hk]) expect(list.every((value) => value > 0)).toBe(true);
  },
);

it('names the scenarios that there are', () => {
  expect(scenarios.map(({ id }) => id)).toEqual(['typical', 'ideal', 'aged', 'broken', 'paper']);
  expect(() => scenarioNamed('best')).toThrow(/typical, ideal, aged, broken, paper; got 'best'/);
});
