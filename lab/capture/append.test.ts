import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { readRun } from '../runs/index.js';
import { Capture } from './capture.js';
import type { SampleType } from './channel.js';

let root: string;
let folders = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-append-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const channel = (name: string, type: SampleType) => ({
  name,
  title: name,
  unit: '',
  type,
  provenance: 'modelled' as const,
  time: 'slow',
});

function start(): Promise<Capture> {
  folders += 1;
  return Capture.create({
    dir: join(root, `run-${folders}`),
    params: {},
    timeBases: [{ name: 'slow', rateHz: 10 }],
    channels: [channel('power', 'f64'), channel('current', 'f32'), channel('level', 'u8')],
    notEntropy: true,
    clock: new VirtualClock(),
  });
}

describe('appending to a capture', () => {
  it('leaves no trace of samples of which one does not fit', async () => {
    const capture = await start();
    const row = { power: [1], current: [1], level: [1] };
    capture.append('slow', { boardS: 0 }, row);
    expect(() => capture.append('slow', { boardS: 1 }, { ...row, level: [256] })).toThrow(RangeError);
    capture.append('slow', { boardS: 2 }, row);
    await capture.write();
    for (const name of ['power', 'current', 'level']) {
      expect(capture.data(name).length).toBe(2);
      expect(capture.times(name).marks).toBe(2);
      expect(capture.times(name).timeOf(1, 'board')).toBe(2);
    }
    await capture.finish({ status: 'finished' });
  });

  it('keeps what it was given, whatever becomes of that memory, in pieces of any size', async () => {
    const capture = await start();
    const memory = new Float64Array(150_000);
    const expected: Float64Array[] = [];
    for (const [k, count] of [1, 150_000, 7, 600, 131_072, 3].entries()) {
      const power = memory.subarray(0, count).map((_, i) => k + i / 1000);
      memory.set(power);
      expected.push(power);
      const zeros = new Uint8Array(count);
      capture.append('slow', { boardS: k }, { power: memory.subarray(0, count), current: zeros, level: zeros });
      memory.fill(NaN);
      if (k % 2 === 0) await capture.write();
    }
    await capture.finish({ status: 'finished' });
    const bytes = await readFile(join(capture.dir, 'channels/power.f64'));
    expect(bytes.equals(Buffer.concat(expected.map(({ buffer }) => new Uint8Array(buffer))))).toBe(true);
    const { result } = await readRun(capture.dir);
    const sum = createHash('sha256').update(bytes).digest('hex');
    expect(result?.artifacts.find(({ name }) => name === 'channels/power.f64')?.sha256).toBe(sum);
    capture.release();
  });
});
