/** The simulated board in a worker thread, as the compiled program uses it: the same board, to the byte, as in this thread. */
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openBoard, type Board } from '../../firmware-host/host/index.js';

const COMPILED = new URL('../../dist/firmware-host/host/index.js', import.meta.url);
const URI = 'sim:typical?seed=5&rows=16&cols=16';

async function use(board: Board): Promise<unknown[]> {
  try {
    const { rows, cols } = board.identity.geometry;
    await board.arm();
    const bits = board.openBits({ totalBits: 30_000, controller: true });
    const drawn = Buffer.from(await bits.readBits(30_000)).toString('hex');
    await bits.close();
    const cells = Uint8Array.from({ length: rows * cols }, (_, i) => (i * 5) & 1);
    const written = await board.programTile({ tile: 0, rowFirst: 0, rows, colFirst: 0, cols, cells, verifyPasses: 4 });
    const inputs = Uint8Array.from({ length: 9000 * rows }, (_, i) => (i * 7) % 16);
    const product = await board.multiply({ tile: 0, inputBits: 4, columnMode: 'differential', rows, cols, inputs });
    const { counters, boardTimeS } = await board.readTelemetry();
    const { results, ...rest } = product;
    return [board.identity, drawn, written, Buffer.from(results.buffer).toString('base64'), rest, counters, boardTimeS];
  } finally {
    await board.close();
  }
}

it('gives the same bits, products and counts in a worker as in this thread', async () => {
  if (!existsSync(COMPILED)) throw new Error('dist/ is missing: run npm run build first');
  const compiled = (await import(COMPILED.href)) as { openBoard: typeof openBoard };
  const inWorker = await use(await compiled.openBoard(URI));
  const inThread = await use(await openBoard(URI, { inThread: true }));
  expect(inWorker).toEqual(inThread);
});

it('a call that is aborted leaves the worker usable, and closing ends it', async () => {
  const compiled = (await import(COMPILED.href)) as { openBoard: typeof openBoard };
  const board = await compiled.openBoard(URI);
  await board.arm();
  const { rows, cols } = board.identity.geometry;
  const controller = new AbortController();
  const inputs = new Uint8Array(200_000 * rows).fill(3);
  const options = { tile: 0, inputBits: 2, columnMode: 'single', rows, cols } as const;
  const running = board.multiply({ ...options, inputs, signal: controller.signal });
  setImmediate(() => controller.abort());
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect((await board.multiply({ ...options, inputs: inputs.subarray(0, rows) })).results.length).toBe(cols);
  await board.close();
  await expect(board.getState()).rejects.toMatchObject({ code: 'BOARD_LOST' });
});
