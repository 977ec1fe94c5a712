import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBytes } from '../health/testing/streams.js';
import { TapCore } from './tap-core.js';
import type { TapEvent, TapOptions } from './tap-types.js';

const H = 0.8;
const base: TapOptions = { mode: 'conditioned', kind: 'real', assessment: { minEntropy: H, origin: 'test' } };
const NEED = 50;

function pushAll(core: TapCore, bytes: Uint8Array, piece = 4096): Uint8Array {
  const out: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece);
    out.push(core.push(part, part.length * 8));
  }
  return Buffer.concat(out);
}

/** Digests of the raw bytes from `from` to `to`, each of so many bytes as H wants, numbered from `first` on. */
function digestsOf(raw: Uint8Array, from: number, to: number, first = 0): Uint8Array {
  const out: Uint8Array[] = [];
  for (let at = from; at + NEED <= to; at += NEED) {
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(first + out.length));
    out.push(
      createHash('sha256')
        .update(number)
        .update(raw.subarray(at, at + NEED))
        .digest(),
    );
  }
  return Buffer.concat(out);
}

describe('a conditioned tap', () => {
  it('discards the start-up samples, holds what is not tested, and hashes the rest', () => {
    const raw = randomBytes(1, 100_000);
    const core = new TapCore(base);
    const out = pushAll(core, raw);
    const settled = Math.floor(100_000 / 16_384) * 16_384;
    expect(Buffer.compare(out, digestsOf(raw, 512, settled))).toBe(0);
    expect(core.state).toBe('open');
    expect(core.counters).toMatchObject({
      rawBits: 800_000,
      startupBits: 4096,
      flushedBits: 0,
      usedBits: (settled - 512) * 8,
      heldBits: (100_000 - settled) * 8,
      outputBytes: out.length,
      conditionedBytes: out.length,
    });
    expect(core.counters.creditedBits).toBeCloseTo((settled - 512) * 8 * H, 6);
    // An output block of 256 bits never costs less than 320 bits of assessed entropy.
    expect((core.counters.creditedBits / out.length) * 32).toBeGreaterThanOrEqual(320);
  });

  it('gives the same bytes however the stream is cut, bits of bytes included', () => {
    const raw = randomBytes(2, 40_000);
    const whole = pushAll(new TapCore(base), raw);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const core = new TapCore(base);
        const out: Uint8Array[] = [];
        const total = raw.length * 8;
        for (let at = 0, i = 0; at < total; i++) {
          const n = Math.min(sizes[i % sizes.length]!, total - at);
          const piece = new Uint8Array(Math.ceil(n / 8));
          for (let k = 0; k < n; k++) piece[k >> 3]! |= ((raw[(at + k) >> 3]! >> ((at + k) & 7)) & 1) << (k & 7);
          out.push(core.push(piece, n));
          at += n;
        }
        expect(Buffer.compare(Buffer.concat(out), whole)).toBe(0);
      }),
      { seed: 1, numRuns: 8 },
    );
  });

  it('gives nothing of a window that failed, flushes, and goes on after another start-up test', () => {
    const events: TapEvent[] = [];
    const core = new TapCore({ ...base, onEvent: (event) => events.push(event) });
    const raw = randomBytes(3, 200_000);
    // 55 equal bits somewhere: an intermittent failure at H = 0.8 (51), not a permanent one (76).
    raw.fill(0xff, 50_000, 50_006);
    raw[49_999] = 0b11000000;
    raw[50_006] = 0b00001111;
    const out = pushAll(core, raw);
    // What was released before lies before the failing window, and what comes after begins behind the block in which it failed and a start-up test.
    const failing = Math.floor(50_000 / 4096) * 4096 + 4096;
    const before = digestsOf(raw, 512, Math.floor(50_000 / 16_384) * 16_384);
    const after = digestsOf(raw, failing + 512, Math.floor(200_000 / 16_384) * 16_384, before.length / 32);
    expect(Buffer.compare(out, Buffer.concat([before, after]))).toBe(0);
    expect(events.map((e) => (e.kind === 'state' ? e.state : e.kind))).toEqual(['open', 'alarm', 'recovering', 'open']);
    expect(core.counters).toMatchObject({ intermittent: 1, permanent: 0, startups: 2, leftBits: 0 });
    const { rawBits, startupBits, flushedBits, usedBits, heldBits } = core.counters;
    expect(startupBits + flushedBits + usedBits + heldBits).toBe(rawBits);
  });

  it('is latched by a permanent failure until an operator starts it anew', () => {
    const core = new TapCore(base);
    pushAll(core, randomBytes(4, 50_000));
    core.push(new Uint8Array(16), 128);
    expect([core.state, core.alarm?.test, core.alarm?.severity]).toEqual(['failed', 'repetitionCount', 'permanent']);
    expect(pushAll(core, randomBytes(5, 100_000)).length).toBe(0);
    core.onDemandTest();
    expect(core.push(randomBytes(6, 10), 80, { bootId: 7 }).length).toBe(0);
    core.push(randomBytes(6, 10), 80, { bootId: 8 });
    expect(core.state).toBe('failed');
    core.restart();
    expect([core.state, core.alarm]).toEqual(['starting', undefined]);
    expect(pushAll(core, randomBytes(7, 50_000)).length).toBeGreaterThan(0);
    const { rawBits, startupBits, flushedBits, usedBits, heldBits } = core.counters;
    expect(startupBits + flushedBits + usedBits + heldBits).toBe(rawBits);
  });

  it('does not open while start-up samples fail, and tells of it once', () => {
    const told: string[] = [];
    const core = new TapCore({ ...base, onEvent: ({ kind }) => told.push(kind) });
    const bytes = randomBytes(8, 16_384);
    for (let i = 100; i < bytes.length; i += 300) bytes.fill(0, i, i + 7);
    expect(pushAll(core, bytes, 400).length).toBe(0);
    expect(core.state).toBe('recovering');
    expect(core.counters.usedBits).toBe(0);
    expect(core.counters.intermittent).toBeGreaterThan(20);
    expect(told.length).toBeLessThan(10);
  });

  it('tests anew on demand, after another boot, and when the board says that it is unhealthy', () => {
    const core = new TapCore(base);
    const fair = (seed: number, info = {}): number => core.push(randomBytes(seed, 20_000), 160_000, info).length;
    expect(fair(1, { bootId: 1 })).toBeGreaterThan(0);
    core.onDemandTest();
    expect([core.state, core.counters.heldBits]).toEqual(['starting', 0]);
    fair(2, { bootId: 1 });
    expect(core.state).toBe('open');
    core.push(randomBytes(3, 100), 800, { bootId: 2 });
    expect([core.state, core.counters.heldBits]).toEqual(['starting', 800]);
    fair(4, { bootId: 2 });
    expect(fair(5, { bootId: 2, unhealthy: true })).toBe(0);
    expect([core.state, core.alarm?.test]).toEqual(['recovering', 'board']);
    expect(core.counters).toMatchObject({ onDemandTests: 1, startups: 4, unhealthyBlocks: 1 });
  });

  it('forgets what it holds after a sleep', () => {
    const core = new TapCore(base);
    pushAll(core, randomBytes(1, 20_000));
    core.forget();
    expect([core.counters.heldBits, core.state]).toEqual([0, 'open']);
  });
});

describe('bits of a stand-in', () => {
  it.each(['conditioned', 'drbg'] as const)(
    'are refused for %s output, and marked where they are let through',
    (mode) => {
      for (const kind of ['simulated', 'emulated'] as const) {
        expect(() => new TapCore({ ...base, mode, kind })).toThrow(/not entropy/);
        const core = new TapCore({ ...base, mode, kind, allowSimulated: true });
        expect(pushAll(core, randomBytes(1, 40_000)).length).toBeGreaterThan(0);
        expect([core.notEntropy, core.counters.creditedBits]).toEqual([true, 0]);
        expect(core.counters.assumedBits).toBeGreaterThan(0);
      }
    },
  );

  it('close a tap that was told to be real', () => {
    const core = new TapCore(base);
    pushAll(core, randomBytes(1, 20_000));
    expect(core.push(randomBytes(2, 20_000), 160_000, { notEntropy: true }).length).toBe(0);
    expect([core.state, core.notEntropy, core.counters.creditedBits]).toEqual(['failed', true, 0]);
  });
});

describe('a raw tap', () => {
  it('passes every bit in every state, and only tells', () => {
    const events: TapEvent[] = [];
    const core = new TapCore({ ...base, mode: 'raw', onEvent: (e) => events.push(e) });
    const raw = randomBytes(1, 30_000);
    raw.fill(0, 10_000, 12_000);
    expect(Buffer.compare(pushAll(core, raw, 1000), raw)).toBe(0);
    expect(core.state).toBe('failed');
    const alarm = events.find((e) => e.kind === 'alarm');
    expect(alarm).toMatchObject({
      alarm: { test: 'repetitionCount', severity: 'permanent', from: expect.closeTo(80_000, -1) as number },
    });
  });
});

describe('a debiased tap', () => {
  it('joins tested bits and has no credit without an assessment of its output', () => {
    expect(() => new TapCore({ ...base, mode: 'debiased' })).toThrow(/told how/);
    const debias = { kind: 'xor', distance: 64 } as const;
    expect(() => new TapCore({ ...base, debias })).toThrow(/assessment of their own/);
    const core = new TapCore({ ...base, mode: 'debiased', debias });
    const raw = randomBytes(1, 40_000);
    const out = pushAll(core, raw);
    expect(out.length).toBe((Math.floor(40_000 / 16_384) * 16_384 - 512) / 2);
    const expected = Array.from({ length: 8 }, (_, i) => raw[512 + i]! ^ raw[520 + i]!);
    expect([...out.subarray(0, 8)]).toEqual(expected);
    expect(core.counters.creditedBits).toBe(0);
  });

  it('may feed the hash when its output was assessed', () => {
    const core = new TapCore({ ...base, debias: { kind: 'xor', distance: 64, minEntropy: 1 } });
    const out = pushAll(core, randomBytes(1, 100_000));
    // 320/0.999 bits of debiased output, two raw bits each: 41 bytes of 98,304 - 512 halved.
    expect(out.length).toBe(Math.floor((98_304 - 512) / 2 / 41) * 32);
  });
});

describe('a drbg tap', () => {
  it.each(['ctr', 'hmac'] as const)('reseeds %s with conditioned bytes ahead of all it gives', (drbg) => {
    const core = new TapCore({ ...base, mode: 'drbg', drbg, expansion: 4 });
    const out = pushAll(core, randomBytes(1, 100_000));
    const { conditionedBytes, reseeds, bytesSinceReseed, outputBytes } = core.counters;
    const reseed = drbg === 'ctr' ? 48 : 32;
    expect(conditionedBytes).toBe(Math.floor((98_304 - 512) / NEED) * 32);
    expect(reseeds).toBe(1 + Math.floor((conditionedBytes - 48) / reseed));
    expect(out.length).toBe(4 * (48 + (reseeds - 1) * reseed));
    expect([outputBytes, bytesSinceReseed]).toEqual([out.length, 4 * reseed]);
    // No block of it comes twice.
    const blocks = new Set<string>();
    for (let at = 0; at + 16 <= out.length; at += 16)
      blocks.add(Buffer.from(out.subarray(at, at + 16)).toString('hex'));
    expect(blocks.size).toBe(Math.floor(out.length / 16));
  });

  it('gives nothing more after a failure until it was reseeded', () => {
    const core = new TapCore({ ...base, mode: 'drbg' });
    pushAll(core, randomBytes(1, 50_000));
    const { reseeds } = core.counters;
    const stop = randomBytes(2, 100);
    stop.fill(255, 10, 17);
    expect(core.push(stop, 800).length).toBe(0);
    expect(core.state).toBe('recovering');
    expect(core.push(randomBytes(3, 600), 4800).length).toBe(0);
    expect(core.counters.reseeds).toBe(reseeds);
    expect(pushAll(core, randomBytes(4, 40_000)).length).toBeGreaterThan(0);
    expect(core.counters.reseeds).toBeGreaterThan(reseeds);
  });
});
