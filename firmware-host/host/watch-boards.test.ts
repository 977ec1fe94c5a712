import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import type { BoardListing } from './list-boards.js';
import { settle } from './testing/fake-device.js';
import { WakeUp } from './wake-up.js';
import { watchSource, type BoardSource } from './watch-boards.js';

const board = (serial: string, state: BoardListing['state'] = 'ready'): BoardListing => ({
  uri: `usb:${serial}`,
  kind: 'real',
  name: '',
  serial,
  firmware: '',
  state,
});

class Source implements BoardSource {
  now = new Map<string, BoardListing>();
  listeners = new Set<() => void>();
  looks = 0;
  boards(): Promise<ReadonlyMap<string, BoardListing>> {
    this.looks++;
    return Promise.resolve(new Map(this.now));
  }
  onChange(fn: () => void): () => void {
    this.listeners.add(fn);
    return () => this.listeners.delete(fn);
  }
  change(entries: [string, BoardListing][], hint = true): void {
    this.now = new Map(entries);
    if (hint) for (const fn of this.listeners) fn();
  }
}

describe('watchBoards', () => {
  it('tells what is there, and then what comes, goes and changes', async () => {
    const source = new Source();
    const clock = new VirtualClock();
    source.now.set('1 2 A', board('A'));
    const controller = new AbortController();
    const told: string[] = [];
    const watching = (async () => {
      for await (const { type, board: b } of watchSource(source, { clock, signal: controller.signal }))
        told.push(`${type} ${b.uri} ${b.state}`);
    })();
    watching.catch(() => undefined);
    await settle();
    expect(told.splice(0)).toEqual(['attached usb:A ready']);
    source.change([
      ['1 2 A', board('A', 'busy')],
      ['1 3 B', board('B')],
    ]);
    await settle();
    expect(told.splice(0)).toEqual(['changed usb:A busy', 'attached usb:B ready']);
    // Plugged in again between two looks: another key.
    source.change([['1 4 A', board('A')]]);
    await settle();
    expect(told.splice(0)).toEqual(['detached usb:A busy', 'detached usb:B ready', 'attached usb:A ready']);
    // Without udevd: no call, but a look a second.
    source.change([], false);
    await settle();
    expect(told).toEqual([]);
    clock.advance(1);
    await settle();
    expect(told).toEqual(['detached usb:A ready']);
    controller.abort();
    await expect(watching).rejects.toMatchObject({ name: 'AbortError' });
    expect(source.listeners.size).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it('stops when the consumer leaves', async () => {
    const source = new Source();
    const clock = new VirtualClock();
    source.now.set('1', board('A'));
    for await (const { type } of watchSource(source, { clock })) {
      expect(type).toBe('attached');
      break;
    }
    expect(source.listeners.size).toBe(0);
    expect(clock.pending).toBe(0);
  });
});

describe('WakeUp', () => {
  it('remembers a call that came while nobody waited', async () => {
    const clock = new VirtualClock();
    const wakeUp = new WakeUp(clock);
    wakeUp.call();
    await wakeUp.wait(10);
    const second = wakeUp.wait(10);
    expect(clock.pending).toBe(1);
    clock.advance(10);
    await second;
    await expect(wakeUp.wait(1, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(clock.pending).toBe(0);
  });
});
