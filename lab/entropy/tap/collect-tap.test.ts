import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { randomBytes } from '../health/testing/streams.js';
import { scriptedBoard } from '../testing/scripted-board.js';
import { collectTap, type CollectedTap, type CollectTapOptions } from './collect-tap.js';
import type { TapRecord } from './tap-record.js';

const fair = (n: number): { bytes: Uint8Array }[] =>
  Array.from({ length: n }, (_, i) => ({ bytes: randomBytes(500 + i, 4096) }));

async function collect(
  script: Parameters<typeof scriptedBoard>[0],
  options: Partial<CollectTapOptions> = {},
  most = Infinity,
): Promise<CollectedTap & { bytes: Buffer; first: TapRecord; calls: string[] }> {
  const { fake, calls } = scriptedBoard(script);
  const parts: Uint8Array[] = [];
  let first: TapRecord | undefined;
  const collected = await collectTap(
    fake,
    {
      bytes: 20_000,
      mode: 'conditioned',
      assessment: { minEntropy: 0.8, origin: 'test', sha256: 'ab'.repeat(32) },
      clock: new VirtualClock(),
      ...options,
    },
    async (record) => {
      first = record;
      return {
        write: async (bytes) => {
          parts.push(Uint8Array.from(bytes));
          return parts.length < most;
        },
        close: async () => undefined,
      };
    },
  );
  return { ...collected, bytes: Buffer.concat(parts), first: first!, calls };
}

it('writes as many bytes as were wanted, with a record of tap and raw bits', async () => {
  const { record, bytes, error, first, calls } = await collect(fair(20));
  expect(error).toBeUndefined();
  expect(first).toMatchObject({ status: 'writing', notEntropy: false, bytes: 0, tap: { state: 'starting' } });
  expect(record).toMatchObject({
    status: 'finished',
    notEntropy: false,
    bytes: 20_000,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    blocks: { firstSeq: 0, lost: 0 },
    safe: true,
    tap: {
      assessment: { minEntropy: 0.8, origin: 'test', sha256: 'ab'.repeat(32) },
      bitsPerDigest: 400,
      alpha: { intermittent: 40, permanent: 60 },
      limits: { repetitionCount: { intermittent: 51, permanent: 76 } },
      state: 'open',
      events: [{ kind: 'state', state: 'open' }],
    },
  });
  expect(bytes.length).toBe(20_000);
  expect(calls).toEqual(['arm', 'getState', 'readTelemetry', 'openBits', 'makeSafe', 'readTelemetry']);
});

it('keeps what had left when the source dies, and says so', async () => {
  const { record, bytes, error } = await collect([...fair(6), { bytes: new Uint8Array(4096) }, ...fair(20)]);
  expect(error).toMatchObject({ code: 'HEALTH' });
  expect(record).toMatchObject({
    status: 'failed',
    bytes: bytes.length,
    error: { code: 'HEALTH' },
    tap: { state: 'failed' },
  });
  // One span of 131,072 bits was tested and used before.
  expect(bytes.length).toBe(Math.floor((16_384 - 512) / 50) * 32);
  expect(record.tap.events.some((event) => event.kind === 'alarm' && event.alarm.severity === 'permanent')).toBe(true);
});

it('is interrupted by a reader that has enough', async () => {
  const { record, error } = await collect(fair(20), {}, 1);
  expect([record.status, error]).toEqual(['interrupted', undefined]);
});

it('fails when the board ends before', async () => {
  const { record, error } = await collect(fair(5));
  expect(error).toMatchObject({ code: 'DATA_LOSS' });
  expect(record).toMatchObject({ status: 'failed', bytes: Math.floor((16_384 - 512) / 50) * 32 });
});
