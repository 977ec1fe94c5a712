import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoard } from '../../firmware-host/host/index.js';
import { readRun } from '../runs/index.js';
import { TELEMETRY_BYTES } from './energy-session.js';
import { generate } from './generate.experiment.js';
import { parseParams } from './parse-params.js';
import { runExperiment } from './run-experiment.js';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-work-'));
});
afterAll(() => rm(root, { recursive: true }));

async function bytesOf(dir: string): Promise<number> {
  const names = await readdir(dir, { recursive: true });
  const stats = await Promise.all(names.map((name) => stat(join(dir, name))));
  return stats.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);
}

/** Runs a generation. @returns what was told of it, and what it counted and left */
async function toldAndCounted(uri: string, given: Readonly<Record<string, unknown>>, name: string) {
  const board = await openBoard(uri);
  try {
    const params = parseParams(generate, given);
    const told = (await generate.work!(params, { ...board.identity.geometry, limits: board.limits }))!;
    const before = (await board.readTelemetry()).counters;
    const outDir = join(root, name);
    // Telemetry in between depends on how fast this computer is.
    const { results } = await runExperiment(generate, { board, outDir, params, telemetryPeriodMs: 60_000 });
    const after = (await board.readTelemetry()).counters;
    return {
      told,
      results: results as Readonly<Record<'bitsUsed' | 'macs' | 'boardSeconds', number>>,
      pulses: after.cellPulses + after.writeAttempts - before.cellPulses - before.writeAttempts,
      linkBytes: after.bytesIn + after.bytesOut - before.bytesIn - before.bytesOut,
      bytes: await bytesOf(outDir),
    };
  } finally {
    await board.close();
  }
}

const offBy = (told: number, counted: number): number => Math.abs(told / counted - 1);

describe('the work of a generation, told before it begins', () => {
  it.each([
    ['typical', 'sim:typical?seed=11', { images: 2, steps: 3 }],
    ['unguided, folded twice', 'sim:ideal?seed=11', { images: 2, steps: 3, guidance: 0, xorStages: 2 }],
    ['batches', 'sim:aged?seed=3', { images: 3, steps: 3, batch: 2, xorStages: 0, digits: '1,7' }],
    ['half an array', 'sim:typical?seed=5&rows=32&cols=48', { images: 1, steps: 2 }],
  ])('is what the run counts: %s', async (name, uri, given) => {
    const { told, results, pulses, linkBytes, bytes } = await toldAndCounted(uri, given, name);
    expect(told.amount).toBe(given.images * given.steps);
    expect(told.uses!.bits).toBe(results.bitsUsed);
    expect(told.uses!.macs).toBe(results.macs);
    // Pulses that are repeated, and cells that the drawing of bits has changed, are not told.
    expect(offBy(told.uses!.pulses!, pulses)).toBeLessThan(0.05);
    expect(offBy(told.boardS!, results.boardSeconds)).toBeLessThan(0.2);
    expect(offBy(told.uses!.linkBytes!, linkBytes)).toBeLessThan(0.1);
    expect(offBy(told.uses!.bytes!, bytes)).toBeLessThan(0.25);
  });

  it('knows what a reading of telemetry adds to the folder', async () => {
    const board = await openBoard('sim:typical?seed=11');
    const outDir = join(root, 'telemetry');
    await runExperiment(generate, {
      board,
      outDir,
      params: parseParams(generate, { images: 2, steps: 4 }),
      telemetryPeriodMs: 50,
    }).finally(() => board.close());
    // A phase is booked as a reading is, but without telling the totals.
    let readings = 0;
    let phases = 0;
    let bytes = 0;
    for await (const { event } of (await readRun(outDir)).events()) {
      if (event.type === 'energy') readings += 1;
      if (event.type === 'phase') phases += 1;
      if (event.type === 'energy' || event.type === 'posting') bytes += JSON.stringify(event).length + 60;
    }
    expect(readings).toBeGreaterThan(5);
    expect(offBy(TELEMETRY_BYTES, bytes / (readings + phases))).toBeLessThan(0.3);
  });

  it('refuses digits that are none, and a file that is no model', async () => {
    const array = { rows: 64, cols: 64 };
    await expect(generate.work!(parseParams(generate, { digits: 'a-z' }), array)).rejects.toThrow(/digits/);
    const model = join(root, 'none.spm');
    await expect(generate.work!(parseParams(generate, { model }), array)).rejects.toThrow(/none\.spm/);
  });
});
