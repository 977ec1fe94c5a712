import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TapRecord } from '../../lab/entropy/index.js';
import { readRun } from '../../lab/runs/index.js';
import type { AssessmentEntry, TapStatus } from '../rpc/api/index.js';
import { readUntil, startBackend, type BackendHarness } from './testing/backend-harness.js';

const BOARD = 'sim:typical?seed=5&rows=8&cols=64';
const self = { from: 'self', bits: 100_000 } as const;
const claim = { from: 'claim', minEntropy: 0.8 } as const;

let harness: BackendHarness;
beforeEach(async () => {
  harness = await startBackend();
});
afterEach(() => harness.dispose());

const status = (board: string, enough: (status: TapStatus) => boolean): Promise<TapStatus> =>
  readUntil(
    harness.page.stream('entropy.status', { board }),
    (seen) => seen !== null && enough(seen),
  ) as Promise<TapStatus>;
const assessment = (enough: (entry: AssessmentEntry) => boolean): Promise<AssessmentEntry> =>
  readUntil(harness.page.stream('entropy.assessments', {}), (all) => all.some(enough)).then((all) => all.find(enough)!);

/** Collects raw bits and waits for the file. */
async function collect(capture: string, bytes: number): Promise<void> {
  await harness.page.call('entropy.collect', {
    board: BOARD,
    mode: 'raw',
    assessment: claim,
    rawBitsPerS: null,
    bytes,
    capture,
  });
  await status(BOARD, ({ ended }) => ended !== null);
}

describe('a tap', () => {
  it('assesses its first bits, opens after its start-up test, and counts what passes each stage', async () => {
    const { page } = harness;
    expect(await readUntil(page.stream('entropy.status', { board: BOARD }), () => true)).toBeNull();
    const opened = await page.call('entropy.open', {
      board: BOARD,
      mode: 'drbg',
      allowSimulated: true,
      assessment: self,
      rawBitsPerS: null,
      tests: 'approved',
    });
    expect(opened).toMatchObject({ tap: 1, kind: 'simulated', notEntropy: true, collecting: null });
    const open = await status(BOARD, ({ counters }) => counters.outputBytes > 0);
    expect(open).toMatchObject({ phase: 'running', state: 'open', conditioner: 'sha-256', drbg: 'ctr', error: null });
    expect(open.assessment!.origin).toBe('self-assessment of 100000 raw bits');
    // A stand-in is credited nothing.
    expect(open.counters).toMatchObject({ creditedBits: 0, startups: 1 });
    expect(open.counters.reseeds).toBeGreaterThan(0);
    expect(open.tests.map(({ test }) => test)).toEqual(['repetitionCount', 'adaptiveProportion', 'board']);
    const [repetition, proportion] = open.tests;
    expect(repetition!.cutoff).toBe(1 + Math.ceil(40 / open.assessment!.minEntropy));
    expect(proportion).toMatchObject({ window: 1024, failures: 0, last: null });
    expect(proportion!.windows).toBe(Math.floor(open.counters.rawBits / 1024));
    await page.call('entropy.test', { board: BOARD });
    await status(BOARD, ({ counters, state }) => counters.onDemandTests === 1 && state === 'open');
    await page.call('entropy.stop', { board: BOARD });
    const ended = await status(BOARD, ({ phase }) => phase === 'stopped');
    expect(ended).toMatchObject({ error: null, rawBitsPerS: 0 });
    await expect(page.call('entropy.test', { board: BOARD })).rejects.toThrow('no tap on this board');
    // The array is free again, and safe.
    await page.call('boards.arm', { board: BOARD });
  });

  it('raises an alarm when a fault strikes, and latches', async () => {
    const board = 'sim:typical?seed=5&rows=8&cols=64&fault=stuck-row:3@300000';
    await harness.page.call('entropy.open', {
      board,
      mode: 'conditioned',
      allowSimulated: true,
      assessment: self,
      rawBitsPerS: null,
    });
    const failed = await status(board, ({ phase }) => phase === 'failed');
    expect(failed.state).toBe('failed');
    expect(failed.error!.message).toMatch(/closed for good/);
    expect(failed.error!.nextStep).toBeTruthy();
    expect(failed.changes.at(-1)).toMatchObject({ state: 'failed' });
    const latched = failed.alarms.find(({ severity }) => severity === 'permanent')!;
    // The fault counts from the board's first bit, the tests from the end of the self-assessment, which is that of a block.
    expect(latched.index).toBeGreaterThan(150_000);
    const row = failed.tests.find(({ test }) => test === latched.test)!;
    expect(row.failures).toBeGreaterThan(0);
    expect(row.last!.time).toMatch(/^\d{4}-/);
  });

  it('is refused where simulated bits would be credited, for a mere claim, and while somebody else uses the board', async () => {
    const { page } = harness;
    await expect(page.call('entropy.open', { board: BOARD, mode: 'drbg', assessment: self })).rejects.toMatchObject({
      code: 'NOT_ENTROPY',
    });
    await expect(
      page.call('entropy.open', { board: BOARD, mode: 'conditioned', allowSimulated: true, assessment: claim }),
    ).rejects.toThrow('a mere claim');
    await page.call('entropy.open', { board: BOARD, mode: 'raw', assessment: claim });
    await expect(page.call('entropy.open', { board: BOARD, mode: 'raw', assessment: claim })).rejects.toMatchObject({
      code: 'BOARD_BUSY',
    });
  });

  it('holds the board back to a rate', async () => {
    await harness.page.call('entropy.open', { board: BOARD, mode: 'raw', assessment: claim, rawBitsPerS: 1000 });
    const seen = await status(BOARD, ({ counters }) => counters.rawBits > 0);
    // The first block passes at once, and owes the time of the others.
    expect(seen.counters.rawBits).toBeLessThan(300_000);
    await harness.page.call('entropy.stop', { board: BOARD });
  });
});

describe('files of bits', () => {
  it('after restarts are collected while nobody looks, with progress at the board, and leave nothing when they are stopped', async () => {
    const { page, runsDir } = harness;
    const leaver = harness.connect();
    expect(await leaver.call('entropy.restarts', { board: BOARD, capture: 'r.bin' })).toMatchObject({
      done: 0,
      total: 1000,
    });
    leaver.close();
    const used = await readUntil(page.stream('boards.watch', {}), (boards) =>
      boards.some(({ listing, use }) => listing.uri === BOARD && use?.progress !== undefined),
    );
    expect(used.find(({ listing }) => listing.uri === BOARD)!.use).toMatchObject({
      what: 'entropy',
      title: 'collecting r.bin',
      capture: 'r.bin',
      progress: { total: 1000 },
    });
    await expect(page.call('entropy.restarts', { board: BOARD })).rejects.toMatchObject({ code: 'BOARD_BUSY' });
    await page.call('entropy.stop', { board: BOARD });
    const follow = () => page.stream('entropy.restartsStatus', { board: BOARD });
    expect(await readUntil(follow(), (one) => one?.state !== 'running')).toMatchObject({ state: 'stopped' });
    expect(await readdir(join(runsDir, 'captures'))).toEqual([]);
    await page.call('entropy.restarts', { board: BOARD, capture: 'r.bin' });
    expect(await readUntil(follow(), (one) => one?.state !== 'running')).toMatchObject({
      state: 'finished',
      done: 1000,
    });
    const [entry] = await readUntil(page.stream('entropy.captures', {}), (all) => all.length === 1);
    expect(entry).toMatchObject({ capture: 'r.bin', bytes: 125_000, mode: 'restarts', notEntropy: true });
  });

  it('are collected with a record, listed, and deleted', async () => {
    const { page, runsDir } = harness;
    await collect('a.bin', 5000);
    const record = JSON.parse(await readFile(join(runsDir, 'captures/a.bin.json'), 'utf8')) as TapRecord;
    expect(record).toMatchObject({
      format: 'spindrift-bits',
      status: 'finished',
      bytes: 5000,
      notEntropy: true,
      mode: 'raw',
    });
    expect(record.tap.assessment!.origin).toBe('a mere claim of 0.8 bit a bit');
    const [entry] = await readUntil(page.stream('entropy.captures', {}), (all) => all.length === 1);
    expect(entry).toMatchObject({ capture: 'a.bin', bytes: 5000, status: 'finished', notEntropy: true, alarms: 0 });
    await page.call('entropy.removeCapture', { capture: 'a.bin' });
    await readUntil(page.stream('entropy.captures', {}), (all) => all.length === 0);
    await expect(page.call('entropy.removeCapture', { capture: '../x' })).rejects.toThrow();
  });

  it('of a writer that was killed are there with every byte, and can be assessed', async () => {
    const { page, runsDir } = harness;
    await mkdir(join(runsDir, 'captures'), { recursive: true });
    await writeFile(
      join(runsDir, 'captures/k.bin.part'),
      new Uint8Array(999).map((_, k) => k * k * 7),
    );
    await writeFile(
      join(runsDir, 'captures/k.bin.part.json'),
      JSON.stringify({ format: 'spindrift-bits', status: 'writing', mode: 'raw', notEntropy: true, bytes: 0 }),
    );
    const [entry] = await readUntil(page.stream('entropy.captures', {}), (all) => all.length === 1);
    expect(entry).toMatchObject({ capture: 'k.bin', bytes: 999, status: 'killed' });
    const { id } = await page.call('entropy.assess', { capture: 'k.bin', battery: 'ent' });
    expect(await assessment((one) => one.id === id && one.state === 'finished')).toMatchObject({ battery: 'ent' });
  });

  it('keep what was collected when the collection is stopped', async () => {
    const { page } = harness;
    await page.call('entropy.collect', {
      board: BOARD,
      mode: 'raw',
      assessment: claim,
      rawBitsPerS: 1e6,
      bytes: 1e9,
      capture: 'long.bin',
    });
    await status(BOARD, ({ collecting }) => (collecting?.bytes ?? 0) > 0);
    const writing = await readUntil(page.stream('entropy.captures', {}), (all) => all.length === 1);
    expect(writing[0]).toMatchObject({ status: 'writing' });
    await page.call('entropy.stop', { board: BOARD });
    const [entry] = await readUntil(page.stream('entropy.captures', {}), ([one]) => one?.status !== 'writing');
    expect(entry).toMatchObject({ status: 'interrupted' });
    expect(entry!.bytes).toBeGreaterThan(0);
  });
});

describe('an assessment', () => {
  it('is stored as a run, with its result for tap and page', async () => {
    const { page, runsDir } = harness;
    await collect('bits.bin', 12_500);
    const begun = await page.call('entropy.assess', { capture: 'bits.bin', battery: 'non-iid' });
    const done = await assessment(({ id, state }) => id === begun.id && state === 'finished');
    expect(done).toMatchObject({
      battery: 'non-iid',
      capture: 'bits.bin',
      notEntropy: true,
      board: { kind: 'simulated' },
    });
    expect(done.summary!.minEntropy).toBeGreaterThan(0.5);
    const result = await page.call('entropy.result', { id: begun.id });
    expect(result).toMatchObject({
      battery: 'non-iid',
      found: { samples: 100_000, minEntropy: done.summary!.minEntropy },
    });
    const run = await readRun(join(runsDir, begun.id));
    expect(run.result).toMatchObject({ status: 'finished', artifacts: [{ name: 'assessment.json' }] });
    // A tap may rely on it.
    await page.call('entropy.open', {
      board: BOARD,
      mode: 'conditioned',
      allowSimulated: true,
      assessment: { from: 'stored', id: begun.id },
    });
    const tap = await status(BOARD, ({ assessment: used }) => used !== null);
    expect(tap.assessment).toMatchObject({ minEntropy: done.summary!.minEntropy, origin: begun.id });
  });

  it('waits for those before it, can be cancelled, and the history survives the backend', async () => {
    const { page, runsDir } = harness;
    await collect('bits.bin', 2000);
    const long = await page.call('entropy.assess', { capture: 'bits.bin', battery: 'iid' });
    const next = await page.call('entropy.assess', { capture: 'bits.bin', battery: 'bits' });
    expect(next.state).toBe('waiting');
    await assessment(({ id, progress }) => id === long.id && progress !== undefined);
    await page.call('entropy.cancel', { id: long.id });
    expect(await assessment(({ id }) => id === long.id)).toMatchObject({ state: 'aborted', summary: null });
    await assessment(({ id, state }) => id === next.id && state === 'finished');
    const again = await startBackend({ runsDir });
    try {
      const seen = await readUntil(again.page.stream('entropy.assessments', {}), () => true);
      expect(seen.map(({ battery, state }) => `${battery} ${state}`).sort()).toEqual(['bits finished', 'iid aborted']);
    } finally {
      await again.dispose();
    }
  });

  it('says what does not fit', async () => {
    const { page, runsDir } = harness;
    await expect(page.call('entropy.assess', { capture: 'none.bin', battery: 'ent' })).rejects.toThrow(
      'does not exist',
    );
    await collect('bits.bin', 200);
    const { id } = await page.call('entropy.assess', { capture: 'bits.bin', battery: 'restart' });
    const failed = await assessment((one) => one.id === id && one.state === 'failed');
    expect(failed.error!.message).toMatch(/restart test takes 1000000/);
    expect(failed.error!.nextStep).toBeTruthy();
    expect((await readdir(join(runsDir, id))).sort()).toEqual(['events.jsonl', 'manifest.json', 'result.json']);
    await expect(page.call('entropy.result', { id: '../secret' })).rejects.toThrow(RangeError);
  });

  it('tells what conditioning is worth', async () => {
    const sizes = { nIn: 512, nOut: 256, nw: 256 };
    expect(await harness.page.call('entropy.conditioning', { ...sizes, hIn: 320 })).toMatchObject({
      hOut: 256,
      fullEntropy: true,
    });
  });
});
