/** Experiments on the behavioural board, through the wire, in this thread. */
import { describe, expect, it } from 'vitest';
import { Hardware } from '../../board-sim/board/hardware.js';
import { scenarioNamed } from '../../board-sim/index.js';
import { openBoard, type Board } from '../../firmware-host/host/index.js';
import { hysteresisLoop } from '../../lab/experiments/hysteresis-loop.experiment.js';
import { resistanceMap } from '../../lab/experiments/resistance-map.experiment.js';
import { switchingProbability } from '../../lab/experiments/switching-probability.experiment.js';
import { runOn } from '../../lab/experiments/testing/run-on.js';

const SEED = 5;
const SIZE = { rows: 4, cols: 16, tiles: 1 };

async function withBoard<T>(scenario: string, use: (board: Board) => Promise<T>): Promise<T> {
  const uri = `sim:${scenario}?seed=${SEED}&rows=${SIZE.rows}&cols=${SIZE.cols}`;
  const board = await openBoard(uri, { inThread: true });
  try {
    return await use(board);
  } finally {
    await board.close();
  }
}

/** Mean over all cells of the simulator's own probability that a pulse turns a cell over. */
function modelProbability(hardware: Hardware, voltageV: number, widthS: number, start: 'p' | 'ap'): number {
  const amplitudeUv = Math.round(voltageV * 1e6);
  hardware.setDrive({ ...hardware.drive, amplitudeUv, widthPs: Math.round(widthS * 1e12) });
  const { thresholds } = hardware.unit(0);
  for (let row = 0; row < SIZE.rows; row += 1) thresholds.refresh(row, hardware.rowDrive(row));
  const table = start === 'p' ? thresholds.fromP : thresholds.fromAP;
  return table.reduce((sum, threshold) => sum + (threshold + 2 ** 31) / 2 ** 32, 0) / table.length;
}

describe('experiments on sim:typical', () => {
  it('maps the switching probability of the model, with intervals that hold it', async () => {
    const params = { widthPoints: 7, voltagePoints: 4, halfWidth: 0.03, refinements: 2, spreadShots: 64 };
    const { outcome, tables } = await withBoard('typical', (board) => runOn(switchingProbability, board, { params }));
    expect(outcome).toMatchObject({ status: 'finished', safe: true, results: { targetReached: true } });
    const hardware = new Hardware(scenarioNamed('typical'), SEED, SIZE);
    let held = 0;
    let points = 0;
    for (const [start, table] of [
      ['p', 'from-parallel'],
      ['ap', 'from-antiparallel'],
    ] as const) {
      for (const row of tables.get(table)!) {
        const [voltageV, widthS] = [row['voltage_V'] as number, row['width_s'] as number];
        const p = modelProbability(hardware, voltageV, widthS, start);
        points += 1;
        if ((row['lower'] as number) <= p && p <= (row['upper'] as number)) held += 1;
        // Five standard errors, and what 10⁴ trials cannot show: a single gross error would be told.
        const error = Math.sqrt((p * (1 - p)) / (row['trials'] as number));
        expect(Math.abs((row['p'] as number) - p), `${voltageV} V, ${widthS} s from ${start}`).toBeLessThan(
          5 * error + 2e-3,
        );
      }
    }
    // The outcomes of fixed cells scatter no more than binomials of their mean: at least 95 % are expected.
    expect(points).toBeGreaterThan(60);
    expect(held / points).toBeGreaterThan(0.9);
  });

  it('gives the same map from the same seed', async () => {
    const params = { widthPoints: 3, voltagePoints: 2, refinements: 1, halfWidth: 0.05, rows: '0-1' };
    const map = () => withBoard('typical', (board) => runOn(switchingProbability, board, { params }));
    const [first, second] = [await map(), await map()];
    expect([...first.tables]).toEqual([...second.tables]);
    // The computer's clock alone is not repeated.
    const { seconds: _first, ...results } = first.outcome.results;
    const { seconds: _second, ...again } = second.outcome.results;
    expect(results).toEqual(again);
    expect(results['boardSeconds']).toBeGreaterThan(0);
  });

  it('reads both states of every cell, and the spread that the scenario draws', async () => {
    const params = { states: 'both', repeats: 3 };
    const { outcome, tables } = await withBoard('typical', (board) => runOn(resistanceMap, board, { params }));
    expect(outcome).toMatchObject({ status: 'finished', results: { cells: 64, good: 64, comparatorMismatches: 0 } });
    const { cells } = new Hardware(scenarioNamed('typical'), SEED, SIZE).unit(0);
    for (const [at, row] of tables.get('states')!.entries()) {
      // Wires, offset, gain and bow of the converters make a per cent or two.
      expect(Math.abs((row['parallel_ohm'] as number) / cells.resistanceP[at]! - 1)).toBeLessThan(0.04);
    }
  });

  it('finds Hk and its change with the bias of every cell from loops on the board', async () => {
    const params = { rows: '1', columns: '0-5', biases: '-200mV,0,200mV', loops: 12, fieldStep: 2e3 };
    const { outcome, tables, notes } = await withBoard('typical', (board) => runOn(hysteresisLoop, board, { params }));
    expect(outcome).toMatchObject({ status: 'finished', safe: true, results: { cells: 6, cellsFitted: 6 } });
    const { cells } = new Hardware(scenarioNamed('typical'), SEED, SIZE).unit(0);
    const near = (row: Readonly<Record<string, unknown>>, column: string, truth: number): void => {
      const [value, error] = [row[column] as number, row[`${column}_standard_error`] as number];
      // Four standard errors, and 6 % for the attempt rate: the board's own is three to four times 1e9 Hz and depends on the field.
      expect(Math.abs(value - truth), column).toBeLessThan(4 * error + 0.06 * Math.abs(truth));
      expect(error, column).toBeLessThan(0.15 * Math.abs(truth));
    };
    expect(tables.get('vcma')).toHaveLength(6);
    for (const row of tables.get('vcma')!) {
      const cell = SIZE.cols + (row['col'] as number);
      near(row, 'hk_A_per_m', cells.hk[cell]!);
      near(row, 'hk_per_V_A_per_m', cells.vcmaSlope[cell]!);
      expect(row['correlation']).toBeLessThan(-0.9);
      expect(Math.abs((row['stray_A_per_m'] as number) - cells.strayField[cell]!)).toBeLessThan(
        4 * (row['stray_A_per_m_standard_error'] as number),
      );
    }
    const { vcmaFromHkJPerVM: xi, vcmaFromHkStandardErrorJPerVM: error } = outcome.results as Record<string, number>;
    // The junction of the board has 60 fJ/(V m); six cells, and what the attempt rate does to the slope.
    expect(Math.abs(xi! - 60e-15)).toBeLessThan(4 * error! + 2e-15);
    expect(error).toBeLessThan(3e-15);
    expect(notes.some((note) => note.startsWith('the coil rested'))).toBe(true);
  });
});
