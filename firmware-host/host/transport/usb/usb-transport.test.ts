import { describe, expect, it } from 'vitest';
import { BoardLostError, DeviceError, VirtualClock, systemClock, type Clock } from '../../../../base/index.js';
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT } from '../../../../proto/usb.js';
import { settle } from '../../testing/fake-device.js';
import { ERRNO, FakeUsbDevice } from '../../testing/fake-libusb.js';
import { LibusbPort } from './libusb-port.js';
import { UsbTransport, type UsbTransportOptions } from './usb-transport.js';

const OPENING = ['open', 'claim', 'request 1', 'clearHalt in', 'clearHalt out'];
const CLOSING = ['request 1', 'release', 'close'];

interface Opened {
  readonly device: FakeUsbDevice;
  readonly transport: UsbTransport;
  /** Bytes and errors, in the order in which they came. */
  readonly heard: (number | Error | undefined)[];
  drains: number;
}

function make(options: UsbTransportOptions & { device?: FakeUsbDevice; portClock?: Clock } = {}): Opened {
  const device = options.device ?? new FakeUsbDevice();
  const port = new LibusbPort(device, 'usb:SERIAL', options.portClock ?? options.clock ?? systemClock);
  return { device, transport: new UsbTransport(port, options), heard: [], drains: 0 };
}

function open(made: Opened, signal?: AbortSignal): Promise<void> {
  return made.transport.open(
    {
      onData: (bytes) => made.heard.push(...bytes),
      onDrain: () => made.drains++,
      onClose: (error) => made.heard.push(error),
    },
    signal,
  );
}

async function opened(options: Parameters<typeof make>[0] = {}): Promise<Opened> {
  const made = make(options);
  await open(made);
  return made;
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const error = (made: Opened): Error => made.heard.at(-1) as Error;

describe('opening', () => {
  it('resets the link, then both pipes, then reads with eight transfers', async () => {
    const { device, transport } = await opened();
    expect(device.log).toEqual(OPENING);
    expect(device.readsQueued).toBe(8);
    await transport.close();
  });

  it('chooses the configuration of a device that has none yet', async () => {
    const device = new FakeUsbDevice();
    device.configDescriptor = undefined;
    const { transport } = await opened({ device });
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
    const made = make();
    made.device.failures.set(call, errno);
    await expect(open(made)).rejects.toMatchObject({ code, nextStep: expect.stringMatching(/\w{4}/) as string });
    expect(made.device.opened).toBe(false);
    await made.transport.close();
    made.device.failures.clear();
    const again = await opened({ device: made.device });
    await again.transport.close();
  });

  it('lets the system put a failure into words', async () => {
    const made = make({ explain: ({ kind }) => new DeviceError(`see ${kind}`) });
    made.device.failures.set('open', ERRNO.ACCESS);
    await expect(open(made)).rejects.toThrow('see access');
  });

  it('refuses a device that is open in this program already', async () => {
    const first = await opened();
    await expect(open(make({ device: first.device }))).rejects.toMatchObject({ code: 'BOARD_BUSY' });
    expect(first.device.opened).toBe(true);
    await first.transport.close();
    const second = await opened({ device: first.device });
    await second.transport.close();
  });

  it('stops where it is when aborted, and closes the device', async () => {
    for (let step = 0; step < OPENING.length; step++) {
      const controller = new AbortController();
      const made = make();
      const push = made.device.log.push.bind(made.device.log);
      made.device.log.push = (...lines) => {
        if (lines.includes(OPENING[step]!)) controller.abort();
        return push(...lines);
      };
      await expect(open(made, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
      expect(made.device.opened).toBe(false);
      expect(made.device.readsQueued).toBe(0);
    }
    const before = make();
    await expect(open(before, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(before.device.log).toEqual([]);
  });

  it('is given up by close() while under way', async () => {
    const made = make();
    const opening = expect(open(made)).rejects.toMatchObject({ name: 'AbortError' });
    await Promise.all([made.transport.close(), opening]);
    expect(made.device.opened).toBe(false);
    expect(made.heard).toEqual([]);
  });

  it('survives an unplug between any two steps', async () => {
    for (let step = 0; step < OPENING.length; step++) {
      const made = make();
      const push = made.device.log.push.bind(made.device.log);
      made.device.log.push = (...lines) => {
        if (lines.includes(OPENING[step]!)) made.device.gone = true;
        return push(...lines);
      };
      await expect(open(made)).rejects.toMatchObject({ code: 'BOARD_LOST' });
      expect(made.device.opened).toBe(false);
    }
  });
});

describe('reading', () => {
  it('gives bytes in order, empty transfers left out', async () => {
    const made = await opened();
    made.device.send(bytes(1, 2));
    made.device.send(bytes());
    for (let k = 3; k < 40; k++) made.device.send(bytes(k));
    await settle(20);
    expect(made.heard).toEqual(Array.from({ length: 39 }, (_, k) => k + 1));
    expect(made.device.readsQueued).toBe(8);
    await made.transport.close();
  });

  it('gives arrays that nobody writes into again, long and short', async () => {
    const made = make();
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
    const made = await opened();
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
    const made = await opened();
    const closing = made.transport.close();
    made.device.send(bytes(1));
    await closing;
    await settle();
    expect(made.heard).toEqual([]);
  });
});

describe('writing', () => {
  it('sends in order and tells when to hold and to go on', async () => {
    const made = await opened();
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
    const made = await opened();
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
    const made = await opened();
    const first = made.transport.close();
    expect(made.transport.close()).toBe(first);
    await first;
    await made.transport.close();
    expect(made.device.log).toEqual([...OPENING, ...CLOSING]);
    expect(made.heard).toEqual([]);
  });

  it('does not wait for ever for a board that takes nothing', async () => {
    const clock = new VirtualClock();
    const made = await opened({ clock });
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
    const made = await opened({ clock });
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
      const made = await opened();
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
    const made = make();
    await made.transport.close();
    expect(made.device.log).toEqual([]);
    await expect(open(made)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a board that goes away', () => {
  it('is lost once, after everything that it sent', async () => {
    const made = await opened();
    made.device.send(bytes(1));
    made.device.send(bytes(2));
    made.device.unplug(bytes(3, 4));
    await settle(10);
    expect(made.heard.slice(0, -1)).toEqual([1, 2, 3, 4]);
    expect(error(made)).toBeInstanceOf(BoardLostError);
    expect(error(made)).toMatchObject({
      code: 'BOARD_LOST',
      message: 'usb:SERIAL: the board was unplugged',
      nextStep: expect.stringMatching(/plug it in again/) as string,
      details: { usb: 'gone' },
    });
    await made.transport.close();
    await settle();
    expect(made.heard).toHaveLength(5);
    expect(made.device.opened).toBe(false);
    // Nothing was asked of a device that is gone.
    expect(made.device.log).toEqual([...OPENING, 'release', 'close']);
  });

  it('is lost once when a transfer cannot be submitted again', async () => {
    const made = await opened();
    made.device.refuseSubmit = true;
    made.device.send(bytes(1));
    await settle(10);
    expect(made.heard).toEqual([1, expect.any(BoardLostError)]);
    expect(made.device.opened).toBe(false);
  });

  it('first gives what has arrived when a write fails before reading does', async () => {
    const made = await opened();
    made.device.holdOut = true;
    made.transport.send(bytes(9));
    made.device.failPipe(USB_ENDPOINT_OUT, ERRNO.TRANSFER_NO_DEVICE);
    await settle();
    made.device.send(bytes(1));
    await settle();
    expect(made.heard).toEqual([1]);
    made.device.unplug();
    await settle(10);
    expect(made.heard).toEqual([1, expect.any(BoardLostError)]);
  });

  it('is lost when writes fail and reading goes on', async () => {
    const clock = new VirtualClock();
    const made = await opened({ clock });
    made.device.holdOut = true;
    made.transport.send(bytes(9));
    made.device.failPipe(USB_ENDPOINT_OUT, ERRNO.TRANSFER_ERROR);
    for (let k = 0; k < 10; k++) {
      await settle();
      clock.advance(0.2);
    }
    expect(made.heard).toEqual([expect.any(BoardLostError)]);
    expect(error(made).message).toMatch(/the way to the board failed/);
    expect(made.device.opened).toBe(false);
  });

  it.each([USB_ENDPOINT_IN, USB_ENDPOINT_OUT])(
    'is lost when it halts pipe %i, and can be opened again',
    async (address) => {
      const made = await opened();
      made.device.holdOut = true;
      made.transport.send(bytes(9));
      made.device.send(bytes(1));
      await settle();
      made.device.stall(address);
      // The firmware halts both.
      made.device.stall(USB_ENDPOINT_IN);
      await settle(10);
      expect(made.heard).toEqual([1, expect.any(BoardLostError)]);
      expect(error(made)).toMatchObject({
        message: 'usb:SERIAL: the board halted the link',
        details: { usb: 'stall' },
      });
      // It is made safe on the way out.
      expect(made.device.log).toEqual([...OPENING, ...CLOSING]);
      const again = await opened({ device: made.device });
      again.device.send(bytes(5));
      await settle();
      expect(again.heard).toEqual([5]);
      await again.transport.close();
    },
  );

  it('does not get lost after close()', async () => {
    const made = await opened();
    made.device.holdOut = true;
    made.transport.send(bytes(9));
    const closing = made.transport.close();
    made.device.unplug();
    await closing;
    await settle();
    expect(made.heard).toEqual([]);
  });
});

it('keeps its count when a listener throws, and lets the error be seen', async () => {
  const made = make();
  const thrown: unknown[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (e) => thrown.push(e));
  try {
    await made.transport.open({
      onData: () => {
        throw new Error('a mistake');
      },
      onDrain: () => undefined,
      onClose: () => undefined,
    });
    made.device.send(bytes(1));
    await settle(5);
    expect(thrown).toEqual([new Error('a mistake')]);
    expect(made.device.swallowed).toEqual([]);
    expect(made.device.readsQueued).toBe(8);
    await made.transport.close();
    expect(made.device.opened).toBe(false);
  } finally {
    process.removeAllListeners('uncaughtException');
    for (const listener of listeners) process.on('uncaughtException', listener);
  }
});
