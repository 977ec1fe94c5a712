import { beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { CellArray } from '../array/index.js';
import { flipProbability } from '../device/index.js';
import { broken, ideal, typical } from '../scenarios/index.js';
import { ArrayUnit, nominalCell } from './array-unit.js';
import { EscapeTable, type Surroundings } from './escape-table.js';
import { SwitchingTable } from '../device/index.js';
import { StateDecay } from './state-decay.js';

/** A field at which antiparallel cells leave within tens of milliseconds, and parallel ones never do. */
const STRONG: Surroundings = { fieldAPerM: 32e3, kelvin: 300, biasV: 0 };

function array(seed: number, rows: number, cols: number): CellArray {
  return new CellArray({ rows, cols, seed, nominal: nominalCell(typical), spread: typical.cells });
}

describe('the rates of an array', () => {
  it('are 0 for cells that cannot change, and larger under a voltage that lowers the anisotropy', () => {
    const unit = new ArrayUnit(broken, 1, { rows: 16, cols: 16, tiles: 1 }, 0, SwitchingTable.standard());
    const plain = unit.escapesIn({ ...STRONG, fieldAPerM: 0 });
    const biased = unit.escapesIn({ ...STRONG, fieldAPerM: 0, biasV: 0.1 });
    for (let cell = 0; cell < 256; cell++) {
      expect(plain.fromP[cell]! > 0).toBe(unit.cells.isGood(cell));
      if (!unit.cells.isGood(cell)) continue;
      expect(biased.fromP[cell]! / plain.fromP[cell]!).toBeGreaterThan(8);
      expect(biased.fromP[cell]! / plain.fromP[cell]!).toBeLessThan(30);
    }
    expect(unit.escapesIn({ ...STRONG, fieldAPerM: 0 })).toBe(plain);
    unit.cells.version++;
    expect(unit.escapesIn({ ...STRONG, fieldAPerM: 0 })).not.toBe(plain);
  });

  it('follow the temperature by the barrier', () => {
    const cells = new CellArray({ rows: 1, cols: 1, seed: 1, nominal: nominalCell(ideal), spread: ideal.cells });
    const at = (kelvin: number): number => new EscapeTable(cells, { fieldAPerM: 0, kelvin, biasV: 0 }).fromP[0]!;
    // d ln Γ/dT is a little more than barrier/T = 35.3/300 for a magnetisation that falls: 12 to 16 % a kelvin.
    expect(Math.log(at(301) / at(300))).toBeGreaterThan(0.12);
    expect(Math.log(at(301) / at(300))).toBeLessThan(0.16);
  });
});

describe('decay', () => {
  // 40 arrays of 64 cells with their own rates: the count is a sum of Bernoulli trials of known probabilities. Four standard
  // deviations are passed by chance once in 16 000, here in four comparisons.
  it.each([
    ['events', 2e-3],
    ['mixing', 0.3],
  ])('agrees with the two-state probabilities: %s', (_name, seconds) => {
    let [count, mean, variance] = [0, 0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const cells = array(seed, 1, 64);
      const table = new EscapeTable(cells, STRONG);
      const before = cells.state.slice();
      for (let c = 0; c < 64; c++) {
        const p = flipProbability({ fromP: table.fromP[c]!, fromAP: table.fromAP[c]! }, seconds);
        const flip = before[c] === 0 ? p.fromP : p.fromAP;
        mean += flip;
        variance += flip * (1 - flip);
      }
      new StateDecay(cells, RandomStream.from(seed, 'decay')).live(0, seconds, table);
      for (let c = 0; c < 64; c++) count += before[c] === cells.state[c] ? 0 : 1;
    }
    expect(mean).toBeGreaterThan(50);
    expect(Math.abs(count - mean)).toBeLessThan(4 * Math.sqrt(variance));
  });

  it('reaches the Boltzmann weights, whichever way it is drawn', () => {
    for (const stretches of [1, 4000]) {
      let [count, mean, variance] = [0, 0, 0];
      for (let seed = 0; seed < 8; seed++) {
        const cells = array(seed, 1, 64);
        // A bias that leaves a low barrier, and a field that makes the states unequal.
        const table = new EscapeTable(cells, { fieldAPerM: 400, kelvin: 300, biasV: 0.9 });
        const decay = new StateDecay(cells, RandomStream.from(seed, 'boltzmann'));
        const slowest = Math.min(...table.fromAP);
        for (let k = 0; k < stretches; k++) decay.live(0, 20 / slowest / stretches, table);
        for (let c = 0; c < 64; c++) {
          const p = table.fromP[c]! / (table.fromP[c]! + table.fromAP[c]!);
          mean += p;
          variance += p * (1 - p);
          count += cells.state[c]!;
        }
      }
      expect(mean).toBeLessThan(240);
      expect(Math.abs(count - mean)).toBeLessThan(4 * Math.sqrt(variance));
    }
  });

  it('does not depend on how often it is looked at', () => {
    const [one, many] = [array(3, 2, 64), array(3, 2, 64)];
    const table = new EscapeTable(one, STRONG);
    const [a, b] = [one, many].map((cells) => new StateDecay(cells, RandomStream.from(9, 'looks')));
    a!.live(1, 0.02, table);
    for (let k = 0; k < 2000; k++) b!.live(1, 1e-5, table);
    expect(many.state).toEqual(one.state);
    expect(a!.changes).toBe(b!.changes);
    expect(a!.changes).toBeGreaterThan(5);
  });

  it('does nothing in no time, and time goes one way', () => {
    const cells = array(4, 1, 64);
    const before = cells.state.slice();
    const table = new EscapeTable(cells, { ...STRONG, biasV: 1.2 });
    const decay = new StateDecay(cells, RandomStream.from(1));
    decay.until(0, 0, table);
    decay.live(0, 0, table);
    expect(cells.state).toEqual(before);
    decay.until(0, 1, table);
    const { changes } = decay;
    expect(changes).toBeGreaterThan(0);
    for (const seconds of [1, 0.5, 0]) decay.until(0, seconds, table);
    expect(decay.changes).toBe(changes);
  });
});

describe('a nominal array at rest', () => {
  let table: EscapeTable;
  beforeAll(() => {
    table = new EscapeTable(array(1, 64, 64), { fieldAPerM: 0, kelvin: 306, biasV: 0 });
  });

  it('loses a cell within tens of seconds, none in the second or two that a tile is used', () => {
    const total = table.rowHazard.reduce((sum, rate) => sum + rate, 0);
    expect(1 / total).toBeGreaterThan(10);
    expect(1 / total).toBeLessThan(100);
  });
});
