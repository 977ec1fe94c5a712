import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { API_VERSION, type BackendInfo } from '../../rpc/api/index.js';
import { backoffS, BACKOFF } from './backoff.js';
import { Connection, type BackendLink } from './connection.js';

const info: BackendInfo = {
  api: API_VERSION,
  version: '1',
  instance: 'a',
  platform: 'test',
  runsDir: '/runs',
  runsDirGiven: false,
};

/** A backend that is reached, or not, as the test says. */
function standIn(answer: BackendInfo = info) {
  let end: () => void = () => undefined;
  let dials = 0;
  let down = false;
  const dial = async (): Promise<BackendLink> => {
    dials += 1;
    if (down) throw new Error('refused');
    return {
      caller: {
        call: async (name: string) => (name === 'system.hello' ? answer : name),
        async *stream() {
          yield await Promise.resolve(1);
        },
      } as unknown as BackendLink['caller'],
      closed: new Promise((resolve) => (end = () => resolve(undefined))),
      close: () => end(),
    };
  };
  return { dial, drop: () => end(), setDown: (is: boolean) => (down = is), dials: () => dials };
}

/** Lets everything happen that waits for nothing but its turn. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('backoffS', () => {
  it('doubles up to the longest', () => {
    expect([1, 2, 3, 20].map(backoffS)).toEqual([0.25, 0.5, 1, BACKOFF.longestS]);
  });
});

describe('Connection', () => {
  it('says hello, and connects again after a loss, waiting longer each time', async () => {
    const backend = standIn();
    const clock = new VirtualClock();
    const connection = new Connection({ dial: backend.dial, clock });
    connection.start();
    await settle();
    expect(connection.state.value).toEqual({ state: 'connected', info });
    backend.setDown(true);
    backend.drop();
    await settle();
    expect(connection.state.value).toEqual({ state: 'lost', retryInS: 0.25 });
    clock.advance(0.25);
    await settle();
    expect(connection.state.value).toEqual({ state: 'lost', retryInS: 0.5 });
    backend.setDown(false);
    clock.advance(0.5);
    await settle();
    expect(connection.state.value.state).toBe('connected');
    expect(backend.dials()).toBe(3);
    connection.stop();
    expect(clock.pending).toBe(0);
  });

  it('lets calls wait for the connection, and takes back those that were cancelled', async () => {
    const backend = standIn();
    const connection = new Connection({ dial: backend.dial, clock: new VirtualClock() });
    const early = connection.call('system.diagnostics', {});
    const stop = new AbortController();
    const cancelled = connection.call('system.diagnostics', {}, { signal: stop.signal });
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    connection.start();
    expect(await early).toBe('system.diagnostics');
    connection.stop();
  });

  it('asks to be loaded again where versions differ, and tries no more', async () => {
    const backend = standIn({ ...info, api: API_VERSION + 1 });
    const clock = new VirtualClock();
    const connection = new Connection({ dial: backend.dial, clock });
    connection.start();
    await settle();
    expect(connection.state.value.state).toBe('mismatch');
    expect(clock.pending).toBe(0);
  });
});
