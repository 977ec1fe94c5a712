import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import type { Board } from '../../firmware-host/host/index.js';
import { selectLines } from './line-selection.js';
import { countAntiparallel } from './shot-counts.js';
import { FakeArrayBoard } from './testing/fake-array-board.js';

/** Cells that turn over with certainty where row + column is even, and never where it is odd. */
const chequered = (): FakeArrayBoard =>
  new FakeArrayBoard(new VirtualClock(), {
    rows: 6,
    cols: 10,
    pulse: (_start, _voltage, _width, row, col) => ((row + col) % 2 === 0 ? 1 : 0),
  });

const plan = (shots: number) => ({
  rows: selectLines('rows', '1,4-5', 6),
  columns: selectLines('columns', '0,3,9', 10),
  shots,
  initialise: 'p' as const,
  tile: 0,
  signal: new AbortController().signal,
});

describe('counts of outcomes', () => {
  it.each([
    [7, 'runShots'],
    [3000, 'openShots'],
  ])('sort %d shots of each cell to their cells, by %s', async (shots, call) => {
    const fake = chequered();
    const counts = await countAntiparallel(fake.board, plan(shots));
    const expected = [1, 4, 5].flatMap((row) => [0, 3, 9].map((col) => ((row + col) % 2 === 0 ? shots : 0)));
    expect([...counts]).toEqual(expected);
    expect(fake.calls.filter((name) => name.endsWith('Shots'))).toEqual([call]);
  });

  it('split what is more than one call may do', async () => {
    const fake = chequered();
    const limited = { ...fake.limits, maxShots: 100 };
    const board = new Proxy(fake.board, {
      get: (target, name) => {
        if (name === 'limits') return limited;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      },
    });
    expect(Math.max(...(await countAntiparallel(board, plan(250))))).toBe(250);
    expect(fake.calls.filter((name) => name.endsWith('Shots'))).toHaveLength(3);
  });

  it('notice lost outcomes', async () => {
    const fake = chequered();
    const short = Object.create(fake, {
      runShots: { value: async () => ({ outcomes: new Uint8Array(1), count: 8, ones: 0, boardTimeS: 0 }) },
    }) as Board;
    await expect(countAntiparallel(short, plan(7))).rejects.toThrow('8 outcomes arrived where 63 were asked for');
  });
});
