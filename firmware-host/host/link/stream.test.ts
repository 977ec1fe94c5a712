import { describe, expect, it } from 'vitest';
import { DataLossError, ProtocolError } from '../../../base/index.js';
import {
  BlockFlag,
  BlockFormat,
  DATA_OFFSET,
  newDataFrame,
  spindrift,
  type BlockWriterOptions,
} from '../../../proto/index.js';
import { settle, type FakeDevice } from '../testing/fake-device.js';
import { rig } from '../testing/rig.js';
import { LinkStream, type StreamOptions } from './stream.js';
import type { Link } from './link.js';

const { Status } = spindrift.v1;

interface Opened {
  stream: LinkStream;
  id: number;
  link: Link;
  device: FakeDevice;
  send: (data: Uint8Array, flags?: number) => void;
  writer: ReturnType<FakeDevice['blockStream']>['writer'];
  seen: number[];
}
/** Opens a bit stream on a scripted board that sends what the test tells it to. */
async function open(
  options: StreamOptions = {},
  opened: Record<string, unknown> = {},
  writerOptions: Partial<BlockWriterOptions> = {},
): Promise<Opened> {
  const { device, link } = await rig();
  let id = 0;
  device.on('openBits', (request) => {
    id = request.id;
    device.partial(id, { body: 'streamOpened', streamOpened: { blockBytes: 64, lossless: true, ...opened } });
  });
  const seen: number[] = [];
  const stream = await LinkStream.open(
    link,
    'openBits',
    {},
    { onBlock: (block) => void seen.push(block.seq), ...options },
  );
  await settle();
  const { writer, send } = device.blockStream({ streamId: id, format: BlockFormat.BITS_LSB, ...writerOptions });
  return { stream, id, link, device, send, writer, seen };
}
const byte = Uint8Array.of(1);

describe('downward', () => {
  it.each([1, 2, 3, 8, 16])(
    'a window of %i is granted at once and again as blocks are consumed, never more than the window ahead',
    async (window) => {
      const { stream, id, device, send, seen } = await open({ window });
      expect(device.granted(id)).toBe(window);
      for (let k = 0; k < 40; k++) {
        expect(device.granted(id)).toBeGreaterThan(k);
        expect(device.granted(id)).toBeLessThanOrEqual(k + window);
        send(byte);
        await settle(3);
      }
      expect(seen).toEqual(Array.from({ length: 40 }, (_, k) => k));
      stream.cancel();
    },
  );
  it('blocks that are kept are not granted again until they are consumed', async () => {
    const { stream, id, device, send } = await open({ window: 4, onBlock: () => 'kept' });
    for (let k = 0; k < 4; k++) send(byte);
    await settle();
    expect(device.granted(id)).toBe(4);
    stream.consumed();
    await settle();
    expect(device.granted(id)).toBe(4);
    stream.consumed();
    await settle();
    expect(device.granted(id)).toBe(6);
  });
  it('ends with the final frame; what comes later is counted and dropped', async () => {
    const { stream, id, link, device, send } = await open();
    send(byte, BlockFlag.END);
    device.ok(id, { body: 'streamStats', streamStats: { blocks: 1, bytes: 1 } });
    expect((await stream.done).body).toBe('streamStats');
    expect(stream.ended).toBe(true);
    send(byte);
    device.partial(id, { body: 'streamCredit', streamCredit: { streamId: id, blocks: 1 } });
    await settle();
    expect(link.counters).toEqual({ lateBlocks: 1, lateReplies: 1 });
  });
  it('a gap in a lossless stream is a DataLossError, and the stream is cancelled', async () => {
    const { stream, id, device, send, writer } = await open();
    send(byte);
    writer.drop();
    send(byte);
    await expect(stream.done).rejects.toThrow(DataLossError);
    await settle();
    expect(device.asked('cancel')[0]).toMatchObject({ cancel: { targetId: id } });
  });
  it('so is a block that is missing at the very end', async () => {
    const { stream, id, device, send } = await open();
    send(byte);
    device.ok(id, { body: 'streamStats', streamStats: { blocks: 2 } });
    await expect(stream.done).rejects.toThrow(/1 block of a lossless stream/);
  });
  it('a gap in a lossy stream is counted exactly and reported with the next block', async () => {
    const missing: number[] = [];
    const { stream, id, device, send, writer } = await open(
      { onBlock: (_block, n) => void missing.push(n) },
      { lossless: false },
    );
    send(byte);
    writer.drop();
    writer.drop();
    send(byte);
    send(byte);
    device.ok(id, { body: 'streamStats', streamStats: { blocks: 5, dropped: 2 } });
    await stream.done;
    expect(missing).toEqual([0, 2, 0]);
    expect([stream.reader.blocks, stream.reader.missing]).toEqual([3, 2]);
  });
  it('a block out of order is a ProtocolError', async () => {
    const { stream, device, id, send } = await open();
    send(byte);
    device.blockStream({ streamId: id, format: 1 }).send(byte);
    await expect(stream.done).rejects.toThrow(ProtocolError);
  });
  it('a consumer that throws ends its stream with its own error', async () => {
    const { stream, device, send } = await open({
      onBlock: () => {
        throw new Error('mine');
      },
    });
    send(byte);
    await expect(stream.done).rejects.toThrow('mine');
    await settle();
    expect(device.asked('cancel').length).toBe(1);
  });
  it('abort in mid-stream sends Cancel and rejects at once', async () => {
    const controller = new AbortController();
    const { stream, device, send } = await open({ signal: controller.signal });
    send(byte);
    await settle();
    controller.abort();
    await expect(stream.done).rejects.toMatchObject({ name: 'AbortError' });
    await settle();
    expect(device.asked('cancel').length).toBe(1);
  });
  it('a refusal before StreamOpened rejects the opening', async () => {
    const { device, link } = await rig();
    device.on('openBits', ({ id }) => device.reply({ id, end: true, status: Status.STATUS_FAILED_PRECONDITION }));
    await expect(LinkStream.open(link, 'openBits', {}, {})).rejects.toMatchObject({ code: 'STATE' });
    device.on('openBits', ({ id }) => device.ok(id));
    await expect(LinkStream.open(link, 'openBits', {}, {})).rejects.toThrow(/before it was opened/);
  });
  it('close asks for the orderly end', async () => {
    const { stream, device, id } = await open();
    stream.close();
    await settle();
    expect(device.asked('streamClose')[0]).toMatchObject({ id: 0, streamClose: { streamId: id } });
    expect(stream.ended).toBe(false);
  });
});

describe('upward', () => {
  it('sends only with credit, in order, and wakes at a grant', async () => {
    const { stream, device, id } = await open({ upFormat: BlockFormat.U8 }, { blockBytes: 0, upBlockBytes: 64 });
    expect(device.granted(id)).toBe(0);
    expect(stream.canSend).toBe(false);
    const frame = (value: number): Uint8Array => {
      const f = newDataFrame(1);
      f[DATA_OFFSET] = value;
      return f;
    };
    expect(() => stream.send(frame(0))).toThrow(ProtocolError);
    const ready = stream.sendable();
    device.partial(id, { body: 'streamCredit', streamCredit: { streamId: id, blocks: 2 } });
    expect(await ready).toBe(true);
    stream.send(frame(10));
    stream.send(frame(11), BlockFlag.END);
    expect(stream.upCredit).toBe(0);
    await settle();
    expect(device.blocks.map((b) => [b.streamId, b.seq, b.flags, b.format, b.data[0]])).toEqual([
      [id, 0, 0, BlockFormat.U8, 10],
      [id, 1, BlockFlag.END, BlockFormat.U8, 11],
    ]);
    const waiting = stream.sendable();
    device.reply({ id, end: true, status: Status.STATUS_DATA_LOSS });
    expect(await waiting).toBe(false);
    await expect(stream.done).rejects.toThrow(DataLossError);
  });
});
