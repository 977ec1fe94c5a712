import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { readRun, RunWriter } from '../../../lab/runs/index.js';
import { UPLOAD_PIECE, type ExportNews, type RunDetails } from '../../rpc/api/runs.js';
import { readUntil, SMALL_BOARD, startBackend, type BackendHarness } from '../testing/backend-harness.js';

let harness: BackendHarness;
const clock = new VirtualClock();
beforeAll(async () => {
  harness = await startBackend();
  for (const name of ['one', 'two']) {
    const board = { uri: 'sim:ideal', kind: 'simulated', name: 'Sim' };
    const options = {
      dir: join(harness.runsDir, name),
      experiment: 'resistance-map',
      params: { readVoltage: 0.1 },
      board,
      clock,
    };
    const run = await RunWriter.create(options);
    for (let i = 0; i < 300; i++) {
      run.post({ type: 'row', table: 'resistance', values: { row: i, col: 0, resistance_ohm: 1000 + i / 3 } });
      clock.advance(0.01);
    }
    await run.writeFile('report.html', '<h1>r</h1>');
    await run.finish({ status: 'finished', results: { meanOhm: 5 }, energy: null });
  }
});
afterAll(() => harness.dispose());

const details = (run: string, enough: (item: RunDetails) => boolean = () => true): Promise<RunDetails> =>
  readUntil(harness.page.stream('runs.follow', { run }), enough);

async function bytesOf(
  stream: AsyncIterable<ExportNews>,
): Promise<{ bytes: Buffer; done: Extract<ExportNews, { type: 'done' }> }> {
  const parts: Uint8Array[] = [];
  for await (const news of stream) {
    if (news.type === 'bytes') parts.push(news.bytes);
    if (news.type === 'done') return { bytes: Buffer.concat(parts), done: news };
  }
  throw new Error('the export ended before');
}

it('lists runs by a query, tells what is wrong with one, and tells details with units', async () => {
  const { page } = harness;
  const list = await readUntil(page.stream('runs.watch', { query: 'experiment:resistance' }), () => true);
  expect(list).toMatchObject({ total: 2, root: harness.runsDir, problems: [] });
  expect(list.runs.map(({ name, boardKind }) => [name, boardKind])).toEqual([
    ['two', 'simulated'],
    ['one', 'simulated'],
  ]);
  await expect(readUntil(page.stream('runs.watch', { query: 'state:odd' }), () => true)).rejects.toThrow(
    'allowed are running',
  );
  const one = await details('one');
  expect(one).toMatchObject({
    known: true,
    whole: true,
    results: [{ name: 'meanOhm', value: 5, unit: 'Ω' }],
    tables: [{ name: 'resistance', rows: 300 }],
    files: [
      { name: 'events.jsonl' },
      { name: 'manifest.json' },
      { name: 'report.html', bytes: 10 },
      { name: 'result.json' },
    ],
  });
  expect(one.notice).toContain('not entropy');
  expect(one.tables[0]!.columns[2]).toMatchObject({ header: 'Resistance (Ω)', type: 'number' });
  expect(one.spanS).toBeCloseTo(3, 6);
  await expect(details('none')).rejects.toThrow('there is no run "none"');
  await expect(details('..')).rejects.toThrow('there is no run');
  await expect(harness.page.call('runs.rows', { run: '../x', table: 't', from: 0, count: 1 })).rejects.toThrow(
    RangeError,
  );
});

it('gives rows, figures and files, and no file outside', async () => {
  const { page } = harness;
  expect(await page.call('runs.rows', { run: 'one', table: 'resistance', from: 298, count: 9 })).toEqual({
    from: 298,
    rows: [
      [298, 0, 1000 + 298 / 3],
      [299, 0, 1000 + 299 / 3],
    ],
  });
  const { figures } = await details('one');
  const view = figures.find(({ from }) => from === 'view');
  if (view !== undefined)
    expect(await page.call('runs.figure', { run: 'one', figure: view.name })).toMatchObject({ title: view.title });
  const report: Uint8Array[] = [];
  for await (const piece of page.stream('runs.file', { run: 'one', name: 'report.html' })) report.push(piece);
  expect(Buffer.concat(report).toString()).toBe('<h1>r</h1>');
  for (const name of ['../two/manifest.json', '/etc/passwd', 'none', 'a/../../two/result.json'])
    await expect(readUntil(page.stream('runs.file', { run: 'one', name }), () => true)).rejects.toThrow(
      'the run has no file',
    );
});

it('annotates, and tells it to who looks', async () => {
  const { page } = harness;
  const seen = details('one', ({ title }) => title === 'First');
  const listed = readUntil(page.stream('runs.watch', { query: 'tag:keep' }), ({ runs }) => runs.length === 1);
  await details('one');
  expect(
    await page.call('runs.annotate', { run: 'one', change: { title: 'First', tags: ['keep'] }, revision: 0 }),
  ).toMatchObject({ revision: 1 });
  expect((await seen).tags).toEqual(['keep']);
  expect((await listed).runs[0]!.name).toBe('one');
  await expect(page.call('runs.annotate', { run: 'one', change: { star: true }, revision: 0 })).rejects.toThrow(
    'changed elsewhere',
  );
  await expect(page.call('runs.annotate', { run: 'one', change: { tags: ['a b'] } })).rejects.toThrow(
    'a tag is a word',
  );
});

it('compares, estimates, exports to the page and beside the run', async () => {
  const { page } = harness;
  expect(await page.call('runs.compare', { runs: ['one', 'two'] })).toMatchObject({
    results: [{ name: 'meanOhm', same: true }],
  });
  const request = { format: 'csv', table: 'resistance', rows: { from: 10, to: 12 } } as const;
  expect(await page.call('runs.estimate', { run: 'one', request })).toMatchObject({
    what: 'table resistance, rows 10 to 11 of 300',
  });
  const { bytes, done } = await bytesOf(page.stream('runs.export', { run: 'one', request, to: 'page' }));
  expect(bytes.toString().split('\r\n')[1]).toBe(`10,0,${1000 + 10 / 3},"simulated board, not entropy"`);
  expect(done).toMatchObject({ fileName: 'one-resistance-rows-10-11.csv', outcome: { bytes: bytes.length } });
  const beside = await bytesOf(
    page.stream('runs.export', { run: 'one', request: { format: 'parquet' }, to: 'folder' }),
  );
  expect(beside.bytes).toHaveLength(0);
  expect((await readFile(join(harness.runsDir, 'one', 'exports', 'one-resistance.parquet'))).length).toBe(
    beside.done.outcome.bytes,
  );
  await expect(
    bytesOf(page.stream('runs.export', { run: 'one', request: { format: 'parquet' }, to: 'folder' })),
  ).rejects.toThrow('exists already');
  await rm(join(harness.runsDir, 'one', 'exports'), { recursive: true });
});

it('takes a .spin file in pieces and imports it once it is whole', async () => {
  const { page } = harness;
  const { bytes } = await bytesOf(page.stream('runs.export', { run: 'two', request: { format: 'spin' }, to: 'page' }));
  const send = async (file: Buffer): Promise<string> => {
    const upload = await page.call('runs.upload', { bytes: file.length });
    for (let offset = 0; offset < file.length; offset += UPLOAD_PIECE)
      await page.call('runs.uploadPiece', {
        upload,
        offset,
        bytes: Uint8Array.from(file.subarray(offset, offset + UPLOAD_PIECE)),
      });
    return upload;
  };
  expect(await page.call('runs.import', { upload: await send(bytes), name: 'copy' })).toMatchObject({
    experiment: 'resistance-map',
  });
  expect(await readRun(join(harness.runsDir, 'copy'))).toMatchObject({ state: 'finished' });
  const damaged = Buffer.from(bytes);
  damaged.fill(0, 100, 200);
  const upload = await send(damaged);
  await expect(page.call('runs.import', { upload, name: 'bad' })).rejects.toThrow(/damaged|larger|shorter/);
  await expect(page.call('runs.import', { upload, name: 'bad' })).rejects.toThrow('this upload has ended');
  const begun = await page.call('runs.upload', { bytes: 10 });
  await expect(page.call('runs.uploadPiece', { upload: begun, offset: 5, bytes: new Uint8Array(1) })).rejects.toThrow(
    'offset must be 0',
  );
  await expect(page.call('runs.import', { upload: begun, name: 'x' })).rejects.toThrow(
    '10 bytes of the file are missing',
  );
});

it('deletes and restores, recovers, and tells of folders that cannot be read', async () => {
  const { page } = harness;
  const { token } = await page.call('runs.delete', { run: 'copy' });
  expect((await page.call('runs.trash', {})).map(({ name }) => name)).toEqual(['copy']);
  await expect(details('copy')).rejects.toThrow('there is no run');
  expect(await page.call('runs.restore', { token })).toBe('copy');
  const manifest = JSON.parse(await readFile(join(harness.runsDir, 'copy', 'manifest.json'), 'utf8')) as object;
  await writeFile(
    join(harness.runsDir, 'copy', 'manifest.json'),
    JSON.stringify({ ...manifest, process: { pid: process.pid, startTicks: '1' } }),
  );
  await rm(join(harness.runsDir, 'copy', 'result.json'));
  expect(await details('copy')).toMatchObject({ state: 'interrupted', whole: false });
  expect(await page.call('runs.recover', { run: 'copy' })).toMatchObject({ recovered: true });
  expect(await details('copy')).toMatchObject({ state: 'interrupted', whole: true });
  await writeFile(join(harness.runsDir, 'copy', 'manifest.json'), '{');
  const list = await readUntil(page.stream('runs.watch', {}), ({ problems }) => problems.length > 0);
  expect(list.problems).toEqual([{ name: 'copy', message: expect.stringContaining('is damaged') as string }]);
  await expect(details('copy')).rejects.toThrow('is damaged: it is not JSON');
});

it('replays from anywhere', async () => {
  const seen: number[] = [];
  let atS = 0;
  for await (const news of harness.page.stream('runs.replay', { run: 'one', speed: 0, fromS: 2 })) {
    seen.push(...news.events.map(({ seq }) => seq));
    atS = news.atS;
  }
  expect([seen[0], seen.length]).toEqual([200, 102]);
  expect(atS).toBeCloseTo(3, 6);
});

it('shows a run that goes on, and how it grows', async () => {
  const { page } = harness;
  const started = await page.call('experiments.start', {
    board: SMALL_BOARD,
    experiment: 'resistance-map',
    params: {},
    name: 'live',
  });
  expect(started.state).toBe('running');
  const ended = await details('live', ({ state, whole }) => state !== 'running' && whole);
  expect(ended).toMatchObject({ state: 'finished', known: true });
  expect(ended.tables.length).toBeGreaterThan(0);
  expect(ended.figures.some(({ from }) => from === 'view')).toBe(true);
  const view = ended.figures.find(({ from }) => from === 'view')!;
  expect(await page.call('runs.figure', { run: 'live', figure: view.name })).toHaveProperty('kind');
  const { params } = ended;
  expect(params.find(({ unit }) => unit === 'V')).toMatchObject({ isDefault: true });
});
