import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtocolError, VirtualClock } from '../../base/index.js';
import { RpcClient } from './client.js';
import { decodeBody, encodeBody } from './codec.js';
import { DeadlineError } from './errors.js';
import { FRAME_KINDS, decodeFrame, encodeFrame, type FrameKind } from './frame.js';
import { serve } from './server.js';
import { TestLog, testApi, testHandlers } from './testing/test-api.js';
import { inProcessPair } from './transport/in-process.js';
import type { RpcTransport } from './transport/transport.js';

const kinds = Object.keys(FRAME_KINDS) as FrameKind[];
/** Lets everything run that waits for nothing but its turn. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Served {
  readonly raw: RpcTransport;
  readonly log: TestLog;
  readonly reason: () => string | undefined;
  readonly answers: Uint8Array[];
  /** Sets how many bytes wait to go out. */
  readonly buffered: (bytes: number) => void;
}

function served(): Served {
  const [raw, way] = inProcessPair();
  let bufferedBytes = 0;
  const serving = Object.defineProperty(way, 'bufferedBytes', { get: () => bufferedBytes });
  const log = new TestLog();
  serve(testApi, testHandlers(log), serving, { clock: new VirtualClock() });
  let reason: string | undefined;
  const answers: Uint8Array[] = [];
  raw.onFrame((frame) => answers.push(frame));
  raw.onClose((why) => (reason = why));
  return { raw, log, reason: () => reason, answers, buffered: (bytes) => (bufferedBytes = bytes) };
}

function called(): { raw: RpcTransport; client: RpcClient<typeof testApi>; clock: VirtualClock; frames: Uint8Array[] } {
  const [raw, calling] = inProcessPair();
  const clock = new VirtualClock();
  const frames: Uint8Array[] = [];
  raw.onFrame((frame) => frames.push(frame));
  return { raw, client: new RpcClient(testApi, calling, { clock }), clock, frames };
}

describe('frames', () => {
  it('have the layout of the documentation', () => {
    const frame = encodeFrame({ id: 0x01020304, method: 0x0506, kind: 'item' }, new Uint8Array([9]));
    expect([...frame]).toEqual([4, 3, 2, 1, 6, 5, 4, 0x10, 9]);
    expect(frame.buffer.byteLength).toBe(9);
  });

  it('come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 32 - 1 }),
        fc.integer({ min: 0, max: 65_535 }),
        fc.constantFrom(...kinds),
        fc.anything({ values: [fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null)] }),
        (id, method, kind, value) => {
          const frame = decodeFrame(encodeFrame({ id, method, kind }, encodeBody(value)));
          expect(frame).toMatchObject({ id, method, kind });
          decodeBody(frame.body);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });

  it('and bodies of any bytes are refused with a ProtocolError or read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        for (const act of [() => decodeFrame(bytes), () => decodeBody(bytes)])
          try {
            act();
          } catch (error) {
            expect(error).toBeInstanceOf(ProtocolError);
          }
      }),
      { seed: 12, numRuns: 5000 },
    );
  });

  it('do not ask for memory that they do not bring', () => {
    // A list of four thousand million entries, in five bytes.
    expect(() => decodeBody(new Uint8Array([0xdd, 255, 255, 255, 255]))).toThrow(ProtocolError);
    expect(() => decodeBody(new Uint8Array([0xc6, 255, 255, 255, 255]))).toThrow(ProtocolError);
    // Lists within lists, each as long as the body has bytes: together far more.
    const nested = Uint8Array.from({ length: 3000 }, (_, i) => [0xdd, 0, 0, 0x0b, 0][i % 5]!);
    expect(() => decodeBody(nested)).toThrow('more than it brings');
    expect(() => decodeBody(new Uint8Array([0x82, 0xa1, 97, 0x93, 1, 2]))).toThrow('more than it brings');
    expect(() => decodeBody(new Uint8Array([0xc7, 3, 8, 1, 2, 3]))).toThrow('no whole number of elements');
    expect(() => decodeBody(new Uint8Array([0xc7, 1, 99, 1]))).toThrow('unknown extension type 99');
    expect(() => decodeBody(new Uint8Array([0x81, 0xa9, ...new TextEncoder().encode('__proto__'), 1]))).toThrow(
      ProtocolError,
    );
  });
});

describe('bodies', () => {
  it('with a key that no object can be given are not sent, so that the other end need not hang up', () => {
    expect(() => encodeBody({ a: [JSON.parse('{"__proto__":1}')] })).toThrow('__proto__');
  });
});

describe('the serving end', () => {
  it('closes the connection at a frame of another version, and says which', async () => {
    const { raw, reason } = served();
    const frame = encodeFrame({ id: 1, method: 1, kind: 'call' }, encodeBody([{}, null, 0]));
    frame[7] = 2 << 4;
    raw.send(frame);
    await settle();
    expect(reason()).toBe('the other end speaks version 2 of the connection, this one version 1');
  });

  it.each([
    ['a short frame', [new Uint8Array(7)]],
    ['an unknown kind', [Uint8Array.of(1, 0, 0, 0, 1, 0, 8, 0x10)]],
    ['id 0', [Uint8Array.of(0, 0, 0, 0, 1, 0, 1, 0x10)]],
    ['flags', [Uint8Array.of(1, 0, 0, 0, 1, 0, 1, 0x11)]],
    ['an answer', [encodeFrame({ id: 1, method: 1, kind: 'result' }, encodeBody(1))]],
    ['a call without its list', [encodeFrame({ id: 1, method: 1, kind: 'call' }, encodeBody({}))]],
    ['a negative deadline', [encodeFrame({ id: 1, method: 1, kind: 'call' }, encodeBody([{}, -1, 0]))]],
    ['too much credit', [encodeFrame({ id: 1, method: 5, kind: 'call' }, encodeBody([{ to: 1 }, null, 1e9]))]],
    ['an id twice', [1, 2].map(() => encodeFrame({ id: 1, method: 4, kind: 'call' }, encodeBody([{}, null, 0])))],
    [
      'another method of the same call',
      [
        encodeFrame({ id: 1, method: 4, kind: 'call' }, encodeBody([{}, null, 0])),
        encodeFrame({ id: 1, method: 5, kind: 'cancel' }),
      ],
    ],
  ])('closes the connection at %s', async (_, frames) => {
    const { raw, reason } = served();
    for (const frame of frames) raw.send(new Uint8Array(frame));
    await settle();
    expect(reason()).toMatch(/frame|kind|call|credit|deadline|flags|id/);
  });

  it('answers a method that it does not know, and lives', async () => {
    const { raw, reason, answers } = served();
    raw.send(encodeFrame({ id: 3, method: 999, kind: 'call' }, encodeBody([{}, null, 0])));
    await settle();
    expect(reason()).toBeUndefined();
    const { kind, id, body } = decodeFrame(answers[0]!);
    expect([kind, id]).toEqual(['error', 3]);
    expect(decodeBody(body)).toMatchObject({ code: 'UNKNOWN_METHOD' });
  });

  it('survives cancelling twice, and cancelling and granting what is over; each call has one last frame', async () => {
    const { raw, reason, answers, log } = served();
    raw.send(encodeFrame({ id: 1, method: 7, kind: 'call' }, encodeBody([{}, null, 4])));
    await settle();
    for (let i = 0; i < 3; i++) raw.send(encodeFrame({ id: 1, method: 7, kind: 'cancel' }));
    await settle();
    raw.send(encodeFrame({ id: 1, method: 7, kind: 'cancel' }));
    raw.send(encodeFrame({ id: 1, method: 7, kind: 'credit' }, encodeBody(5)));
    await settle();
    expect(reason()).toBeUndefined();
    expect(answers.map((frame) => decodeFrame(frame).kind)).toEqual(['error']);
    expect(log.left).toBe(1);
  });

  it('hangs up on a caller that asks and does not read', async () => {
    const { raw, reason, answers, buffered } = served();
    buffered(2 ** 30);
    raw.send(encodeFrame({ id: 1, method: 1, kind: 'call' }, encodeBody([{}, null, 0])));
    await settle();
    expect(answers).toEqual([]);
    expect(reason()).toBe('what was asked for is not read');
  });

  it('survives frames of any bytes: it answers, or closes with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 }), async (bodies) => {
        const { raw } = served();
        bodies.forEach((body, i) => {
          raw.send(encodeFrame({ id: i + 1, method: (i % 9) + 1, kind: kinds[i % kinds.length]! }, body));
          raw.send(new Uint8Array(body));
        });
        await settle();
        raw.close();
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});

describe('the calling end', () => {
  it.each<[string, FrameKind, number, unknown]>([
    ['an item of a call', 'item', 4, 1],
    ['a call', 'call', 4, [{}, null, 0]],
    ['an answer of another method', 'result', 5, 1],
  ])('fails what is open at %s', async (_, kind, method, value) => {
    const { raw, client } = called();
    const waiting = client.call('wait', {});
    raw.send(encodeFrame({ id: 1, method, kind }, encodeBody(value)));
    await expect(waiting).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
  });

  it('ends the connection when a stream sends more than it has credit for', async () => {
    const { raw, client } = called();
    const stream = client.stream('count', { to: 9 }, { window: 2 });
    const first = stream.next();
    for (let i = 0; i < 4; i++) raw.send(encodeFrame({ id: 1, method: 5, kind: 'item' }, encodeBody(i)));
    expect(await first).toEqual({ done: false, value: 0 });
    expect(await client.closed).toBe('a stream sent more items than it had credit for');
  });

  it('enforces the deadline itself, and cancels once', async () => {
    const { raw, client, clock, frames } = called();
    const waiting = client.call('wait', {}, { deadlineMs: 500 });
    const item = client.stream('silent', {}, { deadlineMs: 500 }).next();
    clock.advance(0.5);
    await expect(waiting).rejects.toThrow(DeadlineError);
    await expect(item).rejects.toThrow(DeadlineError);
    await settle();
    expect(frames.map((frame) => decodeFrame(frame).kind)).toEqual(['call', 'call', 'cancel', 'cancel']);
    expect(client.openCalls).toBe(2);
    // The last frames come late and are dropped.
    raw.send(encodeFrame({ id: 1, method: 4, kind: 'result' }, encodeBody(null)));
    raw.send(encodeFrame({ id: 2, method: 7, kind: 'end' }));
    await settle();
    expect(client.openCalls).toBe(0);
  });

  it('does not wait for ever for a stream that it leaves', async () => {
    const { client, clock, frames } = called();
    const stream = client.stream('silent', {});
    void stream.next();
    const left = stream.return!();
    await settle();
    clock.advance(5);
    expect(await left).toEqual({ done: true, value: undefined });
    expect(frames.map((frame) => decodeFrame(frame).kind)).toEqual(['call', 'cancel']);
  });
});
