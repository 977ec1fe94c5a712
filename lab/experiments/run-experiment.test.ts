import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EnergyEntry } from '../energy/index.js';
import { readRun } from '../runs/index.js';
import type { Conclusion } from './define-experiment.js';
import { EngineHarness, probe, row } from './testing/engine-harness.js';

let harness: EngineHarness;
beforeEach(async () => {
  harness = await EngineHarness.create();
});
afterEach(() => harness.dispose());

describe('a run that goes well', () => {
  it('arms, runs, makes safe, and leaves a whole folder', async () => {
    const outcome = await harness.start(
      probe(async function* ({ params: { n }, log }) {
        for (let i = 0; i < n; i += 1) {
          harness.clock.advance(1);
          yield row(i);
          yield { type: 'progress', done: i + 1, total: n, unit: 'rows' };
        }
        log('nearly done');
        yield { type: 'image', name: 'spot', width: 2, height: 1, data: new Uint8Array([0, 255]) };
        yield { type: 'result', values: { sum: 3 } };
        yield { type: 'result', values: { mean: 1 } };
      }),
      { params: { n: 4 } },
    );
    expect(outcome).toMatchObject({ status: 'finished', results: { sum: 3, mean: 1 }, safe: true });
    expect(outcome.error).toBeUndefined();
    expect(harness.fake.calls.indexOf('arm')).toBeLessThan(harness.fake.calls.indexOf('makeSafe'));
    expect(harness.fake.calls.filter((call) => call === 'makeSafe')).toHaveLength(1);
    expect(harness.fake.listeners).toBe(0);

    const run = await readRun(outcome.run.dir);
    expect(run.state).toBe('finished');
    expect(run.manifest).toMatchObject({
      experiment: 'probe',
      params: { n: 4, seed: 1 },
      seed: 1,
      board: { uri: 'sim:fake', kind: 'simulated', serial: 'FAKE-1' },
    });
    expect(run.manifest.versions).toMatchObject({
      spindrift: '0.1.0',
      protocol: '1.0',
      energyModel: 'spindrift-energy-1',
    });
    expect(run.result?.artifacts.map(({ name }) => name)).toEqual(['images/spot.png', 'energy.json']);
    expect(await harness.stored('row')).toHaveLength(4);
    expect(await harness.stored('image')).toEqual([
      { type: 'image', name: 'spot', width: 2, height: 1, file: 'images/spot.png' },
    ]);
    expect((await harness.stored('status')).map(({ status }) => status)).toEqual(['running', 'finished']);
    expect(harness.events.filter(({ type }) => type === 'progress').at(1)).toMatchObject({
      done: 2,
      total: 4,
      ratePerS: 1,
      etaS: 2,
    });
    expect(harness.events.find(({ type }) => type === 'image')).toMatchObject({ data: new Uint8Array([0, 255]) });
  });

  it('books energy by phase; the stored postings add up to every total', async () => {
    const outcome = await harness.start(
      probe(async function* (ctx) {
        await ctx.phase('pulse');
        harness.clock.advance(1);
        Object.assign(harness.fake.counters, { rowPulses: 1000, cellPulses: 64_000 });
        harness.fake.modelled.pulseJouleJ = 1.9e-9;
        yield row(0);
        await ctx.setDrive({ ...harness.fake.drive, amplitudeV: 1 });
        await ctx.phase('convert');
        harness.clock.advance(1);
        Object.assign(harness.fake.counters, { rowPulses: 2000, adcConversions: 512 });
        yield row(1);
      }),
    );
    const { energy } = outcome;
    // 1000 row pulses at 1.5 V and 1000 at 1 V on 10 pF.
    const lines =
      energy!.array.modelled!.components['line']!.joules + energy!.array.modelled!.components['driver']!.joules;
    expect(lines).toBeCloseTo(1000 * (22.5e-12 + 10e-12), 18);
    expect(energy!.device.modelled!.joules).toBe(1.9e-9);
    expect(energy!.phases.map(({ phase, component }) => `${phase} ${component}`)).toEqual(
      expect.arrayContaining(['pulse pulse-joule', 'pulse line', 'convert adc']) as string[],
    );
    const postings = (await harness.stored('posting')).map(({ entry }) => entry as EnergyEntry);
    expect(postings).toHaveLength(energy!.entries);
    for (const scope of ['device', 'array', 'board', 'host'] as const) {
      for (const kind of ['measured', 'modelled', 'estimated'] as const) {
        const sum = postings
          .filter((entry) => entry.scope === scope && entry.kind === kind)
          .reduce((total, { joules }) => total + joules, 0);
        const total = energy![scope][kind]?.joules ?? 0;
        expect(Math.abs(total - sum)).toBeLessThanOrEqual(1e-12 * Math.abs(sum));
      }
    }
    expect(JSON.parse(await readFile(join(harness.runDir, 'energy.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(energy)),
    );
    expect(energy!.board.measured).toBeUndefined();
  });

  it('shows live energy while the experiment is busy', async () => {
    await harness.start(
      probe(async function* () {
        for (let i = 1; i <= 3; i += 1) {
          harness.fake.counters.adcConversions = 100 * i;
          harness.clock.advance(0.25);
          await new Promise((resolve) => setImmediate(resolve));
          yield row(i);
        }
      }),
    );
    const live = harness.events.filter((event) => event.type === 'energy');
    expect(live.length).toBeGreaterThanOrEqual(3);
    expect(live.at(-1)?.totals.find(({ scope }) => scope === 'array')).toMatchObject({ kind: 'modelled', events: 300 });
  });

  it('writes the report with the final books', async () => {
    let end: Conclusion | undefined;
    const reporting = probe(
      async function* () {
        yield { type: 'result', values: { a: 1 } };
      },
      async (ctx, conclusion) => {
        end = conclusion;
        await ctx.run.writeFile('report.html', '<p>done</p>');
      },
    );
    const outcome = await harness.start(reporting);
    expect(end).toEqual({ status: 'finished', results: { a: 1 }, energy: outcome.energy });
    expect(await readdir(harness.runDir)).toContain('report.html');
  });

  it('is neither delayed nor broken by a subscriber', async () => {
    const outcome = await harness.start(
      probe(async function* () {
        yield row(0);
        yield row(1);
      }),
      {
        onEvent: (event) => {
          if (event.type === 'row') throw new Error('drawing failed');
          if (event.type === 'status') return Promise.reject(new Error('drawing failed later'));
          return new Promise(() => undefined);
        },
      },
    );
    expect(outcome.status).toBe('finished');
    expect(await harness.stored('row')).toHaveLength(2);
    expect(
      (await harness.stored('log')).filter(({ text }) => String(text).includes('a subscriber of this run failed')),
    ).toHaveLength(1);
  });
});
