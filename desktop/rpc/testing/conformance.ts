/** What every transport must do: one suite, run over each of them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as errors from '../../../base/errors.js';
import { VirtualClock } from '../../../base/clock.js';
import { RpcClient } from '../client.js';
import { ConnectionLostError, DeadlineError } from '../errors.js';
import { serve, type Service } from '../server.js';
import type { RpcTransport } from '../transport/transport.js';
import { TestLog, testApi, testHandlers } from './test-api.js';

/** Both ends of a way. */
export interface Ends {
  readonly calling: RpcTransport;
  readonly serving: RpcTransport;
  close(): Promise<void> | void;
}

/** Runs the suite. @param open makes a fresh way */
export function rpcConformance(way: string, open: () => Promise<Ends> | Ends): void {
  describe(`rpc over ${way}`, () => {
    let ends: Ends;
    let client: RpcClient<typeof testApi>;
    let service: Service;
    let log: TestLog;
    let clock: VirtualClock;
    const until = (condition: () => boolean): Promise<void> =>
      vi.waitFor(() => {
        if (!condition()) throw new Error('not yet');
      }, 10_000);

    beforeEach(async () => {
      ends = await open();
      log = new TestLog();
      clock = new VirtualClock();
      service = serve(testApi, testHandlers(log), ends.serving, {
        clock,
        mostOpenCalls: 2000,
        onUnforeseen: (method) => log.unforeseen.push(method),
      });
      client = new RpcClient(testApi, ends.calling);
    });
    afterEach(async () => {
      client.close();
      await service.done;
      await ends.close();
    });

    it('answers calls with what they were given', async () => {
      const value = {
        text: 'Ω',
        none: null,
        list: [1, -2.5, 2 ** 40, 'x'],
        deep: { yes: true },
        inf: Infinity,
        big: 2n ** 70n,
        date: new Date('2026-02-03T04:05:06.789Z'),
      };
      expect(await client.call('echo', { value })).toEqual(value);
      expect(await client.call('echo', { value: NaN })).toBeNaN();
      expect(await client.call('echo', { value: { left: undefined, kept: 1 } })).toEqual({ kept: 1 });
    });

    it('keeps typed arrays, big ones too, in memory of their own', async () => {
      const arrays = [
        new Float64Array([1, NaN, -Infinity]),
        new Float32Array([1.5]),
        new Int32Array([-1]),
        new Uint32Array([2 ** 32 - 1]),
        new Uint16Array([65_535]),
        new Int16Array([-2]),
        new Int8Array([-128]),
        new Uint8Array([0, 255]),
        new Uint8Array(0),
      ];
      for (const array of arrays) {
        const back = (await client.call('echo', { value: array })) as typeof array;
        expect(back).toEqual(array);
        expect(back.byteLength).toBe(back.buffer.byteLength);
      }
      const big = Float64Array.from({ length: 1 << 18 }, (_, i) => i / 3);
      const same = (await client.call('echo', { value: big })) as Float64Array;
      expect(same.length).toBe(big.length);
      expect(same.every((value, i) => value === i / 3)).toBe(true);
      // A view of a larger buffer sends only itself.
      expect(await client.call('echo', { value: big.subarray(5, 8) })).toEqual(big.slice(5, 8));
    });

    it('fills in defaults, and refuses what is wrong by naming the field, the value and the range', async () => {
      expect(await client.call('checked', { count: 3 })).toEqual({ count: 3, name: 'nobody' });
      const wrong = async (params: unknown): Promise<unknown> =>
        client.call('checked', params as { count: number }).catch((error: unknown) => error);
      expect(await wrong({ count: 11 })).toEqual(new RangeError('checked: count must be at most 10, got 11'));
      expect(await wrong({ count: 0 })).toEqual(new RangeError('checked: count must be at least 1, got 0'));
      expect(await wrong({ count: 1.5 })).toBeInstanceOf(RangeError);
      expect(await wrong({ count: '3' })).toBeInstanceOf(TypeError);
      expect(await wrong({})).toBeInstanceOf(TypeError);
      expect(await wrong({ count: 1, kind: 'c' })).toEqual(
        new RangeError('checked: kind must be one of "a", "b", got "c"'),
      );
      expect(await wrong(5)).toBeInstanceOf(TypeError);
      expect(log.unforeseen).toEqual([]);
    });

    it('brings errors as the class that they were, without stack', async () => {
      const thrown = async (as: string): Promise<Error> =>
        client.call('fail', { as }).then(
          () => expect.fail('no error'),
          (error: unknown) => error as Error,
        );
      const busy = await thrown('BoardBusyError');
      expect(busy).toBeInstanceOf(errors.BoardBusyError);
      expect(busy).toMatchObject({
        name: 'BoardBusyError',
        code: 'BOARD_BUSY',
        message: 'in use',
        nextStep: 'Wait.',
        details: { by: 'somebody', pid: 7 },
      });
      expect(busy.stack).not.toContain('test-api');
      expect(await thrown('FirmwareError')).toMatchObject({ name: 'FirmwareError', code: 'ODD' });
      expect(await thrown('RangeError')).toEqual(new RangeError('pulseWidthS must be from 0 to 1, got 2'));
      expect(await thrown('TypeError')).toBeInstanceOf(TypeError);
      expect(errors.isAbortError(await thrown('AbortError'))).toBe(true);
      expect(await thrown('Circular')).toBeInstanceOf(errors.DataError);
      const odd = await thrown('SyntaxError');
      expect(odd).toBeInstanceOf(errors.SpindriftError);
      expect(odd).toMatchObject({ code: 'INTERNAL', message: 'SyntaxError: odd' });
      expect(log.unforeseen).toEqual(['fail', 'fail']);
    });

    it('says what cannot be sent and what is not served', async () => {
      await expect(client.call('unsendable', {})).rejects.toThrow('unsendable answered with something else than data');
      await expect(client.call('echo', { value: () => 1 })).rejects.toThrow(TypeError);
      await expect(client.call('echo', { value: new Map() })).rejects.toThrow(TypeError);
      await expect(client.call('absent', {})).rejects.toMatchObject({ code: 'UNKNOWN_METHOD' });
      await expect(client.call('nothing' as 'echo', { value: 1 })).rejects.toThrow(RangeError);
      expect(await client.call('echo', { value: 1 })).toBe(1);
    });

    it('serves a thousand calls at once, each its own answer', async () => {
      const answers = await Promise.all(Array.from({ length: 1000 }, (_, i) => client.call('echo', { value: i })));
      expect(answers).toEqual(Array.from({ length: 1000 }, (_, i) => i));
      expect(client.openCalls).toBe(0);
    });

    it('refuses more open calls than it allows, and goes on', async () => {
      const stop = new AbortController();
      const waiting = Array.from({ length: 2000 }, () => client.call('wait', {}, { signal: stop.signal }));
      await expect(client.call('echo', { value: 1 })).rejects.toMatchObject({ code: 'TOO_MANY_CALLS' });
      stop.abort();
      const outcomes = await Promise.allSettled(waiting);
      expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
      await until(() => service.openCalls === 0);
      expect(await client.call('echo', { value: 1 })).toBe(1);
    });

    it('streams in order to the end', async () => {
      const items: number[] = [];
      for await (const item of client.stream('count', { to: 500 })) items.push(item);
      expect(items).toEqual(Array.from({ length: 500 }, (_, i) => i));
      expect(log.left).toBe(1);
      await expect(async () => {
        for await (const item of client.stream('count', { to: 9, breakAt: 4 })) items.push(item);
      }).rejects.toThrow(errors.DataLossError);
      // What came before the failure was read.
      expect(items.slice(500)).toEqual([0, 1, 2, 3]);
    });

    it.each([1, 2, 7])('never produces more than a window of %i ahead', async (window) => {
      let read = 0;
      for await (const item of client.stream('count', { to: 60 }, { window })) {
        expect(item).toBe(read++);
        // A round trip: whatever the producer may do, it has done.
        await client.call('echo', { value: 0 });
        await client.call('echo', { value: 0 });
        expect(log.produced).toBeLessThanOrEqual(read + window);
      }
      expect(read).toBe(60);
    });

    it('streams mebibytes to a slow reader', async () => {
      let blocks = 0;
      for await (const block of client.stream('blocks', { blocks: 12 }, { window: 3 })) {
        expect(block.length).toBe(1 << 17);
        expect(block[block.length - 1]).toBe(blocks++);
        expect(log.produced).toBeLessThanOrEqual(blocks + 3);
      }
      expect(blocks).toBe(12);
    });

    it('stops a call at the caller’s signal', async () => {
      const stop = new AbortController();
      const waiting = client.call('wait', {}, { signal: stop.signal });
      await until(() => service.openCalls === 1);
      stop.abort();
      await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
      await until(() => service.openCalls === 0 && client.openCalls === 0);
      expect(log.stopped).toEqual(['AbortError']);
      await expect(client.call('wait', {}, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
      expect(log.stopped).toHaveLength(1);
    });

    it('stops a stream when its loop is left, and has tidied up by then', async () => {
      for await (const item of client.stream('count', { to: 1e9 })) if (item === 20) break;
      expect([log.begun, log.left, service.openCalls, client.openCalls]).toEqual([1, 1, 0, 0]);
      const silent = client.stream('silent', {});
      const next = silent.next();
      await until(() => log.begun === 2);
      await silent.return?.();
      expect(await next).toEqual({ done: true, value: undefined });
      expect(log.left).toBe(2);
      expect(await silent.next()).toEqual({ done: true, value: undefined });
    });

    it('stops a stream at the reader’s signal, also while nothing comes', async () => {
      const stop = new AbortController();
      const next = client.stream('silent', {}, { signal: stop.signal }).next();
      await until(() => log.begun === 1);
      stop.abort();
      await expect(next).rejects.toMatchObject({ name: 'AbortError' });
      await until(() => log.left === 1 && client.openCalls === 0);
    });

    it('never begins a stream that nobody reads', async () => {
      await client.stream('count', { to: 5 }).return?.();
      await client.call('echo', { value: 0 });
      expect(log.begun).toBe(0);
    });

    it('enforces a deadline where it is served', async () => {
      const waiting = client.call('wait', {}, { deadlineMs: 60_000 });
      await until(() => service.openCalls === 1);
      clock.advance(60);
      await expect(waiting).rejects.toEqual(
        new DeadlineError('wait did not answer within 60000 ms', { details: { method: 'wait', deadlineMs: 60_000 } }),
      );
      expect(log.stopped).toEqual(['DeadlineError']);
    });

    it('fails everything that is open when the connection ends', async () => {
      const waiting = client.call('wait', {});
      const reading = client.stream('silent', {}).next();
      await until(() => service.openCalls === 2);
      ends.serving.close('the plug was pulled');
      await expect(waiting).rejects.toThrow(ConnectionLostError);
      await expect(reading).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
      expect(await client.closed).toContain('the plug was pulled');
      expect(await service.done).toContain('the plug was pulled');
      expect(log.left).toBe(1);
      expect([...log.stopped].sort()).toEqual(['ConnectionLostError', 'ConnectionLostError']);
      await expect(client.call('echo', { value: 1 })).rejects.toThrow(ConnectionLostError);
      await expect(client.stream('count', { to: 1 }).next()).rejects.toThrow(ConnectionLostError);
    });

    it('tells the handlers when the caller is gone', async () => {
      const reading = client.stream('silent', {}).next();
      await until(() => log.begun === 1);
      client.close('the tab was closed');
      await expect(reading).rejects.toThrow(ConnectionLostError);
      expect(await service.done).toContain('the tab was closed');
      expect(log.left).toBe(1);
    });
  });
}
