import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataError, StateError, VirtualClock } from '../../../base/index.js';
import { readRun } from '../read-run.js';
import { RunWriter } from '../run-writer.js';
import { exportRun } from './export-run.js';
import { importSpin } from './import-spin.js';
import { STAND_IN_NOTICE } from './provenance.js';
import type { SpinList } from './spin-format.js';

let root: string;
let dir: string;
let spin: string;
let good: Record<string, Uint8Array>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-spin-'));
  dir = join(root, 'one');
  const board = { uri: 'sim:ideal', kind: 'simulated' };
  const run = await RunWriter.create({ dir, experiment: 'test', params: {}, board, clock: new VirtualClock() });
  for (let i = 0; i < 3000; i++) run.post({ type: 'row', table: 't', values: { i } });
  // Bytes that look like parts of a zip must not confuse a reader.
  await run.writeFile('images/odd.png', Uint8Array.of(0x50, 0x4b, 7, 8, 0x50, 0x4b, 3, 4, 0x50, 0x4b, 1, 2));
  await run.writeFile('empty.txt', '');
  await run.finish({ status: 'finished' });
  spin = join(root, 'one.spin');
  await exportRun(dir, { format: 'spin' }, { out: spin });
  good = unzipSync(await readFile(spin));
});
afterAll(() => rm(root, { recursive: true }));

const contents = (): SpinList => JSON.parse(Buffer.from(good['spin.json']!).toString()) as SpinList;

it('packs a run with checksums, the same bytes each time, and imports it whole', async () => {
  expect(contents()).toMatchObject({ boardKind: 'simulated', notice: STAND_IN_NOTICE, experiment: 'test' });
  const again = join(root, 'again.spin');
  await exportRun(dir, { format: 'spin' }, { out: again });
  expect((await readFile(again)).equals(await readFile(spin))).toBe(true);
  const told: number[] = [];
  const imported = await importSpin(spin, { root, name: 'copy', onProgress: (done, total) => told.push(done / total) });
  expect(imported).toMatchObject({ dir: join(root, 'copy'), files: 5, boardKind: 'simulated' });
  expect(told.at(-1)).toBe(1);
  for (const { name } of contents().files) {
    expect((await readFile(join(root, 'copy', name))).equals(await readFile(join(dir, name)))).toBe(true);
  }
  const [before, after] = [await readRun(dir), await readRun(imported.dir)];
  expect([after.manifest, after.result]).toEqual([before.manifest, before.result]);
  await expect(importSpin(spin, { root, name: 'copy' })).rejects.toThrow('exists already');
});

it('imports a file that a browser has named, under a plain name', async () => {
  const second = join(root, 'one more (1).spin');
  await copyFile(spin, second);
  expect((await importSpin(second, { root })).dir).toBe(join(root, 'one-more-1'));
});

it('does not pack a run that goes on', async () => {
  const run = await RunWriter.create({
    dir: join(root, 'live'),
    experiment: 'test',
    params: {},
    clock: new VirtualClock(),
  });
  await expect(exportRun(run.dir, { format: 'spin' }, { out: join(root, 'x.spin') })).rejects.toThrow(StateError);
  await run.finish({ status: 'aborted' });
});

/** A container with changed contents. */
async function forged(files: Zippable): Promise<string> {
  const path = join(root, 'forged.spin');
  await writeFile(path, zipSync(files));
  return path;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const listed = (change: (list: { -readonly [K in keyof SpinList]: SpinList[K] }) => void): Uint8Array => {
  const list = contents();
  change(list);
  return encode(JSON.stringify(list));
};

const attacks: [string, () => Zippable, RegExp][] = [
  ['a path out of the folder', () => ({ ...good, '../evil.txt': encode('x') }), /would leave the run's folder/],
  ['an absolute path', () => ({ ...good, '/etc/evil': encode('x') }), /would leave the run's folder/],
  ['a path with a backslash', () => ({ ...good, '..\\evil': encode('x') }), /would leave the run's folder/],
  ['a hidden file', () => ({ ...good, '.bashrc': encode('x') }), /would leave the run's folder/],
  ['a file that is not listed', () => ({ ...good, 'more.txt': encode('x') }), /more\.txt is not in its list/],
  ['no list', () => ({ 'manifest.json': good['manifest.json']! }), /spin\.json is missing/],
  ['a list that is no list', () => ({ ...good, 'spin.json': encode('[') }), /is not JSON/],
  [
    'a version of tomorrow',
    () => ({ ...good, 'spin.json': encode('{"format":"spindrift-spin","version":2}') }),
    /version/,
  ],
  [
    'changed contents',
    () => ({ ...good, 'events.jsonl': good['events.jsonl']!.map((b, i) => (i === 9 ? b ^ 1 : b)) }),
    /SHA-256/,
  ],
  [
    'a missing file',
    () => Object.fromEntries(Object.entries(good).filter(([name]) => name !== 'empty.txt')),
    /empty\.txt is missing/,
  ],
  [
    'a size that is too small',
    () => ({
      ...good,
      'spin.json': listed(
        (list) => void (list.files = list.files.map((f) => (f.name === 'events.jsonl' ? { ...f, bytes: 10 } : f))),
      ),
    }),
    /larger than it says/,
  ],
  [
    'a size that is too large',
    () => ({
      ...good,
      'spin.json': listed(
        (list) => void (list.files = list.files.map((f) => (f.name === 'empty.txt' ? { ...f, bytes: 10 } : f))),
      ),
    }),
    /shorter than it says/,
  ],
  [
    'sizes beyond all bounds',
    () => ({
      ...good,
      'spin.json': listed((list) => void (list.files = list.files.map((f) => ({ ...f, bytes: 2e9 })))),
    }),
    /it would take 9\.31.GiB, more than/,
  ],
  [
    'the id of another run',
    () => ({ ...good, 'spin.json': listed((list) => void (list.run = 'other')) }),
    /names another run/,
  ],
  [
    'a manifest that is none',
    () => {
      const manifest = encode('{}');
      const sha256 = createHash('sha256').update(manifest).digest('hex');
      const change = (list: { files: SpinList['files'] }): void => {
        list.files = list.files.map((f) => (f.name === 'manifest.json' ? { ...f, bytes: 2, sha256 } : f));
      };
      return { ...good, 'manifest.json': manifest, 'spin.json': listed(change) };
    },
    /manifest\.json is damaged/,
  ],
];
it.each(attacks)('refuses %s, and leaves nothing behind', async (_what, files, message) => {
  const path = await forged(files());
  const before = await readdir(root);
  await expect(importSpin(path, { root, name: 'forged' })).rejects.toThrow(message);
  expect(await readdir(root)).toEqual(before);
});

it('refuses what is no zip, what is torn, and what was damaged on the way', async () => {
  const whole = await readFile(spin);
  const path = join(root, 'torn.spin');
  const cases = [
    whole.subarray(0, whole.length / 2),
    whole.subarray(10),
    Buffer.alloc(0),
    Buffer.from('{"format":"spindrift-run"}'.repeat(9)),
  ];
  for (const bytes of cases) {
    await writeFile(path, bytes);
    await expect(importSpin(path, { root, name: 'torn' })).rejects.toThrow(DataError);
  }
  for (let at = 40; at < whole.length; at += 97) {
    const bytes = Buffer.from(whole);
    bytes[at] = bytes[at]! ^ 0x10;
    await writeFile(path, bytes);
    const outcome = await importSpin(path, { root, name: 'torn' }).then(
      ({ dir: made }) => made,
      (error: unknown) => error,
    );
    // Some bytes carry nothing, as times; then the run is whole, for every file has its sum.
    if (typeof outcome === 'string') await rm(outcome, { recursive: true });
    else expect(outcome).toBeInstanceOf(DataError);
  }
  await expect(importSpin(spin, { root, name: '../out' })).rejects.toThrow(RangeError);
  await expect(importSpin(join(root, 'none.spin'), { root })).rejects.toThrow('it does not exist');
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  const importing = importSpin(spin, {
    root,
    name: 'stopped',
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('enough')),
  });
  await expect(importing).rejects.toThrow('enough');
  expect(await readdir(root)).not.toContain('stopped');
});
