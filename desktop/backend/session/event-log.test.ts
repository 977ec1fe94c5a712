import { expect, it } from 'vitest';
import type { EngineEvent } from '../../../lab/experiments/index.js';
import { EventLog } from './event-log.js';

const row = (n: number): EngineEvent => ({ type: 'row', table: 't', values: { n } });
const image = (name: string, byte: number): EngineEvent => ({
  type: 'image',
  name,
  width: 1,
  height: 1,
  data: new Uint8Array([byte]),
  file: `images/${name}.png`,
});
const energy = (boardTimeS: number): EngineEvent => ({ type: 'energy', boardTimeS, hostTimeS: boardTimeS, totals: [] });

it('gives all rows in order, in pieces of any size', () => {
  const log = new EventLog();
  for (let n = 0; n < 1000; n++) log.add(row(n));
  const all: EngineEvent[] = [];
  for (let seq = 0; ;) {
    const part = log.after(seq, 7);
    if (part.events.length === 0) break;
    expect(part.seq).toBeGreaterThan(seq);
    ({ seq } = part);
    all.push(...part.events);
  }
  expect(all).toEqual(Array.from({ length: 1000 }, (_, n) => row(n)));
});

it('keeps the last of each picture, and tells it at its time', () => {
  const log = new EventLog();
  log.add(image('a', 1));
  log.add(row(1));
  log.add(image('a', 2));
  log.add(image('b', 3));
  log.add(row(2));
  expect(log.after(0, 100).events).toEqual([row(1), image('a', 2), image('b', 3), row(2)]);
  const { seq } = log.after(0, 100);
  log.add(image('a', 4));
  expect(log.after(seq, 100).events).toEqual([image('a', 4)]);
});

it('thins energy when there is much of it, and loses neither rows nor the whole of the curve', () => {
  const log = new EventLog();
  for (let n = 0; n < 20_000; n++) {
    log.add(energy(n));
    if (n % 100 === 0) log.add(row(n));
  }
  const { events } = log.after(0, 1e9);
  const times = events.flatMap((event) => (event.type === 'energy' ? [event.boardTimeS] : []));
  expect(events.filter(({ type }) => type === 'row')).toHaveLength(200);
  expect(times.length).toBeLessThanOrEqual(4000);
  expect(times[0]).toBe(0);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.at(-1)).toBe(19_999);
});
