/** Recording: what the way to the disk with exact aggregates costs, beside the same samples written and nothing else. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Capture, channelStatistics, channelView } from '../../lab/capture/index.js';
import type { Benchmark, Prepared } from './harness.js';

const BATCH = 100_000;
const RECORD = 12_000_000;

async function newCapture(dir: string, type: 'f64' | 'bits'): Promise<Capture> {
  return Capture.create({
    dir,
    params: {},
    timeBases: [{ name: 'time', rateHz: 1e7 }],
    channels: [{ name: 'x', title: 'x', unit: 'W', type, provenance: 'modelled', time: 'time' }],
    notEntropy: true,
    reserveBytes: 0,
  });
}

const wave = (): Float64Array => Float64Array.from({ length: BATCH }, (_, k) => 0.1 + Math.sin(k / 1000) / 100);

async function recording(): Promise<Prepared> {
  const root = await mkdtemp(join(tmpdir(), 'spindrift-bench-'));
  const capture = await newCapture(join(root, 'run'), 'f64');
  const plain = createWriteStream(join(root, 'plain.f64'));
  const values = wave();
  const bytes = new Uint8Array(values.buffer);
  return {
    subject: {
      amount: BATCH,
      work: async () => {
        capture.append('time', { boardS: 0 }, { x: values });
        await capture.write();
      },
    },
    reference: {
      amount: BATCH,
      work: async () => {
        if (!plain.write(bytes.slice())) await once(plain, 'drain');
      },
    },
    close: async () => {
      await capture.finish({ status: 'finished' });
      capture.release();
      plain.end();
      await once(plain, 'close');
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function recordingBits(): Promise<Prepared> {
  const root = await mkdtemp(join(tmpdir(), 'spindrift-bench-'));
  const capture = await newCapture(join(root, 'run'), 'bits');
  const bytes = Uint8Array.from({ length: BATCH / 8 }, (_, k) => k * 31);
  return {
    subject: {
      amount: BATCH,
      work: async () => {
        capture.appendBits('x', { boardS: 0 }, bytes, BATCH);
        await capture.write();
      },
    },
    close: async () => {
      await capture.finish({ status: 'finished' });
      capture.release();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** A record of twelve million samples, and what looking at it costs. */
async function looking(work: (capture: Capture) => void): Promise<Prepared> {
  const root = await mkdtemp(join(tmpdir(), 'spindrift-bench-'));
  const capture = await newCapture(join(root, 'run'), 'f64');
  const values = wave();
  for (let n = 0; n < RECORD; n += BATCH) {
    capture.append('time', { boardS: n / 1e7, hostS: n / 1e7 }, { x: values });
    await capture.write();
  }
  return {
    subject: { amount: 1, work: () => work(capture) },
    close: async () => {
      await capture.finish({ status: 'finished' });
      capture.release();
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function memory(): Promise<number> {
  let bytes = 0;
  const prepared = await looking((capture) => (bytes = capture.aggregateBytes));
  await prepared.subject.work();
  await prepared.close?.();
  return bytes;
}

export const captureBenchmarks: readonly Benchmark[] = [
  {
    id: 'capture.record.f64',
    unit: 'samples/s',
    what: 'samples to the system with aggregates, overview and SHA-256',
    against: 'the same bytes written to a file',
    prepare: recording,
  },
  {
    id: 'capture.record.bits',
    unit: 'bit/s',
    what: 'bits to the system with counts of ones and SHA-256',
    prepare: recordingBits,
  },
  {
    id: 'capture.statistics',
    unit: 'ns',
    per: 'statistics',
    what: 'count, extremes, mean, RMS and deviation of 12 million samples',
    prepare: () =>
      looking((capture) => {
        channelStatistics(capture.data('x'), capture.times('x'), 777, RECORD - 777);
      }),
  },
  {
    id: 'capture.view',
    unit: 'ns',
    per: 'view',
    what: '12 million samples in 1000 bins',
    prepare: () =>
      looking((capture) => {
        channelView(capture.data('x'), capture.times('x'), { axis: 'host', fromS: 0, toS: 1.2, bins: 1000 });
      }),
  },
  {
    id: 'capture.memory',
    unit: 'B',
    what: 'aggregates of 12 million samples in memory',
    measure: async () => {
      const value = await memory();
      return { id: 'capture.memory', unit: 'B', value, best: value };
    },
  },
];
