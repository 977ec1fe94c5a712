import { expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { FakeWorld } from '../testing/fake-world.js';
import { watchDaemonSignals } from './daemon-signals.js';

function watch() {
  const world = new FakeWorld();
  const clock = new VirtualClock();
  const said: string[] = [];
  return { world, clock, said, signals: watchDaemonSignals(world.signals, clock, () => said.push('statistics')) };
}

it('the first of SIGTERM, SIGINT, SIGHUP asks for the end, the second ends with 1 at once', async () => {
  for (const first of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    const { world, signals } = watch();
    world.send(first);
    expect(await signals.stopped).toBe(first);
    expect(world.exits).toEqual([]);
    world.send('SIGTERM');
    expect(world.exits).toEqual([1]);
    signals.dispose();
    expect(world.watched).toBe(0);
  }
});

it('an end that takes longer than 2 s is cut short, one in time is not', () => {
  const { world, clock, signals } = watch();
  world.send('SIGTERM');
  clock.advance(1.9);
  expect(world.exits).toEqual([]);
  clock.advance(0.2);
  expect(world.exits).toEqual([1]);
  const other = watch();
  other.world.send('SIGTERM');
  other.signals.dispose();
  other.clock.advance(10);
  expect(other.world.exits).toEqual([]);
  signals.dispose();
});

it('SIGUSR2 asks for statistics, as often as it comes; SIGUSR1 is left alone', () => {
  const { world, said, signals } = watch();
  world.send('SIGUSR2');
  world.send('SIGUSR2');
  world.send('SIGUSR1');
  expect([said.length, world.exits]).toEqual([2, []]);
  signals.dispose();
});
