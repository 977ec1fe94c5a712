// What survives when parts of the desktop die: the backend, a page, a board.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulatedBoard, serveTcp, type ServedBoard } from '../../board-sim/index.js';
import type { BoardEntry } from '../../desktop/rpc/api/index.js';
import { ConnectionLostError, type RpcClient } from '../../desktop/rpc/index.js';
import type { DesktopApi } from '../../desktop/rpc/api/index.js';
import { channelStatistics, StoredCapture } from '../../lab/capture/index.js';
import { readRun } from '../../lab/runs/index.js';
import { DesktopShell, eventually } from './harness/desktop-shell.js';

const BOARD = 'sim:typical?seed=5';

type Client = RpcClient<DesktopApi>;

let shell: DesktopShell;
beforeEach(async () => {
  shell = await DesktopShell.start();
});
afterEach(() => shell.dispose());

/** Rows of a run as they were told, and how the telling ended. */
class Told {
  readonly rows: Readonly<Record<string, unknown>>[] = [];
  ended: unknown;
  readonly done: Promise<void>;

  constructor(client: Client, board: string, run: string) {
    this.done = this.#follow(client, board, run);
  }

  async #follow(client: Client, board: string, run: string): Promise<void> {
    try {
      for await (const batch of client.stream('experiments.follow', { board, run }))
        for (const event of batch) if (event.type === 'row') this.rows.push(event.values);
      this.ended = 'finished';
    } catch (error) {
      this.ended = error;
    }
  }
}

const follow = (client: Client, board: string, run: string): Told => new Told(client, board, run);

async function storedRows(dir: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  const run = await readRun(dir);
  for await (const { event } of run.events(() => expect.unreachable('a damaged line')))
    if (event.type === 'row') rows.push(event.values);
  return rows;
}

const startMap = async (client: Client, board: string, name: string): Promise<string> =>
  (await client.call('experiments.start', { board, experiment: 'resistance-map', params: {}, name })).dir;

/** The entry of a board as soon as it is as wanted. */
async function entryThat(client: Client, board: string, fits: (entry: BoardEntry) => boolean): Promise<BoardEntry> {
  for await (const entries of client.stream('boards.watch', {})) {
    const entry = entries.find(({ listing }) => listing.uri === board);
    if (entry !== undefined && fits(entry)) return entry;
  }
  throw new Error('the list of boards ended');
}

describe('a backend that is killed in the middle of a run', () => {
  it('loses nothing that a page was told; the run is recovered, and pages and boards can be used again', async () => {
    const { client } = await shell.open();
    const before = await client.call('system.hello', {});
    const dir = await startMap(client, BOARD, 'killed');
    const told = follow(client, BOARD, dir);
    await eventually('rows are told', () => told.rows.length >= 100);
    shell.killBackend();
    await told.done;
    expect(told.ended).toBeInstanceOf(ConnectionLostError);

    // The page dials again; its connection waits for the new backend.
    const again = await shell.open();
    const after = await again.client.call('system.hello', {});
    expect(after.instance).not.toBe(before.instance);
    expect(shell.news[0]).toContain('by SIGKILL');

    await eventually('the run is recovered', async () => (await readRun(dir)).result !== undefined);
    expect((await readRun(dir)).state).toBe('interrupted');
    const stored = await storedRows(dir);
    expect(stored.length).toBeGreaterThanOrEqual(told.rows.length);
    expect(stored.slice(0, told.rows.length)).toEqual(told.rows);

    const next = await startMap(again.client, BOARD, 'next');
    const rest = follow(again.client, BOARD, next);
    await rest.done;
    expect(rest.ended).toBe('finished');
    expect((await readRun(next)).state).toBe('finished');
  });
});

describe('a backend that is killed in the middle of a capture', () => {
  it('loses no sample that was on disk, and statistics of them stay the same to the last bit', async () => {
    const { client } = await shell.open();
    const { dir, name } = await client.call('live.start', {
      board: BOARD,
      keep: true,
      groups: ['power', 'temperature', 'bits'],
      telemetryPeriodMs: 20,
      bits: { rateHz: 1e6 },
    });
    const acknowledged = new Map<string, number>();
    for await (const status of client.stream('live.watch', { board: BOARD })) {
      for (const channel of status?.channels ?? []) acknowledged.set(channel.name, channel.samples);
      const counts = [...acknowledged];
      if (counts.length > 1 && counts.every(([of, samples]) => samples >= (of === 'bits' ? 100_000 : 30))) break;
    }
    const stretch = { fromS: 0, toS: 3600 };
    const channel = [...acknowledged.keys()].find((each) => each !== 'bits')!;
    const shown = await client.call('live.statistics', { board: BOARD, channel, ...stretch });
    expect(shown.count).toBeGreaterThan(5);
    shell.killBackend();
    await client.closed;

    const { client: again } = await shell.open();
    await again.call('system.hello', {});
    await eventually('the capture is recovered', async () => (await readRun(dir)).result !== undefined);
    expect((await readRun(dir)).state).toBe('interrupted');
    await eventually('the recovery is logged', () => shell.log.includes(name));
    const stored = await StoredCapture.open(dir);
    for (const [of, samples] of acknowledged) expect(stored.data(of).length, of).toBeGreaterThanOrEqual(samples);
    const kept = channelStatistics(stored.data(channel), stored.times(channel), shown.from, shown.to);
    for (const figure of ['count', 'min', 'max', 'sum', 'mean', 'rms', 'standardDeviation'] as const)
      expect(kept[figure], figure).toBe(shown[figure]);
    stored.close();

    // The board is free again.
    const next = await again.call('live.start', { board: BOARD, keep: false, groups: ['power'] });
    expect(next.state).toBe('running');
    await again.call('live.stop', { board: BOARD });
    await again.call('live.discard', { board: BOARD });
  });
});

describe('a page that is closed in the middle of a run', () => {
  it('leaves the run alone, and the next page follows it from its beginning', async () => {
    const first = await shell.open();
    const dir = await startMap(first.client, BOARD, 'left');
    const told = follow(first.client, BOARD, dir);
    await eventually('rows are told', () => told.rows.length >= 20);
    first.kill();
    await told.done;
    const second = await shell.open();
    const whole = follow(second.client, BOARD, dir);
    await whole.done;
    expect(whole.ended).toBe('finished');
    expect(whole.rows.slice(0, told.rows.length)).toEqual(told.rows);
    expect((await readRun(dir)).state).toBe('finished');
    expect(await storedRows(dir)).toEqual(whole.rows);
  });
});

describe('a shell that is told to stop in the middle of a run', () => {
  it('ends the run in good order', async () => {
    const { client } = await shell.open();
    const dir = await startMap(client, BOARD, 'stopped');
    const told = follow(client, BOARD, dir);
    await eventually('rows are told', () => told.rows.length >= 20);
    expect(shell.server.backend.activeRuns).toBe(1);
    await shell.server.stop();
    await told.done;
    const { state, result } = await readRun(dir);
    expect(state).toBe('aborted');
    expect(result).toMatchObject({ status: 'aborted' });
    expect(await storedRows(dir)).toEqual(expect.arrayContaining(told.rows));
  });
});

describe('a board that goes in the middle of a run', () => {
  let served: ServedBoard | undefined;
  const serveBoard = (port: number): Promise<ServedBoard> =>
    serveTcp(createSimulatedBoard({ scenario: 'typical', seed: 7, rows: 32, cols: 32 }), { port });
  afterEach(() => served?.close());

  it('fails the run with its reason, keeps what came, and is opened again when it is back', async () => {
    served = await serveBoard(0);
    const { uri } = served;
    const { client } = await shell.open();
    await client.call('boards.add', { board: uri });
    const dir = await startMap(client, uri, 'lost');
    const told = follow(client, uri, dir);
    await eventually('rows are told', () => told.rows.length >= 20);
    await served.close();
    await told.done;
    const run = await readRun(dir);
    expect(run.result).toMatchObject({ status: 'failed', error: { code: 'BOARD_LOST' } });
    expect(await storedRows(dir)).toEqual(expect.arrayContaining(told.rows));
    const lost = await entryThat(client, uri, ({ session }) => session !== 'open');
    expect(lost.session).toBe('lost');
    // The reason of the loss, or of the last attempt to open it again.
    expect(lost.problem?.code).toMatch(/^BOARD_(LOST|NOT_FOUND)$/);
    expect(lost.use).toBeUndefined();

    served = await serveBoard(Number(new URL(uri).port));
    await entryThat(client, uri, ({ session }) => session === 'open');
    const again = follow(client, uri, await startMap(client, uri, 'again'));
    await again.done;
    expect(again.ended).toBe('finished');
  });
});
