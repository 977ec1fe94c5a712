import { describe, expect, it } from 'vitest';
import { createSimulatedBoard } from '../../board-sim/index.js';
import { openBoardOver, type OpenBoardOverOptions } from './open-board-over.js';
import type { Board } from './board.js';
import { InProcessTransport } from './transport/in-process.js';

/** Knows whether it keeps the process alive, and how often that was said. */
class Counting extends InProcessTransport {
  alive = true;
  said = 0;

  ref(): void {
    this.alive = true;
    this.said++;
  }

  unref(): void {
    this.alive = false;
    this.said++;
  }
}

async function open(options: OpenBoardOverOptions): Promise<{ board: Board; transport: Counting }> {
  const transport = new Counting(createSimulatedBoard({ rows: 4, cols: 4 }));
  return { board: await openBoardOver(transport, 'counting', { standIn: true, ...options }), transport };
}

describe('a session in the background', () => {
  it('keeps the process alive for calls and watches, and for nothing else', async () => {
    const { board, transport } = await open({ keepAlive: false });
    expect(transport.alive).toBe(false);
    const calls = [board.getState(), board.pins.read('AUX0')];
    expect(transport.alive).toBe(true);
    await calls[0];
    await calls[1];
    expect(transport.alive).toBe(false);
    const watch = board.pins.watch('AUX0')[Symbol.asyncIterator]();
    expect((await watch.next()).value).toMatchObject({ level: 1 });
    expect(transport.alive).toBe(true);
    await watch.return?.();
    expect(transport.alive).toBe(false);
    const stopped = new AbortController();
    const aborted = board.getState(stopped.signal);
    stopped.abort();
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    expect(transport.alive).toBe(false);
    await board.close();
  });

  it('is not what one has without asking for it', async () => {
    const { board, transport } = await open({});
    await board.getState();
    expect([transport.alive, transport.said]).toEqual([true, 0]);
    await board.close();
  });
});
