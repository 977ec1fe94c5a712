import { describe, expect, it } from 'vitest';
import { watchInterrupts } from './interrupt.js';
import { FakeWorld } from './testing/fake-world.js';

describe('watchInterrupts', () => {
  it('aborts at the first signal and ends the process at the second', () => {
    const world = new FakeWorld();
    let told = 0;
    const { signal } = watchInterrupts(world.signals, () => told++);
    world.send('SIGINT');
    expect([signal.aborted, told, world.exits]).toEqual([true, 1, []]);
    expect((signal.reason as Error).name).toBe('AbortError');
    world.send('SIGTERM');
    expect([told, world.exits]).toEqual([1, [130]]);
  });

  it('gives the signals back', () => {
    const world = new FakeWorld();
    const interrupts = watchInterrupts(world.signals, () => undefined);
    interrupts.dispose();
    world.send('SIGINT');
    expect(interrupts.signal.aborted).toBe(false);
  });
});
