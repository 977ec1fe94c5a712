import { describe, expect, it } from 'vitest';
import { DeviceError, VirtualClock } from '../../../../base/index.js';
import { USB_ENDPOINT_IN } from '../../../../proto/usb.js';
import { settle } from '../../testing/fake-device.js';
import { ERRNO, FakeUsbDevice } from '../../testing/fake-libusb.js';
import { CLOSING, OPENING, makeUsb, openUsb, openedUsb } from '../../testing/usb-session.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('opening', () => {
  it('resets the link, then both pipes, then reads with eight transfers', async () => {
    const { device, transport } = await openedUsb();
    expect(device.log).toEqual(OPENING);
    expect(device.readsQueued).toBe(8);
    await transport.close();
  });

  it('chooses the configuration of a device that has none yet', async () => {
    const device = new FakeUsbDevice();
    device.configDescriptor = undefined;
    const { transport } = await openedUsb({ device });
    expect(device.log.slice(0, 3)).toEqual(['open', 'configuration 1', 'claim']);
    await transport.close();
  });

  it.each([
    ['open', ERRNO.ACCESS, 'BOARD_ACCESS'],
    ['open', ERRNO.NO_DEVICE, 'BOARD_LOST'],
    ['claim', ERRNO.BUSY, 'BOARD_BUSY'],
    ['request', ERRNO.STALL, 'PROTOCOL'],
    ['request', 2, 'BOARD_TIMEOUT'],
    ['clearHalt', ERRNO.NO_DEVICE, 'BOARD_LOST'],
    ['clearHalt', -1, 'USB'],
  ])('%s failing with %i says what it is and leaves nothing open', async (call, errno, code) => {
    const made = makeUsb();
    made.device.failures.set(call, errno);
    await expect(openUsb(made)).rejects.toMatchObject({ code, nextStep: expect.stringMatching(/\w{4}/) as string });
    expect(made.device.opened).toBe(false);
    await made.transport.close();
    made.device.failures.clear();
    const again = await openedUsb({ device: made.device });
    await again.transport.close();
  });

  it('lets the system put a failure into words', async () => {
    const made = makeUsb({ explain: ({ kind }) => new DeviceError(`see ${kind}`) });
    made.device.failures.set('open', ERRNO.ACCESS);
    await expect(openUsb(made)).rejects.toThrow('see access');
  });

  it('refuses a device that is open in this program already', async () => {
    const first = await openedUsb();
    await expect(openUsb(makeUsb({ device: first.device }))).rejects.toMatchObject({ code: 'BOARD_BUSY' });
    expect(first.device.opened).toBe(true);
    await first.transport.close();
    const second = await openedUsb({ device: first.device });
    await second.transport.close();
  });

  it('stops where it is when aborted, and closes the device', async () => {
    for (let step = 0; step < OPENING.length; step++) {
      const controller = new AbortController();
      const made = makeUsb();
      const push = made.device.log.push.bind(made.device.log);
      made.device.log.push = (...lines) => {
        if (lines.includes(OPENING[step]!)) controller.abort();
        return push(...lines);
      };
      await expect(openUsb(made, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
      expect(made.device.opened).toBe(false);
      expect(made.device.readsQueued).toBe(0);
    }
    const before = makeUsb();
    await expect(openUsb(before, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(before.device.log).toEqual([]);
  });

  it('is given up by close() while under way', async () => {
    const made = makeUsb();
    const opening = expect(openUsb(made)).rejects.toMatchObject({ name: 'AbortError' });
    await Promise.all([made.transport.close(), opening]);
    expect(made.device.opened).toBe(false);
    expect(made.heard).toEqual([]);
  });

  it('survives an unplug between any two steps', async () => {
    for (let step = 0; step < OPENING.length; step++) {
      const made = makeUsb();
      const push = made.device.log.push.bind(made.device.log);
      made.device.log.push = (...lines) => {
        if (lines.includes(OPENING[step]!)) made.device.gone = true;
        return push(...lines);
      };
      await expect(openUsb(made)).rejects.toMatchObject({ code: 'BOARD_LOST' });
      expect(made.device.opened).toBe(false);
    }
  });
});

describe('reading', () => {
  it('gives bytes in order, empty transfers left out', async () => {
    const made = await openedUsb();
    made.device.send(bytes(1, 2));
    made.device.send(bytes());
    for (let k = 3; k < 40; k++) made.device.send(bytes(k));
    await settle(20);
    expect(made.heard).toEqual(Array.from({ length: 39 }, (_, k) => k + 1));
    expect(made.device.readsQueued).toBe(8);
    await made.transport.close();
  });

  it('gives arrays that nobody writes into again, long and short', async () => {
    const made = makeUsb();
    const kept: Uint8Array[] = [];
    await made.transport.open({
      onData: (data) => kept.push(data),
      onDrain: () => undefined,
      onClose: () => undefined,
    });
    for (let k = 0; k < 30; k++) made.device.send(new Uint8Array(k % 2 ? 16384 : 100).fill(k));
    await settle(20);
    expect(kept.map((data) => [data.length, new Set(data).size, data[0]])).toEqual(
      Array.from({ length: 30 }, (_, k) => [k % 2 ? 16384 : 100, 1, k]),
    );
    await made.transport.close();
  });

  it('pauses without loss', async () => {
    const made = await openedUsb();
    made.transport.setPaused(true);
    for (let k = 0; k < 20; k++) made.device.send(bytes(k));
    await settle(10);
    expect(made.heard).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(made.device.readsQueued).toBe(0);
    made.transport.setPaused(false);
    await settle(10);
    expect(made.heard).toEqual(Array.from({ length: 20 }, (_, k) => k));
    made.transport.setPaused(true);
    await made.transport.close();
    expect(made.device.opened).toBe(false);
  });

  it('drops what arrives while it closes', async () => {
    const made = await openedUsb();
    const closing = made.transport.close();
    made.device.send(bytes(1));
    await closing;
    await settle();
    expect(made.heard).toEqual([]);
  });
});

describe('writing', () => {
  it('sends in order and tells when to hold and to go on', async () => {
    const made = await openedUsb();
    made.device.holdOut = true;
    let more = true;
    let sent = 0;
    while (more && sent < 100) more = made.transport.send(new Uint8Array(4096).fill(sent++));
    expect(sent).toBe(16);
    made.device.holdOut = false;
    made.device.take();
    await settle(20);
    expect(made.drains).toBe(1);
    const firsts = made.device.taken.flatMap((part) => [...part].filter((_, at) => at % 4096 === 0));
    expect(firsts).toEqual(Array.from({ length: 16 }, (_, k) => k));
    await made.transport.close();
  });

  it('sends what was given just before close()', async () => {
    const made = await openedUsb();
    made.transport.send(bytes(1));
    made.transport.send(bytes(2));
    await made.transport.close();
    expect(made.device.taken).toEqual([bytes(1), bytes(2)]);
    expect(made.device.log).toEqual([...OPENING, ...CLOSING]);
    made.transport.send(bytes(3));
    await settle();
    expect(made.device.taken).toHaveLength(2);
  });
});

describe('closing', () => {
  it('is the same whether once or often', async () => {
    const made = await openedUsb();
    const first = made.transport.close();
    expect(made.transport.close()).toBe(first);
    await first;
    await made.transport.close();
    expect(made.device.log).toEqual([...OPENING, ...CLOSING]);
    expect(made.heard).toEqual([]);
  });

  it('does not wait for ever for a board that takes nothing', async () => {
    const clock = new VirtualClock();
    const made = await openedUsb({ clock });
    made.device.holdOut = true;
    made.device.silent.add('request');
    made.transport.send(bytes(1));
    const closing = made.transport.close();
    for (let k = 0; k < 10; k++) {
      await settle();
      clock.advance(1);
    }
    await closing;
    expect(made.device.opened).toBe(false);
    expect(made.heard).toEqual([]);
  });

  it('does not wait for ever for a transfer that never comes back', async () => {
    const clock = new VirtualClock();
    const made = await openedUsb({ clock });
    made.device.loseTransfer(USB_ENDPOINT_IN);
    const closing = made.transport.close();
    for (let k = 0; k < 60; k++) {
      await settle();
      clock.advance(0.1);
    }
    await closing;
  });

  it('survives an unplug at any point of it', async () => {
    for (const step of CLOSING) {
      const made = await openedUsb();
      const push = made.device.log.push.bind(made.device.log);
      made.device.log.push = (...lines) => {
        if (lines.includes(step)) made.device.unplug();
        return push(...lines);
      };
      made.transport.send(bytes(1));
      await made.transport.close();
      expect(made.device.opened).toBe(false);
      expect(made.heard).toEqual([]);
    }
  });

  it('before opening is harmless', async () => {
    const made = makeUsb();
    await made.transport.close();
    expect(made.device.log).toEqual([]);
    await expect(openUsb(made)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
