import { describe, expect, it } from 'vitest';
import { CellArray } from './cell-array.js';
import { checkWindow, type ArrayWindow } from './array-window.js';
import { TileCache } from './tile-cache.js';
import { WireSolver } from './iterative-matrix.js';
import { type Wires } from './wires.js';

const wires: Wires = { rowOhm: 0.5, colOhm: 0.5, driveOhm: 5, senseOhm: 1 };
const whole: ArrayWindow = { rowFirst: 0, rows: 16, colFirst: 0, cols: 16 };

function cells(): CellArray {
  return new CellArray({
    rows: 16,
    cols: 16,
    seed: 1,
    nominal: { resistanceP: 50e3, tmr: 1.2, tmrHalfVoltage: 0.5, hkAPerM: 50e3, vcmaSlopeAPerMPerV: -60e3 },
    spread: {
      resistanceP: 0.03,
      tmr: 0.03,
      hk: 0,
      vcmaSlope: 0,
      strayFieldAPerM: 0,
      readNoise: 0.003,
      readNoiseSpread: 0,
    },
  });
}

describe('the tile cache', () => {
  it('finds a tile again by its content', () => {
    const array = cells();
    const cache = new TileCache(new WireSolver(16, 16));
    const first = cache.get(0, array, whole, 0.1, wires);
    array.state[5]! ^= 1;
    const second = cache.get(0, array, whole, 0.1, wires);
    expect(second.weights).not.toEqual(first.weights);
    array.state[5]! ^= 1;
    expect(cache.get(0, array, whole, 0.1, wires)).toBe(first);
    expect(cache.counts).toEqual({ hits: 1, misses: 2, size: 2 });
  });

  it('tells windows, tiles, read voltages and drawn parameters apart', () => {
    const array = cells();
    const cache = new TileCache(new WireSolver(16, 16));
    cache.get(0, array, whole, 0.1, wires);
    cache.get(1, array, whole, 0.1, wires);
    cache.get(0, array, whole, 0.2, wires);
    cache.get(0, array, { ...whole, rows: 8 }, 0.1, wires);
    array.version++;
    cache.get(0, array, whole, 0.1, wires);
    expect(cache.counts.misses).toBe(5);
  });

  it('does not care for cells outside the window', () => {
    const array = cells();
    const cache = new TileCache(new WireSolver(16, 16));
    const window = { rowFirst: 2, rows: 5, colFirst: 3, cols: 6 };
    const first = cache.get(0, array, window, 0.1, wires);
    array.state[0]! ^= 1;
    array.state[255]! ^= 1;
    expect(cache.get(0, array, window, 0.1, wires)).toBe(first);
  });

  it('forgets the one unused longest', () => {
    const array = cells();
    const cache = new TileCache(new WireSolver(16, 16), 2);
    const a = cache.get(0, array, whole, 0.1, wires);
    cache.get(1, array, whole, 0.1, wires);
    cache.get(0, array, whole, 0.1, wires);
    cache.get(2, array, whole, 0.1, wires);
    expect(cache.get(0, array, whole, 0.1, wires)).toBe(a);
    expect(cache.counts.size).toBe(2);
    cache.get(1, array, whole, 0.1, wires);
    expect(cache.counts.misses).toBe(4);
  });
});

describe('a window', () => {
  it('must lie within the array', () => {
    expect(() => checkWindow({ ...whole, rowFirst: 1 }, 16, 16)).toThrow(/rows .*15.*16/);
    expect(() => checkWindow({ ...whole, cols: 0 }, 16, 16)).toThrow(RangeError);
    expect(checkWindow(whole, 16, 16)).toBe(whole);
  });
});
