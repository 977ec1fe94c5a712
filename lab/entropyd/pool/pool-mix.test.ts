import { describe, expect, it } from 'vitest';
import { HealthError } from '../../../base/index.js';
import { fakeWorld, settle } from '../testing/fake-source.js';
import { bytes, poolOn } from '../testing/pool-bench.js';

describe('a board that is not real', () => {
  const kind = (uri: string) => (uri.startsWith('sim') ? 'simulated' : 'real');

  it('is refused, and the others go on', async () => {
    const world = fakeWorld({ kind });
    const { pool, notes } = poolOn(world);
    pool.add('usb:A');
    pool.add('sim:B');
    await settle();
    world.last('A').turn('open');
    world.last('B').turn('open');
    world.last('B').give(bytes(9, 10));
    await settle();
    expect([pool.members[1]!.state, pool.available, pool.notEntropy]).toEqual(['refused', 0, false]);
    expect(world.last('B').closed).toBe(true);
    expect(notes[0]).toMatchObject({ level: 'error', text: 'sim:B is simulated: its bits are not entropy' });
    await pool.close();
  });

  it('makes the whole pool not entropy where it is let in, for good', async () => {
    const world = fakeWorld({ kind });
    const { pool } = poolOn(world, { allowSimulated: true });
    pool.add('usb:A');
    await settle();
    world.last('A').turn('open');
    expect([pool.notEntropy, pool.minEntropyPerBit]).toEqual([false, 1]);
    const guest = pool.add('sim:B');
    await settle();
    world.last('B').turn('open');
    expect([pool.notEntropy, pool.minEntropyPerBit]).toEqual([true, 0]);
    await pool.remove(guest);
    expect([pool.notEntropy, pool.minEntropyPerBit]).toEqual([true, 0]);
    await pool.close();
  });
});

describe('a board that failed for good', () => {
  it('stays out when it is plugged in again without a new boot, in the same place or another', async () => {
    let bootId = 1;
    const world = fakeWorld({ bootId: () => bootId });
    const { pool } = poolOn(world);
    const first = pool.add('usb:A');
    await settle();
    world.last('A').turn('open');
    world.last('A').turn('failed', 'adaptive proportion');
    await settle();
    await pool.remove(first);
    const again = pool.add('unix:A');
    await settle();
    world.last('A').turn('open');
    expect([again.state, pool.state]).toEqual(['failed', 'alarm']);
    await pool.remove(again);
    bootId = 2;
    const after = pool.add('usb:A');
    await settle();
    world.last('A').turn('open');
    expect([after.state, pool.state]).toEqual(['open', 'open']);
    await pool.close();
  });

  it('also where it is not an alarm but an assessment that finds nothing in its bits', async () => {
    const world = fakeWorld();
    const { pool } = poolOn(world);
    const first = pool.add('usb:A');
    await settle();
    world.last('A').lose(new HealthError('assessed to hold 0.01 bit'));
    await settle();
    expect(first.state).toBe('failed');
    await pool.remove(first);
    const again = pool.add('usb:A');
    await settle();
    expect(again.state).toBe('failed');
    await pool.close();
  });
});

describe('a redundant pool', () => {
  it('gives the XOR of two boards, and nothing while one is missing', async () => {
    const world = fakeWorld();
    const { pool, states } = poolOn(world, { mode: 'redundant', members: 2 });
    for (const name of ['A', 'B']) pool.add(`usb:${name}`);
    await settle();
    world.last('A').turn('open');
    world.last('A').give(Uint8Array.of(0b1100, 1, 2, 3));
    await settle();
    expect([pool.state, pool.take(4)]).toEqual(['waiting', undefined]);
    world.last('B').turn('open');
    world.last('B').give(Uint8Array.of(0b1010, 1));
    await settle();
    expect(pool.available).toBe(2);
    expect([...pool.take(4)!]).toEqual([0b0110, 0]);
    world.last('B').turn('recovering');
    expect(pool.state).toBe('alarm');
    expect(states).toEqual(['open', 'alarm']);
    await pool.close();
  });

  it('of three boards shares the work of two among them', async () => {
    const world = fakeWorld();
    const { pool } = poolOn(world, { mode: 'redundant', members: 2 });
    for (const name of ['A', 'B', 'C']) pool.add(`usb:${name}`);
    await settle();
    for (const [k, name] of ['A', 'B', 'C'].entries()) {
      world.last(name).turn('open');
      world.last(name).give(...Array.from({ length: 10 }, () => bytes(1 << k, 100)));
    }
    await settle();
    const counts = new Map<number, number>();
    for (let part = pool.take(100); part !== undefined; part = pool.take(100))
      for (const v of part) counts.set(v, (counts.get(v) ?? 0) + 1);
    // 3000 bytes of three boards are 1500 of two each; every byte from two different ones.
    expect([...counts.values()].reduce((a, b) => a + b)).toBe(1500);
    for (const value of counts.keys()) expect([0b011, 0b101, 0b110]).toContain(value);
    expect(counts.size).toBe(3);
    await pool.close();
  });
});
