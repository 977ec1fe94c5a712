import { beforeAll, describe, expect, it } from 'vitest';
import { nominalCell, type RecommendedDrives, recommendedDrives } from './recommended-drives.js';
import { SwitchingTable } from './switching-table.js';

let drives: RecommendedDrives;
beforeAll(() => {
  drives = recommendedDrives();
});

describe('the random-bit drive', () => {
  it('lies within what the board may do for 100 ns', () => {
    const { voltageV, widthS } = drives.randomBit;
    expect(voltageV).toBeGreaterThanOrEqual(0.4);
    expect(voltageV).toBeLessThanOrEqual(1.6);
    expect(widthS).toBeGreaterThanOrEqual(8e-9);
    expect(widthS).toBeLessThanOrEqual(15e-9);
  });

  it('is even, alike from cell to cell, and can be trimmed by width', () => {
    const { nominalProbability, meanProbability, cellDeviation, widthSlopePerS } = drives.randomBit;
    expect(Math.abs(nominalProbability - 0.5)).toBeLessThan(0.02);
    expect(Math.abs(meanProbability - 0.5)).toBeLessThanOrEqual(0.003);
    expect(cellDeviation).toBeLessThan(0.03);
    expect(Math.abs(widthSlopePerS)).toBeGreaterThanOrEqual(6e7);
  });

  it('gives fewer ones in a field that favours the parallel state', () => {
    expect(drives.randomBit.fieldSlope).toBeLessThan(-1e-5);
    expect(drives.randomBit.fieldSlope).toBeGreaterThan(-1e-4);
  });
});

describe('the toggle drive', () => {
  it('turns nearly every cell over', () => {
    expect(drives.toggle.meanProbability).toBeGreaterThan(0.99);
    expect(drives.toggle.cellDeviation).toBeLessThan(0.01);
  });

  it('is half a turn near the critical voltage', () => {
    expect(Math.abs(drives.toggle.voltageV - 1.4392)).toBeLessThan(0.15);
    expect(Math.abs(drives.toggle.widthS - 1.18e-9)).toBeLessThan(0.25e-9);
  });
});

it('describes the table it was searched in, once', () => {
  const { randomBit } = drives;
  const p = SwitchingTable.standard().probability(nominalCell, 'P', randomBit.voltageV, randomBit.widthS);
  expect(randomBit.nominalProbability).toBe(p);
  expect(recommendedDrives()).toBe(drives);
});
