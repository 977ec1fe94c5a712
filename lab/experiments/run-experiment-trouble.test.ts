import { readdir, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { abortError, BoardLostError, DataError, FileError, HardwareError } from '../../base/index.js';
import { listRuns, readRun } from '../runs/index.js';
import { EngineHarness, probe, row } from './testing/engine-harness.js';

let harness: EngineHarness;
beforeEach(async () => {
  harness = await EngineHarness.create();
});
afterEach(() => harness.dispose());

describe('a run that does not', () => {
  it('keeps everything when the experiment fails', async () => {
    let cleaned = false;
    const outcome = await harness.start(
      probe(async function* () {
        try {
          yield row(0);
          throw new DataError('the map makes no sense');
        } finally {
          cleaned = true;
        }
      }),
    );
    expect(outcome).toMatchObject({ status: 'failed', safe: true, error: { code: 'DATA' } });
    expect(cleaned).toBe(true);
    expect(harness.fake.calls).toContain('makeSafe');
    const run = await readRun(outcome.run.dir);
    expect(run.result).toMatchObject({
      status: 'failed',
      error: { name: 'DataError', code: 'DATA', message: 'the map makes no sense' },
    });
    expect(run.result?.energy).not.toBeNull();
    expect(await harness.stored('row')).toHaveLength(1);
  });

  it('says what fault made the board cancel its calls, and what to do', async () => {
    const outcome = await harness.start(
      probe(async function* () {
        yield row(0);
        harness.fake.report('over-current');
        throw abortError('setConfig was cancelled by the board');
      }),
    );
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { code: 'HARDWARE', message: 'the board stopped the run: fault over-current (test)' },
    });
    const end = harness.events.filter(({ type }) => type === 'status').at(-1);
    expect(end).toMatchObject({ status: 'failed', nextStep: expect.stringContaining('clear the fault') as string });
    expect((await readRun(outcome.run.dir)).result?.error).toHaveProperty('nextStep');
  });

  it('stops when it is asked to, and lets the experiment clean up', async () => {
    const controller = new AbortController();
    let cleaned = false;
    const outcome = await harness.start(
      probe(async function* ({ signal }) {
        try {
          yield row(0);
          controller.abort();
          expect(signal.aborted).toBe(true);
          await harness.clock.sleep(1000, signal);
          yield row(1);
        } finally {
          cleaned = true;
        }
      }),
      { signal: controller.signal },
    );
    expect(outcome).toMatchObject({ status: 'aborted', safe: true, error: { name: 'AbortError' } });
    expect(cleaned).toBe(true);
    expect((await readRun(outcome.run.dir)).state).toBe('aborted');
    expect(await harness.stored('row')).toHaveLength(1);
  });

  it('is aborted also when the experiment leaves quietly', async () => {
    const controller = new AbortController();
    const outcome = await harness.start(
      probe(async function* () {
        yield row(0);
        controller.abort('enough');
      }),
      { signal: controller.signal },
    );
    expect(outcome).toMatchObject({ status: 'aborted', error: { name: 'AbortError' } });
  });

  it('leaves a deaf experiment behind after a grace, the array safe', async () => {
    const controller = new AbortController();
    const running = harness.start(
      probe(async function* () {
        yield row(0);
        controller.abort();
        await new Promise(() => undefined);
      }),
      { signal: controller.signal },
    );
    const patience = setInterval(() => harness.clock.advance(1), 5);
    const outcome = await running;
    clearInterval(patience);
    expect(outcome).toMatchObject({ status: 'aborted', safe: true });
    expect((await harness.stored('log')).map(({ text }) => text)).toContain(
      'the experiment did not stop within 5 s and was left behind',
    );
  });

  it('fails with BOARD_LOST when the board goes, the folder whole', async () => {
    const outcome = await harness.start(
      probe(async function* ({ board, signal }) {
        yield row(0);
        yield { type: 'result', values: { partial: true } };
        harness.fake.lose(new Error('socket closed'));
        yield row(1);
        await board.readMap({ signal });
      }),
    );
    expect(outcome.error).toBeInstanceOf(BoardLostError);
    expect(outcome).toMatchObject({
      status: 'failed',
      safe: false,
      results: { partial: true },
      error: { code: 'BOARD_LOST' },
    });
    expect(harness.fake.calls).not.toContain('makeSafe');
    const run = await readRun(outcome.run.dir);
    expect(run.result).toMatchObject({ status: 'failed', results: { partial: true }, error: { code: 'BOARD_LOST' } });
    expect(run.result?.energy).not.toBeNull();
    expect((await harness.stored('row')).length).toBeGreaterThanOrEqual(1);
    expect(await harness.stored('safety')).toMatchObject([{ safe: false }]);
  });

  it('fails with BOARD_LOST when the board is gone before it begins', async () => {
    harness.fake.lose();
    const outcome = await harness.start(
      probe(async function* () {
        yield row(0);
      }),
    );
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'BOARD_LOST' } });
    expect((await readRun(outcome.run.dir)).state).toBe('failed');
  });

  it('says loudly when the board does not confirm that it is safe', async () => {
    harness.fake.onMakeSafe = () => Promise.reject(new HardwareError('the row switches do not answer'));
    const outcome = await harness.start(
      probe(async function* () {
        yield { type: 'result', values: { fine: true } };
      }),
    );
    expect(outcome).toMatchObject({
      status: 'failed',
      safe: false,
      results: { fine: true },
      error: { code: 'HARDWARE' },
    });
    expect(outcome.error?.message).toContain(
      'has not confirmed that its array is safe: the row switches do not answer',
    );
  });

  it('does not wait for a silent board for ever', async () => {
    harness.fake.onMakeSafe = () => new Promise(() => undefined);
    const running = harness.start(
      probe(async function* () {
        yield row(0);
      }),
    );
    const patience = setInterval(() => harness.clock.advance(1), 5);
    const outcome = await running;
    clearInterval(patience);
    expect(outcome).toMatchObject({ status: 'failed', safe: false });
  });

  it('stops when the folder can no longer be written', async () => {
    const outcome = await harness.start(
      probe(async function* (ctx) {
        yield row(0);
        await ctx.run.writeFile('images', 'in the way');
        yield { type: 'image', name: 'x', width: 1, height: 1, data: new Uint8Array(1) };
        yield row(1);
      }),
    );
    expect(outcome.error).toBeInstanceOf(FileError);
    expect(outcome).toMatchObject({ status: 'failed', safe: true });
    expect(await harness.stored('row')).toHaveLength(1);
  });

  it('notes what the board reports of itself', async () => {
    await harness.start(
      probe(async function* () {
        harness.fake.report('over-temperature');
        yield row(0);
      }),
    );
    expect(await harness.stored('fault')).toMatchObject([{ fault: { code: 'over-temperature' } }]);
  });
});

describe('before anything is done', () => {
  const nothing = probe(async function* () {
    yield row(0);
  });

  it('wrong parameters leave no trace', async () => {
    await expect(harness.start(nothing, { params: { n: 11 } })).rejects.toThrow(
      new RangeError('parameter n must be an integer from 1 to 10, got 11'),
    );
    await expect(harness.start(nothing, { params: { n: '3' } })).rejects.toThrow(TypeError);
    expect((await listRuns(harness.root)).runs).toEqual([]);
    expect(harness.fake.calls).toEqual([]);
  });

  it('a folder that cannot be used leaves the board alone', async () => {
    await writeFile(harness.runDir, 'x');
    await expect(harness.start(nothing)).rejects.toThrow(FileError);
    expect(harness.fake.calls).toEqual([]);
  });

  it('a signal that has fired already stops it', async () => {
    await expect(harness.start(nothing, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(harness.root)).toEqual([]);
  });
});
