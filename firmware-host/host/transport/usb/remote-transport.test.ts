import { MessageChannel } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardLostError, BoardNotFoundError, VirtualClock } from '../../../../base/index.js';
import { settle } from '../../testing/fake-device.js';
import { ERRNO, FakeUsbDevice } from '../../testing/fake-libusb.js';
import { LibusbPort } from './libusb-port.js';
import { RemoteTransport, serveTransport, type PausableTransport } from './remote-transport.js';
import { UsbTransport } from './usb-transport.js';

fc.configureGlobal({ seed: 20250101 });

interface Pair {
  readonly near: RemoteTransport;
  readonly device: FakeUsbDevice;
  readonly heard: (number | Error | undefined)[];
  /** Resolves when the far end has closed everything. */
  readonly served: () => Promise<void>;
  /** Cuts the port, as the end of the thread does. */
  readonly cut: () => void;
  drains: number;
}

function pair(options: { find?: () => Promise<PausableTransport>; clock?: VirtualClock } = {}): Pair {
  const device = new FakeUsbDevice();
  const { port1, port2 } = new MessageChannel();
  let served: Promise<void> | undefined;
  const far = new UsbTransport(new LibusbPort(device, 'usb:A'));
  const near = new RemoteTransport(
    'usb:A',
    () => {
      served = serveTransport(port2, options.find ?? (() => Promise.resolve(far)));
      return Promise.resolve(port1);
    },
    options.clock,
  );
  return { near, device, heard: [], served: () => served ?? Promise.resolve(), cut: () => port2.close(), drains: 0 };
}

function open(made: Pair, signal?: AbortSignal): Promise<void> {
  return made.near.open(
    {
      onData: (bytes) => made.heard.push(...bytes),
      onDrain: () => made.drains++,
      onClose: (error) => made.heard.push(error),
    },
    signal,
  );
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
async function until(check: () => boolean): Promise<void> {
  while (!check()) await settle(1);
}

describe('a transport in another thread', () => {
  it('opens, carries bytes both ways, and closes', async () => {
    const made = pair();
    await open(made);
    made.near.send(bytes(1, 2));
    made.near.send(bytes(3));
    made.device.send(bytes(7, 8));
    await until(() => made.heard.length === 2 && made.device.taken.length > 0);
    expect(made.heard).toEqual([7, 8]);
    await made.near.close();
    expect(made.device.taken.flatMap((part) => [...part])).toEqual([1, 2, 3]);
    expect(made.device.opened).toBe(false);
    await made.near.close();
    await made.served();
    expect(made.heard).toEqual([7, 8]);
  });

  it('lets out what was sent just before close()', async () => {
    const made = pair();
    await open(made);
    for (let k = 0; k < 50; k++) made.near.send(bytes(k));
    await made.near.close();
    expect(made.device.taken.flatMap((part) => [...part])).toEqual(Array.from({ length: 50 }, (_, k) => k));
  });

  it('passes on typed errors of opening', async () => {
    const made = pair();
    made.device.failures.set('claim', ERRNO.BUSY);
    const error: unknown = await open(made).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'BoardBusyError', code: 'BOARD_BUSY', nextStep: expect.any(String) as string });
    await made.served();
    expect(made.device.opened).toBe(false);
    const none = pair({ find: () => Promise.reject(new BoardNotFoundError('none', { code: 'X' })) });
    const missing: unknown = await open(none).catch((e: unknown) => e);
    expect(missing).toBeInstanceOf(BoardNotFoundError);
    expect(missing).toMatchObject({ code: 'X' });
  });

  it('gives everything that came before the loss, then the loss, once', async () => {
    const made = pair();
    await open(made);
    for (let k = 0; k < 20; k++) made.device.send(bytes(k));
    await settle(2);
    made.device.unplug(bytes(99));
    await until(() => made.heard.at(-1) instanceof Error);
    expect(made.heard).toEqual([...Array.from({ length: 20 }, (_, k) => k), 99, expect.any(BoardLostError)]);
    expect(made.heard.at(-1)).toMatchObject({ code: 'BOARD_LOST', details: { usb: 'gone' } });
    await made.near.close();
    await made.served();
    expect(made.device.opened).toBe(false);
  });

  it('is lost when its thread ends, whether open or opening', async () => {
    const made = pair();
    await open(made);
    made.cut();
    await until(() => made.heard.length > 0);
    expect(made.heard).toEqual([expect.any(BoardLostError)]);
    await made.near.close();
    await made.served();
    expect(made.device.opened).toBe(false);

    const never = pair({ find: () => new Promise(() => undefined) });
    const opening = expect(open(never)).rejects.toBeInstanceOf(BoardLostError);
    await settle();
    never.cut();
    await opening;
  });

  it('stops opening when aborted, and frees the device', async () => {
    for (let turns = 0; turns < 12; turns++) {
      const controller = new AbortController();
      const made = pair();
      const opening = open(made, controller.signal).then(
        () => 'open',
        (error: unknown) => (error as Error).name,
      );
      await settle(turns);
      controller.abort();
      if ((await opening) === 'open') await made.near.close();
      await made.served();
      expect(made.device.opened).toBe(false);
    }
    await expect(open(pair(), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not wait for ever for a thread that hangs', async () => {
    const clock = new VirtualClock();
    const controller = new AbortController();
    const made = pair({ clock, find: () => new Promise(() => undefined) });
    const opening = expect(open(made, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    await settle();
    controller.abort();
    await settle();
    clock.advance(2);
    await opening;
    const closing = made.near.close();
    await settle();
    clock.advance(10);
    await closing;
    made.cut();
  });

  it('holds a sender while the board takes nothing, and a board while nobody reads', async () => {
    const made = pair();
    await open(made);
    made.device.holdOut = true;
    let more = true;
    let sent = 0;
    while (more && sent < 1000) {
      more = made.near.send(new Uint8Array(16384));
      sent++;
      await settle(2);
    }
    // The transport's own mark, and then the port's.
    expect(sent).toBeLessThan(40);
    made.device.holdOut = false;
    made.device.take();
    await until(() => made.drains > 0);
    await made.near.close();
    expect(made.device.taken.reduce((sum, { length }) => sum + length, 0)).toBe(sent * 16384);
  });

  it('keeps order and count under any mixture of sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 16384 })), { maxLength: 60 }),
        async (steps) => {
          const made = pair();
          await open(made);
          const [up, down]: [number[], number[]] = [[], []];
          for (const [isUp, size] of steps) {
            const list = isUp ? up : down;
            const from = list.length;
            const part = Uint8Array.from({ length: size }, (_, k) => (from + k) % 251);
            list.push(...part);
            if (isUp) made.near.send(part);
            else made.device.send(part);
            await settle(1);
          }
          await until(() => made.heard.length === down.length);
          await made.near.close();
          expect(made.heard).toEqual(down);
          expect(made.device.taken.flatMap((part) => [...part])).toEqual(up);
        },
      ),
      { numRuns: 10 },
    );
  });
});

it('pauses a board whose bytes nobody takes off the port', async () => {
  const device = new FakeUsbDevice();
  const { port1, port2 } = new MessageChannel();
  const served = serveTransport(port2, () => Promise.resolve(new UsbTransport(new LibusbPort(device, 'usb:A'))));
  await until(() => device.readsQueued > 0);
  // Nobody listens on port1.
  for (let k = 0; k < 64; k++) device.send(new Uint8Array(16384));
  await until(() => device.readsQueued === 0);
  await settle(50);
  const left = device.unsent;
  expect(left).toBeGreaterThan(30);
  port1.close();
  await served;
  expect(device.opened).toBe(false);
});
