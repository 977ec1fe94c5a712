import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataError, FileError } from '../../base/index.js';
import { openBoard } from '../../firmware-host/host/index.js';
import { readOrigin } from '../entropy/batteries/file-origin.js';
import { RunWriter } from '../runs/index.js';
import { exportBits } from './export-bits.js';
import { LiveCapture } from './live-capture.js';

let root: string;
let dir: string;
/** All bits, eight to a byte, as they were drawn. */
let drawn: Buffer;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-bits-'));
  dir = join(root, 'cap');
  const board = await openBoard('sim:typical?seed=5&rows=8&cols=8', { inThread: true });
  const live = await LiveCapture.start({ board, dir, groups: ['bits'], bits: { rateHz: 0 } });
  while (live.capture.data('bits').length < 4000) await new Promise((resolve) => setImmediate(resolve));
  await live.stop();
  await board.close();
  drawn = await readFile(join(dir, 'channels/bits.bits'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

it('writes the bits that were drawn, with a record that batteries believe', async () => {
  const out = join(root, 'all.bin');
  const done = await exportBits(dir, { out });
  const written = await readFile(out);
  expect(written.equals(drawn.subarray(0, written.length))).toBe(true);
  expect(done).toMatchObject({ bytes: written.length, bits: expect.any(Number) as number, notEntropy: true });
  const sha256 = createHash('sha256').update(written).digest('hex');
  expect(done.sha256).toBe(sha256);
  expect(await readOrigin({ path: out, sha256 } as never)).toMatchObject({
    board: { serial: 'SIM-typical-5-8x8', kind: 'simulated' },
    notEntropy: true,
    otherBytes: false,
  });
});

it('writes a range from any bit on', async () => {
  const out = join(root, 'part.bin');
  await exportBits(dir, { out, from: 3, to: 3 + 21 });
  const bit = (bytes: Buffer, at: number): number => (bytes[at >> 3]! >> (at & 7)) & 1;
  const part = await readFile(out);
  expect(part.length).toBe(3);
  for (let k = 0; k < 21; k++) expect(bit(part, k), String(k)).toBe(bit(drawn, 3 + k));
  expect(part[2]! >> 5).toBe(0);
});

it('refuses what it cannot do, and leaves nothing behind', async () => {
  const out = join(root, 'none.bin');
  await expect(exportBits(dir, { out, from: 10, to: 5 })).rejects.toThrow(/^from must be/);
  await expect(exportBits(dir, { out, to: 1e12 })).rejects.toThrow(/^to must be/);
  await expect(exportBits(dir, { out, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  await expect(exportBits(dir, { out: join(root, 'all.bin') })).rejects.toThrow(FileError);
  const other = join(root, 'other');
  const run = await RunWriter.create({ dir: other, experiment: 'none', params: {} });
  await run.finish({ status: 'finished' });
  await expect(exportBits(other, { out })).rejects.toThrow(DataError);
  expect((await readdir(root)).filter((name) => name.startsWith('none'))).toEqual([]);
});
