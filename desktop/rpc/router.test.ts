import { describe, expect, it, vi } from 'vitest';
import { RpcClient } from './client.js';
import type { CallContext, Handlers } from './define.js';
import { serve } from './server.js';
import { TestLog, testApi, testHandlers } from './testing/test-api.js';
import { inProcessPair } from './transport/in-process.js';

/** Two connections in a row: what the one is asked, it asks the other. */
function routed(): { client: RpcClient<typeof testApi>; log: TestLog; behind: RpcClient<typeof testApi> } {
  const log = new TestLog();
  const [inner, innerServing] = inProcessPair();
  serve(testApi, testHandlers(log), innerServing);
  const behind = new RpcClient(testApi, inner);
  const [outer, outerServing] = inProcessPair();
  const handlers = Object.entries(testApi).map(([name, { kind }]) => [
    name,
    (params: never, { signal }: CallContext) =>
      kind === 'call'
        ? behind.call(name as 'echo', params, { signal })
        : behind.stream(name as 'count', params, { signal }),
  ]);
  serve(testApi, Object.fromEntries(handlers) as Handlers<typeof testApi>, outerServing);
  return { client: new RpcClient(testApi, outer), log, behind };
}

describe('a router', () => {
  it('passes on answers, items, and errors as their classes', async () => {
    const { client } = routed();
    expect(await client.call('checked', { count: 2 })).toEqual({ count: 2, name: 'nobody' });
    const items: number[] = [];
    for await (const item of client.stream('count', { to: 100 })) items.push(item);
    expect(items).toHaveLength(100);
    await expect(client.call('fail', { as: 'BoardBusyError' })).rejects.toMatchObject({
      name: 'BoardBusyError',
      nextStep: 'Wait.',
    });
  });

  it('holds back a producer whose reader is slow', async () => {
    const { client, log } = routed();
    let read = 0;
    for await (const item of client.stream('count', { to: 60 }, { window: 4 })) {
      expect(item).toBe(read++);
      for (let i = 0; i < 4; i++) await client.call('echo', { value: 0 });
      // The page's window, the router's, and one in its hands.
      expect(log.produced).toBeLessThanOrEqual(read + 4 + 8 + 1);
    }
  });

  it('passes on that the reader left, and has tidied up by then', async () => {
    const { client, log, behind } = routed();
    for await (const item of client.stream('count', { to: 1e9 })) if (item === 10) break;
    expect([log.begun, log.left, behind.openCalls]).toEqual([1, 1, 0]);
    const silent = client.stream('silent', {});
    const next = silent.next();
    await vi.waitFor(() => expect(log.begun).toBe(2));
    await silent.return?.();
    await next;
    expect([log.left, behind.openCalls]).toEqual([2, 0]);
    const stop = new AbortController();
    const waiting = client.call('wait', {}, { signal: stop.signal });
    await vi.waitFor(() => expect(behind.openCalls).toBe(1));
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(behind.openCalls).toBe(0));
  });
});
