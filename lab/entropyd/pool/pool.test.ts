import { describe, expect, it } from 'vitest';
import { BoardLostError, BoardNotFoundError, ProtocolError } from '../../../base/index.js';
import { fakeWorld, settle } from '../testing/fake-source.js';
import { bytes, poolOn } from '../testing/pool-bench.js';

describe('an additive pool', () => {
  it('is closed until a board has passed its start-up test', async () => {
    const world = fakeWorld();
    const { pool, states } = poolOn(world);
    pool.add('usb:A');
    await settle();
    world.last('A').give(bytes(1, 10));
    await settle();
    expect([pool.state, pool.available, pool.take(5)]).toEqual(['waiting', 0, undefined]);
    world.last('A').turn('open');
    expect(states).toEqual(['open']);
    expect([...pool.take(4)!]).toEqual([1, 1, 1, 1]);
    expect(pool.available).toBe(6);
    await pool.close();
    expect(world.last('A').closed).toBe(true);
  });

  it('gives each byte once, in order, in turn from every healthy board', async () => {
    const world = fakeWorld();
    const { pool } = poolOn(world);
    for (const name of ['A', 'B']) pool.add(`usb:${name}`);
    await settle();
    for (const [k, name] of ['A', 'B'].entries()) {
      world.last(name).turn('open');
      world.last(name).give(Uint8Array.from({ length: 100 }, (_, i) => 100 * k + i));
    }
    await settle();
    const got: number[] = [];
    for (let part = pool.take(30); part !== undefined; part = pool.take(30)) got.push(...part);
    expect(got.filter((v) => v < 100)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(got.filter((v) => v >= 100)).toEqual(Array.from({ length: 100 }, (_, i) => 100 + i));
    expect(got.slice(0, 60).filter((v) => v < 100)).toHaveLength(30);
    await pool.close();
  });

  it('asks a board for no more than its buffer holds while nobody takes', async () => {
    const world = fakeWorld();
    const { pool } = poolOn(world);
    pool.add('usb:A');
    await settle();
    const source = world.last('A');
    source.turn('open');
    source.give(...Array.from({ length: 50 }, () => bytes(7, 100)));
    await settle();
    expect(pool.available).toBe(1000);
    // One piece in the hand.
    expect(source.asked).toBe(11);
    pool.take(500);
    await settle();
    expect(pool.available).toBe(1000);
    await pool.close();
  });

  it('goes on without a board whose test fails, and throws away all that it held of it', async () => {
    const world = fakeWorld();
    const { pool, states, notes } = poolOn(world);
    for (const name of ['A', 'B']) pool.add(`usb:${name}`);
    await settle();
    for (const name of ['A', 'B']) {
      world.last(name).turn('open');
      world.last(name).give(...Array.from({ length: 30 }, () => bytes(name.charCodeAt(0), 100)));
    }
    await settle();
    world.last('A').turn('recovering', 'repetition count');
    expect(pool.state).toBe('open');
    await settle();
    const got = new Set<number>();
    for (let k = 0; k < 40; k++) {
      for (const v of pool.take(50) ?? []) got.add(v);
      await settle(3);
    }
    // Not even the piece that waited for room.
    expect([...got]).toEqual(['B'.charCodeAt(0)]);
    expect(notes).toMatchObject([{ level: 'warn', text: 'health alarm: repetition count', serial: 'A' }]);
    expect(states).toEqual(['open']);
    await pool.close();
  });

  it('closes at the alarm of its only board, and opens when that has passed its test again', async () => {
    const world = fakeWorld();
    const { pool, states } = poolOn(world);
    pool.add('usb:A');
    await settle();
    const source = world.last('A');
    source.turn('open');
    source.give(bytes(1, 100));
    await settle();
    source.turn('recovering');
    expect([pool.state, pool.available, pool.take(10)]).toEqual(['alarm', 0, undefined]);
    // The start-up test within a recovery is no all-clear.
    source.turn('starting');
    expect(pool.state).toBe('alarm');
    source.turn('open');
    expect(pool.available).toBe(0);
    source.give(bytes(2, 10));
    await settle();
    expect([...pool.take(100)!]).toEqual([...bytes(2, 10)]);
    expect(states).toEqual(['open', 'alarm', 'open']);
    await pool.close();
  });

  it('a failure for good is that of a boot: opening the board again does not open the tap', async () => {
    let bootId = 1;
    const world = fakeWorld({ bootId: () => bootId });
    const { pool, clock } = poolOn(world);
    pool.add('usb:A');
    await settle();
    world.last('A').turn('open');
    world.last('A').turn('failed', 'adaptive proportion');
    await settle();
    for (let k = 0; k < 3; k++) {
      clock.advance(60);
      await settle();
      world.last('A').turn('open');
      await settle();
      expect([pool.state, pool.members[0]!.state]).toEqual(['alarm', 'failed']);
    }
    bootId = 2;
    clock.advance(60);
    await settle();
    expect(pool.members[0]!.state).toBe('starting');
    world.last('A').turn('open');
    expect(pool.state).toBe('open');
    await pool.close();
  });

  it('waits for a board that is lost: at first 0.1 s, then twice as long, at most 60 s', async () => {
    let gone = true;
    const world = fakeWorld({ fail: () => (gone ? new BoardNotFoundError('not here') : undefined) });
    const { pool, clock, notes } = poolOn(world);
    pool.add('usb:A');
    await settle();
    const waits: number[] = [];
    for (let k = 0; k < 13; k++) {
      waits.push(clock.nextDue - clock.now());
      clock.advance(clock.nextDue - clock.now());
      await settle();
    }
    expect(waits.map((s) => Math.round(s * 10) / 10)).toEqual([
      0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 60, 60, 60,
    ]);
    expect(notes).toHaveLength(14);
    gone = false;
    // A hint of the system saves the wait.
    pool.members[0]!.retry();
    await settle();
    world.last('A').turn('open');
    expect(pool.state).toBe('open');
    world.last('A').lose(new BoardLostError('unplugged'));
    await settle();
    expect([pool.state, clock.nextDue - clock.now()]).toEqual(['waiting', expect.closeTo(0.1)]);
    await pool.close();
    expect(clock.pending).toBe(0);
  });

  it('50 times unplugged and plugged in, with bytes each time, leaves nothing behind', async () => {
    const world = fakeWorld();
    const { pool, clock, states } = poolOn(world);
    pool.add('usb:A');
    for (let k = 0; k < 50; k++) {
      await settle();
      const source = world.last('A');
      source.turn('open');
      source.give(bytes(k, 10), bytes(k + 1, 10));
      await settle();
      expect([...pool.take(10)!]).toEqual([...bytes(k, 10)]);
      source.lose(new BoardLostError('unplugged'));
      await settle();
      // What had come of the session before is not given in the next.
      expect(pool.available).toBe(0);
      expect(source.closed).toBe(true);
      clock.advance(60);
    }
    expect(states).toHaveLength(100);
    expect(pool.members[0]!.counters.startups).toBe(50);
    await pool.close();
    expect(clock.pending).toBe(0);
  });

  it('notices that a board is gone while its buffer is full, and gives nothing of it any more', async () => {
    const world = fakeWorld();
    const { pool } = poolOn(world);
    pool.add('usb:A');
    await settle();
    world.last('A').turn('open');
    world.last('A').give(...Array.from({ length: 30 }, () => bytes(1, 100)));
    await settle();
    expect(pool.available).toBe(1000);
    world.last('A').lose(new BoardLostError('unplugged'));
    await settle();
    expect([pool.state, pool.take(10)]).toEqual(['waiting', undefined]);
    await pool.close();
  });

  it('has a board once only, whatever it is called', async () => {
    const world = fakeWorld();
    const { pool, notes } = poolOn(world);
    pool.add('usb:A');
    await settle();
    pool.add('unix:A');
    await settle();
    expect(pool.members.map(({ state }) => state)).toEqual(['starting', 'refused']);
    expect(notes[0]!.text).toMatch(/unix:A is the board A, which is in the pool already/);
    await pool.close();
  });

  it('refuses what no waiting cures', async () => {
    const world = fakeWorld({ fail: () => new ProtocolError('version 9') });
    const { pool, clock } = poolOn(world);
    pool.add('usb:A');
    await settle();
    expect(pool.members[0]).toMatchObject({ state: 'refused', error: { code: 'PROTOCOL' } });
    expect(clock.pending).toBe(0);
    await pool.close();
  });
});
