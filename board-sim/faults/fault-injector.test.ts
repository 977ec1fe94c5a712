import { describe, expect, it } from 'vitest';
import { Hardware } from '../board/hardware.js';
import { HealthMonitor } from '../board/health.js';
import { scenarioNamed } from '../scenarios/index.js';
import { parseFaults } from './fault-spec.js';

const ROWS = 8;
const COLS = 16;
const SHOTS = 64;
const TURN = ROWS * COLS * SHOTS;

/** A board as the bit source drives it, row by row; one turn of all rows at a time. */
class Source {
  readonly hardware: Hardware;
  readonly health = new HealthMonitor();
  readonly #engine;
  /** Outcomes of the last turn, row by row, shot by shot. */
  readonly bits = new Uint8Array(TURN);
  unhealthy = 0;

  constructor(faults: string, seed = 3, scenario = 'ideal') {
    const list = faults === '' ? [] : parseFaults(faults);
    this.hardware = new Hardware(scenarioNamed(scenario), seed, { rows: ROWS, cols: COLS, tiles: 1 }, list);
    this.#engine = this.hardware.newEngine(0, 'bits');
  }

  turn(times = 1): this {
    const columns = Uint16Array.from({ length: COLS }, (_, k) => k);
    for (let k = 0; k < times; k++)
      for (let row = 0; row < ROWS; row++) {
        const out = this.bits.subarray(row * COLS * SHOTS, (row + 1) * COLS * SHOTS);
        const { sums, cost } = this.hardware.burst(0, this.#engine, { row, shots: SHOTS, pulses: 1, columns }, out);
        this.hardware.meters.spend(cost);
        if (!this.health.observe(sums.outcomes, sums.ones, sums.frozen)) this.unhealthy++;
      }
    return this;
  }

  /** Share of ones over some turns: of one cell, or of all. */
  share(turns: number, row?: number, col?: number): number {
    let ones = 0;
    let count = 0;
    for (let k = 0; k < turns; k++) {
      this.turn();
      for (let i = 0; i < TURN; i++) {
        if (row !== undefined && Math.floor(i / (COLS * SHOTS)) !== row) continue;
        if (col !== undefined && i % COLS !== col) continue;
        ones += this.bits[i]!;
        count++;
      }
    }
    return ones / count;
  }
}

const ofCell = (bits: Uint8Array, row: number, col: number): number[] =>
  Array.from({ length: SHOTS }, (_, shot) => bits[(row * SHOTS + shot) * COLS + col]!);

describe('a fault that happens to a board', () => {
  it('waits for its number of outcomes and then stays, also over a reboot', () => {
    const source = new Source(`stuck-cell:2:5:p@${2 * TURN}`);
    const healthy = new Source('');
    for (let turn = 0; turn < 2; turn++) {
      expect(source.turn().bits).toEqual(healthy.turn().bits);
      expect(source.unhealthy).toBe(0);
    }
    source.turn();
    expect(ofCell(source.bits, 2, 5)).toEqual(Array(SHOTS).fill(0));
    expect(ofCell(source.bits, 2, 4)).toContain(1);
    // The board takes the cell for a good one, so its own tests see it.
    expect(source.unhealthy).toBe(1);
    source.hardware.restart();
    source.turn();
    expect(ofCell(source.bits, 2, 5)).toEqual(Array(SHOTS).fill(0));
  });

  it('can take a whole line', () => {
    const row = new Source('stuck-row:3').turn();
    for (let col = 0; col < COLS; col++) expect(ofCell(row.bits, 3, col)).toEqual(Array(SHOTS).fill(1));
    expect(ofCell(row.bits, 2, 0)).toContain(0);
    const column = new Source('dead-column:7').turn();
    for (let line = 0; line < ROWS; line++) expect(ofCell(column.bits, line, 7)).toEqual(Array(SHOTS).fill(1));
    expect(ofCell(column.bits, 0, 6)).toContain(0);
  });

  it('can be a magnet: the share of ones moves with its sign, and an alternating one leaves the mean', () => {
    // 40 turns of 8192 outcomes: σ = 0.0009.
    expect(Math.abs(new Source('').share(40) - 0.5)).toBeLessThan(0.005);
    const up = new Source('field:2000').share(40);
    const down = new Source('field:-2000').share(40);
    expect(Math.abs(up - 0.5)).toBeGreaterThan(0.05);
    expect(Math.abs(up + down - 1)).toBeLessThan(0.01);
    // A turn of 8 rows takes 0.37 ms of board time: a period of 0.74 ms gives each turn its sign.
    const turnS = new Source('').turn().hardware.seconds;
    const swing = new Source(`field:2000:${2 * turnS}`);
    expect(Math.abs(swing.share(40) - 0.5)).toBeLessThan(0.02);
    expect(Math.abs(swing.hardware.strangeFieldAPerM)).toBe(2000);
  });

  it('can be a field that grows, on one cell or on all', () => {
    const one = new Source('drift-cell:1:1:1e6');
    const before = one.share(2, 1, 1);
    const after = one.turn(60).share(40, 1, 1);
    // 2560 outcomes: σ = 0.01.
    expect(Math.abs(before - 0.5)).toBeLessThan(0.2);
    expect(Math.abs(after - 0.5)).toBeGreaterThan(0.2);
    expect(Math.abs(one.share(40, 1, 2) - 0.5)).toBeLessThan(0.05);
    const all = new Source('field-ramp:1e5').turn(100);
    expect(all.hardware.strangeFieldAPerM).toBeGreaterThan(1e5 * 0.9 * all.hardware.seconds);
  });

  it('can be telegraph noise: two levels, with exponential times', () => {
    const source = new Source('telegraph-cell:4:4:5000:2e-3');
    const stray = (): number => source.hardware.unit(0).cells.strayField[4 * COLS + 4]!;
    const levels = new Set<number>();
    let changes = 0;
    let last = stray();
    for (let k = 0; k < 400; k++) {
      source.turn();
      const now = stray();
      levels.add(now);
      if (now !== last) changes++;
      last = now;
    }
    expect([...levels].sort((a, b) => a - b)).toEqual([0, 5000]);
    // 400 looks, one every 0.38 ms, at times of 2 ms: some 70 changes are seen; 30 to 110 is far beyond 4σ.
    expect(changes).toBeGreaterThan(30);
    expect(changes).toBeLessThan(110);
  });

  it('can be a supply that gives less: below what switches the cells they stand still', () => {
    const source = new Source('supply:0.3');
    source.turn();
    expect(source.hardware.amplitudeV).toBeCloseTo(0.48, 6);
    const before = source.bits.slice();
    // Hardly anything changes from turn to turn.
    source.turn();
    expect(source.bits.filter((bit, i) => bit !== before[i]).length).toBeLessThan(TURN / 20);
  });

  it('follows from the seed alone', () => {
    const plan = `telegraph-cell:4:4:5000:2e-3@${TURN},drift-cell:1:1:1e6@${3 * TURN},field-ramp:1e4`;
    const [a, b] = [new Source(plan, 5, 'typical'), new Source(plan, 5, 'typical')];
    for (let k = 0; k < 10; k++) expect(a.turn().bits).toEqual(b.turn().bits);
    expect(new Source(plan, 6, 'typical').turn().bits).not.toEqual(new Source(plan, 5, 'typical').turn().bits);
  });

  it('must be at a cell that is there', () => {
    expect(() => new Source('stuck-row:8')).toThrow(/row must be a whole number from 0 to 7/);
  });
});
