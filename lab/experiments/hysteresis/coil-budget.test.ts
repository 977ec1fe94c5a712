import { describe, expect, it } from 'vitest';
import { CoilBudget } from './coil-budget.js';

const RATING = { continuousAPerM: 10e3, budgetS: 100 };

describe('the heat budget of a coil', () => {
  it('asks for no rest while there is room', () => {
    const coil = new CoilBudget(RATING);
    expect(coil.restFor([20e3, -20e3], 10)).toBe(0);
    // 2 fields × 10 s × (2² − 1) = 60 s of heat.
    coil.advance(20e3, 10);
    coil.advance(-20e3, 10);
    expect(coil.restFor([0], 1)).toBe(0);
    // 60 + 60 is 35 beyond 85 % of the budget.
    expect(coil.restFor([20e3, -20e3], 10)).toBeCloseTo(35, 9);
    coil.advance(0, 35);
    expect(coil.restFor([20e3, -20e3], 10)).toBeCloseTo(0, 9);
  });

  it('rests a coil that is hot from the start', () => {
    const hot = new CoilBudget(RATING, RATING.budgetS);
    expect(hot.restFor([20e3], 10)).toBeCloseTo(100 + 30 - 85, 9);
    hot.advance(0, 45);
    expect(hot.restFor([20e3], 10)).toBeCloseTo(0, 9);
  });

  it('cools no further than cold, and holds the continuous field for good', () => {
    const coil = new CoilBudget(RATING);
    coil.advance(0, 1e6);
    coil.advance(10e3, 1e6);
    coil.advance(20e3, 20);
    expect(coil.restFor([20e3], 10)).toBeCloseTo(60 + 30 - 85, 9);
  });

  it('knows what is too much at once', () => {
    expect(new CoilBudget(RATING).restFor([20e3, 0, 20e3], 15)).toBe(0);
    expect(new CoilBudget(RATING).restFor([20e3, 20e3], 20)).toBe(Infinity);
  });
});
