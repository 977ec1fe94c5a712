import { afterEach, describe, expect, it } from 'vitest';
import type { ConsoleFilter, ConsoleFrame, ConsoleNews } from '../../../rpc/api/index.js';
import { SMALL_BOARD as board, startBackend, type BackendHarness } from '../../testing/backend-harness.js';

let harness: BackendHarness | undefined;
afterEach(() => harness?.dispose());

/** Follows the trace until `enough` is content with the frames so far. */
async function follow(
  page: BackendHarness['page'],
  filter: ConsoleFilter,
  enough: (frames: readonly ConsoleFrame[], news: ConsoleNews) => boolean,
): Promise<{ frames: ConsoleFrame[]; last: ConsoleNews }> {
  const frames: ConsoleFrame[] = [];
  for await (const news of page.stream('console.watch', { board, filter })) {
    frames.push(...news.frames);
    if (enough(frames, news)) return { frames, last: news };
  }
  throw new Error('the stream ended before');
}

describe('the console', () => {
  it('shows every frame of a session from the first, without opening one', async () => {
    harness = await startBackend();
    const { page } = harness;
    const { last: idle } = await follow(page, {}, () => true);
    expect(idle).toMatchObject({ frames: [], skipped: 0, counts: { framesIn: 0, framesOut: 0, errors: 0 } });
    await page.call('boards.open', { board });
    await page.call('boards.arm', { board });
    const { frames, last } = await follow(page, {}, (seen) => seen.some(({ name }) => name === 'arm'));
    expect(frames[0]).toMatchObject({ number: 1, direction: 'out', kind: 'control', name: 'hello' });
    expect(frames.map(({ number }) => number)).toEqual(frames.map((_, k) => k + 1));
    expect(frames.find(({ direction, name }) => direction === 'in' && name === 'helloReply')!.summary).toContain(
      'protocolMajor 1',
    );
    expect(last.counts.framesOut).toBeGreaterThan(1);
    expect(last.counts.bytesIn).toBeGreaterThan(frames.filter(({ direction }) => direction === 'in').length);
  });

  it('filters by direction, message, id, text and trouble', async () => {
    harness = await startBackend();
    const { page } = harness;
    await page.call('boards.open', { board });
    await page.call('boards.arm', { board });
    const { frames: all } = await follow(page, {}, (seen) => seen.some(({ name }) => name === 'arm'));
    const [arm] = all.filter(({ name }) => name === 'arm');
    const { frames: out } = await follow(page, { direction: 'out', message: 'ARM' }, (seen) => seen.length > 0);
    expect(out).toEqual([arm]);
    const { frames: exchange } = await follow(page, { id: arm!.id }, (seen) => seen.length > 1);
    expect(exchange.map(({ direction }) => direction)).toEqual(['out', 'in']);
    const drive = {
      biasV: 0,
      amplitudeV: 99,
      pulseWidthS: 1e-9,
      settleS: 1e-6,
      readV: 0.1,
      readS: 1e-6,
      fieldAPerM: 0,
    };
    await expect(page.call('boards.setDrive', { board, drive })).rejects.toThrow(RangeError);
    await expect(page.call('console.watch' as never, { board, filter: { unheard: 1 } } as never)).rejects.toThrow();
  });

  it('shows a frame whole, and exports what matches as lines of JSON', async () => {
    harness = await startBackend();
    const { page } = harness;
    await page.call('boards.open', { board });
    const { frames } = await follow(page, { direction: 'in', message: 'hello' }, (seen) => seen.length > 0);
    const detail = await page.call('console.frame', { board, number: frames[0]!.number });
    expect(detail!.head).toMatchObject({ name: 'helloReply', direction: 'in' });
    expect(detail!.payload).toHaveLength(detail!.payloadBytes);
    expect(detail!.body['helloReply']).toMatchObject({ protocolMajor: 1 });
    let text = '';
    for await (const part of page.stream('console.export', { board, filter: { message: 'hello' } })) text += part;
    const lines = text
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one) as Record<string, unknown>);
    expect(lines.map(({ direction, name }) => [direction, name])).toEqual([
      ['out', 'hello'],
      ['in', 'helloReply'],
    ]);
    expect(lines[1]).toMatchObject({ payload: Buffer.from(detail!.payload).toString('hex') });
    expect(lines[1]!['time']).toMatch(/^\d{4}-.*Z$/);
    await page.call('console.clear', { board });
    expect(await page.call('console.frame', { board, number: 1 })).toBeNull();
  });
});
