import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataLossError } from '../../base/index.js';
import { BlockFlag, BlockFormat, spindrift } from '../../proto/index.js';
import { WireBitStream, copyBits, type BitOptions } from './bits.js';
import { settle, type FakeDevice } from './testing/fake-device.js';
import { rig } from './testing/rig.js';

const bitAt = (bytes: Uint8Array, k: number): number => (bytes[k >> 3]! >> (k & 7)) & 1;

describe('copyBits', () => {
  it('copies any bits to any place', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 40 }),
        fc.nat(40),
        fc.nat(40),
        fc.nat(200),
        (from, a, b, n) => {
          const count = Math.min(n, from.length * 8 - a);
          const to = new Uint8Array(60);
          copyBits(from, a, to, b, count);
          const bits = Array.from({ length: 480 }, (_, k) => bitAt(to, k));
          const wanted = bits.map((_, k) => (k >= b && k < b + count ? bitAt(from, a + k - b) : 0));
          expect(bits).toEqual(wanted);
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});

async function open(
  options: BitOptions,
  script: (send: (data: Uint8Array, flags?: number, tail?: number) => void, device: FakeDevice, id: number) => void,
  standIn = false,
): Promise<{ stream: WireBitStream; device: FakeDevice }> {
  const { device, link } = await rig();
  device.on('openBits', ({ id }) => {
    device.partial(id, {
      body: 'streamOpened',
      streamOpened: { blockBytes: 64, lossless: options.overflow !== 'drop' },
    });
    const { send } = device.blockStream({ streamId: id, format: BlockFormat.BITS_LSB });
    script(send, device, id);
  });
  return { stream: WireBitStream.open(link, options, 5, standIn), device };
}

describe('a bit stream', () => {
  it('gives bits in any portion, across blocks of any length', async () => {
    const { stream } = await open({}, (send, device, id) => {
      send(Uint8Array.of(0b10110101, 0b101), 0, 5); // 11 bits
      send(Uint8Array.of(0xff));
      send(Uint8Array.of(0b0), BlockFlag.END, 7); // 1 bit
      device.ok(id, { body: 'streamStats', streamStats: { blocks: 3, bytes: 4, items: 20, boardTimeUs: 1000 } });
    });
    expect(await stream.readBits(0)).toEqual(new Uint8Array(0));
    expect(await stream.readBits(3)).toEqual(Uint8Array.of(0b101));
    expect(await stream.readBits(10)).toEqual(Uint8Array.of(0b10110110, 0b11));
    expect(await stream.readBits(7)).toEqual(Uint8Array.of(0b0111111));
    await expect(stream.readBits(1)).rejects.toThrow(DataLossError);
    await settle();
    expect(stream.summary).toMatchObject({ blocks: 3, bytes: 4, items: 20, boardTimeS: 0.001, missing: 0 });
    expect(stream.notEntropy).toBe(false);
  });
  it('marks bits of a stand-in not entropy, whatever the flags say', async () => {
    const send1 = (send: (data: Uint8Array) => void): void => send(Uint8Array.of(1));
    const liar = await open({}, send1, true);
    expect((await liar.stream.next())?.notEntropy).toBe(true);
    const honest = await open({}, (send) =>
      send(Uint8Array.of(1), BlockFlag.NOT_ENTROPY | BlockFlag.UNHEALTHY | BlockFlag.PAUSED),
    );
    expect(await honest.stream.next()).toMatchObject({
      notEntropy: true,
      unhealthy: true,
      paused: true,
      gap: 0,
      bits: 8,
    });
    await honest.stream.readBits(0);
    await liar.stream.close();
    await honest.stream.close();
  });
  it('iterates, keeps copies, and leaving the loop sends Cancel', async () => {
    const { stream, device } = await open({ totalBits: 1000 }, (send) => {
      send(Uint8Array.of(7));
      send(Uint8Array.of(8));
    });
    for await (const block of stream) {
      expect(block.bytes).toEqual(Uint8Array.of(7));
      break;
    }
    await settle();
    expect(device.asked('cancel').length).toBe(1);
    expect(await stream.next()).toBeUndefined();
    const asked = device.asked('openBits')[0];
    expect(asked).toMatchObject({ configHash: 5 });
  });
  it('passes a failure on to whoever reads', async () => {
    const { stream, device } = await open({}, (send) => send(Uint8Array.of(7)));
    expect(await stream.next()).toBeDefined();
    const waiting = stream.next().catch((error: unknown) => error);
    const id = device.asked('openBits')[0]!.id;
    device.reply({ id, end: true, status: spindrift.v1.Status.STATUS_UNHEALTHY, detail: 'APT' });
    expect(await waiting).toMatchObject({ code: 'HEALTH' });
    await expect(stream.next()).rejects.toMatchObject({ code: 'HEALTH' });
  });
  it('names wrong arguments', async () => {
    const { link } = await rig();
    const bad =
      (options: object): (() => unknown) =>
      () =>
        WireBitStream.open(link, options, 0, true);
    expect(bad({ xorStages: 4 })).toThrow(/xorStages/);
    expect(bad({ mode: 'debiased' })).toThrow(/mode/);
    expect(bad({ overflow: 'spill' })).toThrow(/overflow/);
    expect(bad({ totalBits: -1 })).toThrow(/totalBits/);
    expect(bad({ rowMask: 0n })).toThrow(/rowMask/);
    expect(bad({ blockBytes: 70_000 })).toThrow(/blockBytes/);
  });
});
