import { describe, expect, it } from 'vitest';
import {
  BoardAccessError,
  BoardBusyError,
  BoardLostError,
  BoardNotFoundError,
  DeviceError,
  ProtocolError,
  VirtualClock,
} from '../../base/index.js';
import { sessionsIn, type BoardSession, type BoardSessionsOptions, type BoardWait } from './board-sessions.js';
import type { Board } from './board.js';
import { openBoardOver } from './open-board-over.js';
import { FakeDevice, settle } from './testing/fake-device.js';
import { InProcessTransport } from './transport/in-process.js';
import type { TransportHandlers } from './transport/transport.js';

/** A transport that can be lost on demand. */
class Losable extends InProcessTransport {
  handlers: TransportHandlers | undefined;
  override open(handlers: TransportHandlers, signal?: AbortSignal): Promise<void> {
    this.handlers = handlers;
    return super.open(handlers, signal);
  }
}

/** A world where opening does what the script says: an error, or a board with a boot id. */
class World {
  readonly clock = new VirtualClock();
  readonly asked: string[] = [];
  readonly waits: BoardWait[] = [];
  readonly listeners = new Set<() => void>();
  readonly controller = new AbortController();
  script: (Error | number)[] = [];
  #transport: Losable | undefined;

  async open(uri: string): Promise<Board> {
    this.asked.push(uri);
    const next = this.script.shift() ?? new BoardNotFoundError('not here');
    if (typeof next !== 'number') throw next;
    this.#transport = new Losable(new FakeDevice({ bootId: next }));
    return openBoardOver(this.#transport, 'usb:A', { clock: this.clock });
  }

  onChange(fn: () => void): () => void {
    this.listeners.add(fn);
    return () => this.listeners.delete(fn);
  }

  hint(): void {
    for (const fn of this.listeners) fn();
  }

  lose(error: Error = new BoardLostError('unplugged')): void {
    this.#transport?.handlers?.onClose(error);
  }

  sessions(options: BoardSessionsOptions = {}): AsyncGenerator<BoardSession, void, undefined> {
    return sessionsIn(this, 'usb:', {
      clock: this.clock,
      signal: this.controller.signal,
      onWait: (wait) => this.waits.push(wait),
      ...options,
    });
  }

  /** Lets `seconds` pass, a second at a time. */
  async pass(seconds: number): Promise<void> {
    for (let k = 0; k < seconds; k++) {
      await settle(20);
      this.clock.advance(1);
    }
    await settle(20);
  }
}

const quiet = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

describe('boardSessions', () => {
  it('gives the next session when the board is back, and says whether it started anew', async () => {
    const world = new World();
    world.script = [7, new BoardNotFoundError('x'), new BoardNotFoundError('x'), 7, 8];
    const sessions = world.sessions();
    const first = (await sessions.next()).value as BoardSession;
    expect(first).toMatchObject({ number: 1, restarted: false, attempt: 1 });
    await world.pass(5);
    world.lose();
    const next = sessions.next();
    await world.pass(3);
    const second = (await next).value as BoardSession;
    expect(second).toMatchObject({ number: 2, restarted: false, attempt: 3 });
    expect(second.board.connected).toBe(true);
    // By the serial number that it turned out to have.
    expect(world.asked).toEqual(['usb:', 'usb:A', 'usb:A', 'usb:A']);
    expect(world.waits.map(({ uri, state, attempt, waitedS }) => [uri, state, attempt, waitedS])).toEqual([
      ['usb:A', 'lost', 0, 0],
      ['usb:A', 'lost', 1, 0],
      ['usb:A', 'lost', 2, 1],
    ]);
    await world.pass(5);
    const third = sessions.next();
    await settle(20);
    world.lose();
    await world.pass(1);
    expect((await third).value).toMatchObject({ number: 3, restarted: true });
    await sessions.return();
    expect(world.clock.pending).toBe(0);
    expect(world.listeners.size).toBe(0);
  });

  it('tries again at once when something is plugged in', async () => {
    const world = new World();
    world.script = [new BoardNotFoundError('x')];
    const next = world.sessions({ waitForFirst: true, pollS: 3600 }).next();
    await settle(20);
    expect(world.waits.map(({ state }) => state)).toEqual(['not found']);
    world.script = [7];
    world.hint();
    const { board } = (await next).value as BoardSession;
    await board.close();
  });

  it('tells how it stands: busy, no permission, no answer', async () => {
    const world = new World();
    world.script = [
      new BoardBusyError('node (process 42) holds it'),
      new BoardAccessError('udev is at it'),
      new BoardLostError('unplugged again'),
      new DeviceError('input/output error', { code: 'USB' }),
      7,
    ];
    const next = world.sessions({ waitForFirst: true }).next();
    await world.pass(6);
    await ((await next).value as BoardSession).board.close();
    expect(world.waits.map(({ state }) => state)).toEqual(['busy', 'no permission', 'not found', 'not found']);
    expect(world.waits[0]?.error.message).toMatch(/process 42/);
  });

  it('ends with a failure at first, unless told to wait', async () => {
    const world = new World();
    await expect(world.sessions().next()).rejects.toBeInstanceOf(BoardNotFoundError);
    expect(world.waits).toEqual([]);
  });

  it.each([
    ['another protocol', new ProtocolError('version 2')],
    ['several boards', new BoardNotFoundError('two', { code: 'BOARD_AMBIGUOUS' })],
    ['a mistake', new RangeError('x')],
  ])('ends with what no waiting cures: %s', async (_, error) => {
    const world = new World();
    world.script = [7];
    const sessions = world.sessions();
    await sessions.next();
    await world.pass(2);
    world.script = [error];
    world.lose();
    await expect(sessions.next()).rejects.toBe(error);
  });

  it('ends with an access error that does not pass', async () => {
    const world = new World();
    world.script = Array.from({ length: 50 }, () => new BoardAccessError('no rule'));
    const next = quiet(world.sessions({ waitForFirst: true }).next());
    await world.pass(15);
    await expect(next).rejects.toBeInstanceOf(BoardAccessError);
    expect(world.asked).toHaveLength(11);
  });

  it('gives up after the limit', async () => {
    const world = new World();
    const next = quiet(world.sessions({ waitForFirst: true, limitS: 5 }).next());
    await world.pass(8);
    await expect(next).rejects.toBeInstanceOf(BoardNotFoundError);
    expect(world.asked).toHaveLength(6);
  });

  it('throws what ended a session if it was no loss', async () => {
    const world = new World();
    world.script = [7];
    const sessions = world.sessions();
    await sessions.next();
    world.lose(new ProtocolError('nonsense'));
    await expect(sessions.next()).rejects.toThrow('nonsense');
  });

  it('ends when the consumer has closed the board, and when it leaves', async () => {
    const world = new World();
    world.script = [7, 7];
    const sessions = world.sessions();
    const { board } = (await sessions.next()).value as BoardSession;
    await board.close();
    expect(await sessions.next()).toEqual({ done: true, value: undefined });
    let kept: Board | undefined;
    for await (const session of world.sessions()) {
      kept = session.board;
      break;
    }
    expect(kept?.connected).toBe(false);
  });

  it('waits before it opens a board again that fails at once', async () => {
    const world = new World();
    world.script = [7, 7];
    const sessions = world.sessions();
    await sessions.next();
    world.lose();
    const next = sessions.next();
    await settle(20);
    expect(world.asked).toHaveLength(1);
    await world.pass(1);
    await next;
    await sessions.return();
  });

  it('ends with an AbortError wherever it stands, the board closed', async () => {
    const open = new World();
    open.script = [7];
    const sessions = open.sessions();
    const { board } = (await sessions.next()).value as BoardSession;
    const next = quiet(sessions.next());
    await settle(20);
    open.controller.abort();
    await expect(next).rejects.toMatchObject({ name: 'AbortError' });
    expect(board.connected).toBe(false);

    const waiting = new World();
    const first = quiet(waiting.sessions({ waitForFirst: true }).next());
    await settle(20);
    waiting.controller.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(waiting.listeners.size).toBe(0);
    expect(waiting.clock.pending).toBe(0);
  });
});
