import { afterEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { openBoard, type Board } from '../../firmware-host/host/index.js';
import { bitsText, detectionTable } from './bits/detection-summary.js';
import { failureDetection } from './failure-detection.experiment.js';
import { FakeBitsBoard } from './testing/fake-bits-board.js';
import { runOn } from './testing/run-on.js';

let board: Board | undefined;
afterEach(async () => {
  await board?.close();
  board = undefined;
});
const SMALL = { rows: 4, onset: 1 << 15, limit: 1 << 17, seeds: 3, controller: 'off' };

describe('failure detection', () => {
  it('tells for each failure and test how many bits went by', async () => {
    board = await openBoard('sim:typical?rows=4', { inThread: true });
    const params = { ...SMALL, failures: 'stuck-row,strong-magnet' };
    const { outcome, tables, notes, plots, progress } = await runOn(failureDetection, board, { params });
    expect(outcome).toMatchObject({ status: 'finished', safe: true });
    expect(outcome.results).toMatchObject({ boards: 6, onsetBits: 1 << 15, falseAlarms: 0, unseenByAll: [] });
    expect(notes[0]).toMatch(/^PSEUDO-RANDOM: NOT ENTROPY \(/);
    const summary = tables.get('summary')!;
    const of = (failure: string, test: string) =>
      summary.find((row) => row['failure'] === failure && row['test'] === test) as Record<string, number>;
    // A turn of four rows is 16,384 bits; the row comes within the first.
    expect(of('stuck-row', 'cellRepetition')).toMatchObject({ seen: 3, boards: 3 });
    expect(of('stuck-row', 'cellRepetition')['p90_bits']).toBeLessThanOrEqual(16_384);
    // 94 % zeros: the first window of 1024 shows it.
    expect(of('strong-magnet', 'adaptiveProportion')['p90_bits']).toBeLessThan(1024);
    expect(of('strong-magnet', 'replay')).toMatchObject({ seen: 0, median_bits: null });
    expect(tables.get('latencies')).toHaveLength(6 * 11);
    expect(plots).toContain('detection-controller-off');
    expect(progress['bits']!.done).toBe(progress['bits']!.total);
  });

  it('needs a board that can be broken, and failures that it knows', async () => {
    board = await openBoard('sim:typical?rows=4', { inThread: true });
    const { outcome } = await runOn(failureDetection, board, { params: { ...SMALL, failures: 'fire' } });
    expect(outcome).toMatchObject({ status: 'failed', safe: true });
    expect(outcome.error?.message).toMatch(/parameter failures must be all/);
    const clock = new VirtualClock();
    const fake = new FakeBitsBoard(clock, { rows: 4, cols: 64, one: () => 0.5 });
    Object.assign(fake, { uri: 'tcp://127.0.0.1:1' });
    const { outcome: other } = await runOn(failureDetection, fake.board, { clock, params: SMALL });
    expect(other.error).toMatchObject({ message: /needs a simulated board/, nextStep: /bit-statistics/ });
  });

  it('marks its table', () => {
    expect(detectionTable([], 'sim:typical')).toMatch(/^PSEUDO-RANDOM: NOT ENTROPY \(sim:typical\)\n\n\|/);
  });

  it('writes bits briefly', () => {
    expect([51, 999, 4096, 9960, 45_056, 999_400, 999_999, 4.2e6].map(bitsText)).toEqual([
      '51',
      '999',
      '4.1 k',
      '10 k',
      '45 k',
      '999 k',
      '1.0 M',
      '4.2 M',
    ]);
  });
});
