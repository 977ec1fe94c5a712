import { createHash } from 'node:crypto';
import { mkdtemp, open, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { File as Hdf5File, ready, type Dataset, type Group } from 'h5wasm/node';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { readRun } from '../read-run.js';
import { RunWriter } from '../run-writer.js';
import { readRows } from '../tables/read-rows.js';
import { RunSurvey } from '../tables/run-survey.js';
import { estimateExport, exportRun } from './export-run.js';
import { STAND_IN_NOTICE } from './provenance.js';

let root: string;
let dir: string;
const ROWS = 5000;

/** A number that has no short form. */
const ohm = (i: number): number => 1234.5 + i / 3;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-export-'));
  dir = join(root, 'map');
  const run = await RunWriter.create({
    dir,
    experiment: 'resistance-map',
    params: { readV: 0.1, order: 'rows', pulseWidthS: 1e-9 },
    board: { uri: 'sim:typical?seed=1', kind: 'simulated', serial: 'SIM-1', limits: { rows: 4 } },
    versions: { spindrift: '9.9.9' },
    clock: new VirtualClock(),
  });
  for (let i = 0; i < ROWS; i++) {
    const values = {
      row: i,
      resistance_ohm: i === 3 ? NaN : ohm(i),
      good: i % 2 === 0,
      state: i === 1 ? 'a,"b"\nΩ' : 'parallel',
    };
    run.post({ type: 'row', table: 'map', values: i === 2 ? { ...values, extra_V: 0.5 } : values });
    if (i % 1000 === 0) await run.ready();
  }
  run.post({ type: 'row', table: 'faults', values: { row: 1, kind: 'short' } });
  await run.writeFile('grid.png', new Uint8Array([1, 2, 3]));
  await run.finish({
    status: 'finished',
    results: { meanOhm: 1250, medians: { p: 1, ap: 2 } },
    energy: { array: { modelled: { joules: 2, sigma: 0.1, components: {} } }, device: { modelled: { joules: 1 } } },
  });
});
afterAll(() => rm(root, { recursive: true }));

const out = (name: string): string => join(root, name);

describe('the survey of a log', () => {
  it('finds tables, columns with their types, and any row by its number', async () => {
    const survey = await RunSurvey.of(dir);
    expect(survey.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['map', ROWS],
      ['faults', 1],
    ]);
    expect(survey.tables[0]!.columns.map(({ name, type, absent }) => [name, type, absent])).toEqual([
      ['row', 'integer', 0],
      ['resistance_ohm', 'number', 0],
      ['good', 'boolean', 0],
      ['state', 'text', 0],
      ['extra_V', 'number', ROWS - 1],
    ]);
    expect(survey.counts).toEqual({ row: ROWS + 1, artifact: 1, end: 1 });
    expect(survey.pages).toHaveLength(3);
    for (const from of [0, 1, 2047, 2048, 4999]) {
      const rows = [];
      for await (const row of readRows(survey, 'map', { from, to: Math.min(ROWS, from + 2) })) rows.push(row['row']);
      expect(rows).toEqual([from, from + 1].filter((i) => i < ROWS));
    }
    expect(await survey.update()).toBe(false);
  });

  it('follows a log that grows, and leaves a torn end for later', async () => {
    const run = await RunWriter.create({
      dir: join(root, 'live'),
      experiment: 'test',
      params: {},
      clock: new VirtualClock(),
    });
    await run.append({ type: 'row', table: 't', values: { x: 1 } });
    const survey = await RunSurvey.of(run.dir);
    const log = await open(join(run.dir, 'events.jsonl'), 'a');
    await log.writeFile('{"seq":1,');
    expect([await survey.update(), survey.events, survey.damagedLines]).toEqual([false, 1, 0]);
    await log.writeFile('rubbish}\n');
    await log.close();
    await run.append({ type: 'row', table: 't', values: { x: 1.5, y: 2 } });
    expect([await survey.update(), survey.events, survey.damagedLines]).toEqual([true, 2, 1]);
    expect(survey.tables[0]).toMatchObject({ rows: 2, columns: [{ type: 'number' }, { name: 'y', absent: 1 }] });
    await run.finish({ status: 'aborted' });
  });
});

describe('an export', () => {
  it('as CSV has units in its header, every digit, and says that the data are simulated', async () => {
    const told: number[] = [];
    const outcome = await exportRun(
      dir,
      { format: 'csv', table: 'map' },
      { out: out('a.csv'), onProgress: (done) => told.push(done) },
    );
    const text = await readFile(outcome.path, 'utf8');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('Row,Resistance (Ω),Good,State,Extra (V),Source');
    const source = '"simulated board, not entropy"';
    expect(lines.slice(1, 5)).toEqual([
      `0,1234.5,true,parallel,,${source}`,
      `1,${ohm(1)},false,"a,""b""\nΩ",,${source}`,
      `2,${ohm(2)},true,parallel,0.5,${source}`,
      `3,NaN,false,parallel,,${source}`,
    ]);
    expect(lines).toHaveLength(ROWS + 2);
    expect(lines.slice(5, -1).every((line, i) => Number(line.split(',')[1]) === ohm(i + 4))).toBe(true);
    expect(outcome).toMatchObject({ what: 'table map, all 5000 rows', bytes: Buffer.byteLength(text) });
    expect(outcome.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(told.at(-1)).toBe(ROWS);
  });

  it('names its range, and estimates its size', async () => {
    const run = await readRun(dir);
    for (const format of ['csv', 'parquet', 'hdf5'] as const) {
      const plan = await estimateExport(run, { format, table: 'map', rows: { from: 1000 } });
      expect(plan).toMatchObject({ what: 'table map, rows 1000 to 4999 of 5000', total: 4000 });
      expect(plan.fileName).toMatch(/^map-map-rows-1000-4999\./);
      const { bytes } = await exportRun(
        dir,
        { format, table: 'map', rows: { from: 1000 } },
        { out: out(`range.${format}`) },
      );
      expect(plan.estimatedBytes / bytes).toBeGreaterThan(0.5);
      // What compresses well takes less.
      expect(plan.estimatedBytes / bytes).toBeLessThan(format === 'csv' ? 2 : 4);
    }
    await expect(estimateExport(run, { format: 'csv', table: 'map', rows: { from: 6000 } })).rejects.toThrow(
      RangeError,
    );
    await expect(estimateExport(run, { format: 'csv', table: 'map', rows: { from: 9, to: 3 } })).rejects.toThrow(
      RangeError,
    );
    await expect(estimateExport(run, { format: 'csv' })).rejects.toThrow('the run has several tables');
    await expect(estimateExport(run, { format: 'csv', table: 'none' })).rejects.toMatchObject({
      nextStep: 'Choose one of: map, faults.',
    });
    await expect(estimateExport(run, { format: 'png', figure: 'none' })).rejects.toThrow(
      'the run has no figure "none"',
    );
  });

  it('as Parquet reads back to the last bit, with units and provenance', async () => {
    const { path } = await exportRun(dir, { format: 'parquet', table: 'map' }, { out: out('a.parquet') });
    const bytes = Uint8Array.from(await readFile(path)).buffer;
    const rows = await parquetReadObjects({ file: bytes });
    expect(rows).toHaveLength(ROWS);
    expect(rows[1]).toEqual({ row: 1, resistance_ohm: ohm(1), good: false, state: 'a,"b"\nΩ', extra_V: null });
    expect(rows[2]!['extra_V']).toBe(0.5);
    expect(rows[3]!['resistance_ohm']).toBeNaN();
    expect(rows.slice(4).every((row, i) => row['resistance_ohm'] === ohm(i + 4) && row['row'] === i + 4)).toBe(true);
    const { key_value_metadata } = await parquetMetadataAsync(bytes);
    const said = JSON.parse(key_value_metadata!.find(({ key }) => key === 'spindrift')!.value!) as Record<
      string,
      unknown
    >;
    expect(said).toMatchObject({
      table: 'map',
      range: { from: 0, to: ROWS, of: ROWS },
      columns: { resistance_ohm: { unit: 'Ω', label: 'Resistance', type: 'number' } },
      boardKind: 'simulated',
      notice: STAND_IN_NOTICE,
      versions: { spindrift: '9.9.9' },
      params: { readV: 0.1 },
    });
  });

  it('as HDF5 has a group for each table, attributes for units, and energy that nobody added', async () => {
    const { path } = await exportRun(dir, { format: 'hdf5' }, { out: out('a.h5') });
    await ready;
    const file = new Hdf5File(path, 'r');
    try {
      const data = file.get('tables/map/resistance_ohm') as Dataset;
      expect(data.attrs['unit']!.value).toBe('Ω');
      const values = data.value as Float64Array;
      expect(values).toHaveLength(ROWS);
      expect(values[3]).toBeNaN();
      expect(values.slice(4).every((value, i) => value === ohm(i + 4))).toBe(true);
      expect((file.get('tables/map/row') as Dataset).value).toEqual(Int32Array.from({ length: ROWS }, (_, i) => i));
      expect(((file.get('tables/map/state') as Dataset).value as string[])[1]).toBe('a,"b"\nΩ');
      expect(((file.get('tables/map/good') as Dataset).value as Uint8Array).slice(0, 3)).toEqual(
        Uint8Array.of(1, 0, 1),
      );
      expect((file.get('tables/faults/kind') as Dataset).value).toEqual(['short']);
      expect(file.attrs['notice']!.value).toBe(STAND_IN_NOTICE);
      expect((file.get('params') as Group).attrs['pulseWidthS']!.value).toBe(1e-9);
      expect((file.get('params') as Group).attrs['pulseWidthS.unit']!.value).toBe('s');
      expect((file.get('board') as Group).attrs['serial']!.value).toBe('SIM-1');
      expect((file.get('energy') as Group).keys()).toEqual(['device', 'array']);
      expect((file.get('energy/array/modelled') as Group).attrs['joules']!.value).toBe(2);
      expect(JSON.parse(((file.get('result.json') as Dataset).value as string[])[0]!)).toMatchObject({
        status: 'finished',
      });
    } finally {
      file.close();
    }
  });

  it('never replaces a file unless told to, and leaves nothing behind when it is stopped', async () => {
    await writeFile(out('mine.csv'), 'mine');
    await expect(exportRun(dir, { format: 'csv', table: 'map' }, { out: out('mine.csv') })).rejects.toThrow(
      'exists already',
    );
    expect(await readFile(out('mine.csv'), 'utf8')).toBe('mine');
    await exportRun(dir, { format: 'csv', table: 'faults' }, { out: out('mine.csv'), force: true });
    expect(await readFile(out('mine.csv'), 'utf8')).toContain('short');
    const before = await readdir(root);
    for (const format of ['csv', 'parquet', 'hdf5', 'spin'] as const) {
      const stop = new AbortController();
      const onProgress = (done: number): void => {
        if (done > 0) stop.abort(new Error('enough'));
      };
      const request = { format, ...(format === 'hdf5' || format === 'spin' ? {} : { table: 'map' }) };
      await expect(
        exportRun(dir, request, { out: out(`stopped.${format}`), signal: stop.signal, onProgress }),
      ).rejects.toThrow('enough');
    }
    expect(await readdir(root)).toEqual(before);
    await expect(exportRun(dir, { format: 'csv', table: 'map' }, { out: join(root, 'no', 'x.csv') })).rejects.toThrow(
      'cannot write',
    );
  });
});
