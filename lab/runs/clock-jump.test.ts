// The computer's clock is set while a run goes on, by a person, a time server or daylight saving gone wrong.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { readRun } from './read-run.js';
import { replayRun } from './replay-run.js';
import { RunWriter } from './run-writer.js';
import { rowsUntil } from './tables/read-rows.js';
import { RunSurvey } from './tables/run-survey.js';

const HOUR_S = 3600;
/** Long enough for several pages of the index. */
const EVENTS = 9000;
const STEP_S = 0.01;

/** Time goes on as it does, the calendar is set. */
class SetClock extends VirtualClock {
  offsetS = 0;
  override date(): Date {
    return new Date(super.date().getTime() + this.offsetS * 1000);
  }
}

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-clock-'));
});
afterAll(() => rm(root, { recursive: true }));

async function runWithJump(name: string, jumpS: number): Promise<string> {
  const clock = new SetClock();
  const dir = join(root, name);
  const run = await RunWriter.create({ dir, experiment: 'test', params: {}, clock });
  for (let i = 0; i < EVENTS; i++) {
    if (i === EVENTS / 2) clock.offsetS = jumpS;
    run.post({ type: 'row', table: 't', values: { i } });
    clock.advance(STEP_S);
  }
  await run.finish({ status: 'finished' });
  return dir;
}

describe.each([
  ['back', -HOUR_S],
  ['forth', HOUR_S],
])('a clock that is set %s by an hour during a run', (name, jumpS) => {
  let dir: string;
  beforeAll(async () => {
    dir = await runWithJump(name, jumpS);
  });

  it('changes no duration', async () => {
    expect((await readRun(dir)).result!.seconds).toBeCloseTo(EVENTS * STEP_S, 6);
    const [firstMs, lastMs] = (await RunSurvey.of(dir)).span;
    expect(lastMs - firstMs).toBeGreaterThanOrEqual((EVENTS / 2 - 1) * STEP_S * 1000);
  });

  it('loses nothing of a replay, whose time never goes back', async () => {
    for (const from of [0, 2000, EVENTS / 2 - 1]) {
      const numbers: unknown[] = [];
      let atS = 0;
      for await (const item of replayRun(dir, { speed: Infinity, fromS: Math.max(0, from - 0.5) * STEP_S })) {
        expect(item.atS).toBeGreaterThanOrEqual(atS);
        atS = item.atS;
        const { event } = item.event;
        if (event.type === 'row') numbers.push((event['values'] as { i: number }).i);
      }
      expect(numbers).toEqual(Array.from({ length: EVENTS - from }, (_, i) => from + i));
    }
  });

  it('leaves the rows up to a time what they are', async () => {
    const survey = await RunSurvey.of(dir);
    for (const i of [0, 1000, EVENTS / 2 - 1])
      expect(await rowsUntil(survey, 't', survey.span[0] + i * STEP_S * 1000 + 1)).toBe(
        jumpS < 0 && i === EVENTS / 2 - 1 ? EVENTS : i + 1,
      );
    expect(await rowsUntil(survey, 't', survey.span[1])).toBe(EVENTS);
  });

  it('does not make a replay wait for the hour that never was', async () => {
    const clock = new VirtualClock();
    const replay = replayRun(dir, { clock, fromS: (EVENTS / 2 - 2.5) * STEP_S, longestPauseS: 1 });
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { event } of replay) if (event.event.type === 'row' && seen.push(event.seq) >= 5) return;
    })();
    // Five events and one pause of a second at most.
    const step = setInterval(() => clock.advance(0.05), 0);
    await reading;
    clearInterval(step);
    expect(seen).toEqual([0, 1, 2, 3, 4].map((k) => EVENTS / 2 - 2 + k));
    expect(clock.now()).toBeLessThan(30);
  });
});
