import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeReply,
  decodeRequest,
  encodeReply,
  encodeRequest,
  spindrift,
  toI64,
  toU64,
  u64ToBigInt,
  u64ToNumber,
} from './index.js';

describe('requests and answers', () => {
  it('are unions on body', () => {
    const request = decodeRequest(
      encodeRequest({ id: 7, configHash: 9, body: 'hello', hello: { nonce: 5, hostName: 'x' } }),
    );
    expect([request.id, request.configHash, request.deadlineMs]).toEqual([7, 9, 0]);
    if (request.body !== 'hello') throw new Error('body lost');
    expect([request.hello.nonce, request.hello.hostName, request.hello.protocolMajor]).toEqual([5, 'x', 0]);
  });
  it('keep an empty message as a body', () => {
    expect(decodeRequest(encodeRequest({ id: 1, body: 'arm', arm: {} })).body).toBe('arm');
  });
  it('show a verb from the future as no body', () => {
    // Field 899, a message of two bytes.
    const bytes = Uint8Array.from([...encodeRequest({ id: 3 }), 0x9a, 0x38, 0x02, 0x08, 0x01]);
    const request = decodeRequest(bytes);
    expect([request.id, request.body]).toEqual([3, undefined]);
  });
  it('give 0 for a missing status, which is not OK', () => {
    expect(decodeReply(encodeReply({ id: 1, end: true })).status).toBe(spindrift.v1.Status.STATUS_UNSPECIFIED);
    expect(spindrift.v1.Status.STATUS_OK).not.toBe(0);
  });
  it('throw Error or RangeError on damaged input, nothing else', () => {
    const good = encodeReply({
      id: 4,
      end: true,
      body: 'telemetry',
      telemetry: { seq: 1, rails: [{ name: 'USB5V', energyCode: toU64(77) }] },
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: good.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.integer({ min: 0, max: good.length }),
        (at, flip, cut) => {
          const bytes = Uint8Array.from(good.subarray(0, cut));
          if (at < cut) bytes[at]! ^= flip;
          try {
            decodeReply(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('64-bit fields', () => {
  const trip = (value: number | bigint): bigint => {
    const reply = decodeReply(encodeReply({ body: 'heartbeat', heartbeat: { uptimeUs: toU64(value) } }));
    return reply.body === 'heartbeat' ? u64ToBigInt(reply.heartbeat.uptimeUs) : -1n;
  };
  it('round-trip as bigint over the whole range', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }), (value) => trip(value) === value),
      { seed: 4 },
    );
  });
  it('round-trip as number up to 2^53 - 1 and refuse to be read beyond', () => {
    for (const value of [0, 1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER]) {
      expect(trip(value)).toBe(BigInt(value));
      expect(u64ToNumber(toU64(value))).toBe(value);
    }
    expect(() => u64ToNumber(toU64(2n ** 53n))).toThrow(RangeError);
    expect(u64ToNumber(12)).toBe(12);
    expect(u64ToBigInt(12)).toBe(12n);
  });
  it('have a signed form', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        (value) => u64ToBigInt(toI64(value)) === value,
      ),
      { seed: 5 },
    );
    for (const value of [-1, -(2 ** 32), -(2 ** 32) - 1, Number.MIN_SAFE_INTEGER, 5])
      expect(u64ToNumber(toI64(value))).toBe(value);
  });
  it('refuse what is not a whole number in range', () => {
    for (const value of [-1, 1.5, Number.NaN, Infinity, 2 ** 53, 2n ** 64n, -1n])
      expect(() => toU64(value)).toThrow(RangeError);
    for (const value of [0.5, 2n ** 63n, -(2n ** 63n) - 1n]) expect(() => toI64(value)).toThrow(RangeError);
  });
});
