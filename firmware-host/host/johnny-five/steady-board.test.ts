import { afterEach, describe, expect, it } from 'vitest';
import { BoardNotFoundError, VirtualClock } from '../../../base/index.js';
import type { Board } from '../board.js';
import type { BoardFault } from '../board-types.js';
import { SteadyBoard } from './steady-board.js';

/** As much of a board as is held. */
class Held {
  readonly identity: { readonly serial: string };
  closed = false;
  #lost: (error: Error) => void = () => undefined;

  constructor(serial = 'A') {
    this.identity = { serial };
  }

  on(event: string, fn: (argument: Error & BoardFault) => void): () => void {
    if (event === 'lost') this.#lost = fn as (error: Error) => void;
    return () => undefined;
  }

  lose(): void {
    this.#lost(new Error('pulled'));
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a board that may be unplugged', () => {
  const clock = new VirtualClock();
  const heard: string[] = [];
  let next: () => Held;
  let attempts = 0;
  let steady: SteadyBoard;

  async function open(first = new Held()): Promise<Held> {
    heard.length = attempts = 0;
    next = () => first;
    steady = await SteadyBoard.open({
      clock,
      open: async () => {
        attempts++;
        return next() as unknown as Board;
      },
    });
    for (const event of ['lost', 'back', 'trouble', 'closed'] as const) steady.on(event, () => heard.push(event));
    return first;
  }
  async function pass(seconds: number): Promise<void> {
    clock.advance(seconds);
    await turn();
  }
  const away = (): Held => {
    throw new BoardNotFoundError('no board');
  };
  afterEach(() => steady.close());

  it('is looked for again, less and less often, until it is back', async () => {
    const first = await open();
    next = away;
    first.lose();
    expect([steady.board, heard]).toEqual([undefined, ['lost']]);
    expect(() => steady.current()).toThrow('board A is away');
    const times: number[] = [];
    const lostAt = clock.now();
    for (let k = 0; k < 7; k++) {
      times.push(Math.round((clock.nextDue - lostAt) * 10) / 10);
      await pass(clock.nextDue - clock.now());
    }
    expect(attempts).toBe(1 + 7);
    expect(times).toEqual([0.1, 0.3, 0.7, 1.5, 3.1, 5.1, 7.1]);
    const again = new Held();
    next = () => again;
    const waiting = steady.available();
    await pass(2);
    expect(await waiting).toBe(again);
    expect([steady.current(), heard]).toEqual([again, ['lost', 'back']]);
    // The old session is of no interest any more.
    first.lose();
    expect(steady.board).toBe(again);
  });

  it('is no other board', async () => {
    const first = await open();
    const other = new Held('B');
    next = () => other;
    first.lose();
    await pass(0.1);
    expect([steady.board, other.closed, heard]).toEqual([undefined, true, ['lost']]);
    next = () => new Held('A');
    await pass(0.2);
    expect(heard).toEqual(['lost', 'back']);
  });

  it('tells what is not to be expected of a board that is away', async () => {
    const first = await open();
    next = () => {
      throw new TypeError('a mistake');
    };
    first.lose();
    await pass(0.1);
    expect(heard).toEqual(['lost', 'trouble']);
  });

  it('is closed for good, also while it is away or being opened', async () => {
    const first = await open();
    await steady.close();
    await steady.close();
    expect([first.closed, heard]).toEqual([true, ['closed']]);
    expect(() => steady.current()).toThrow('the board was closed');
    await expect(steady.available()).rejects.toMatchObject({ name: 'AbortError' });

    const second = await open();
    const late = new Held();
    next = () => late;
    second.lose();
    const waiting = steady.available().catch((error: unknown) => error);
    clock.advance(0.1);
    await steady.close();
    await turn();
    expect(late.closed).toBe(true);
    expect(await waiting).toMatchObject({ name: 'AbortError' });
    expect(clock.pending).toBe(0);
  });
});
