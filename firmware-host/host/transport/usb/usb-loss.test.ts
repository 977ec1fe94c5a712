import { expect, it, describe } from 'vitest';
import { BoardLostError, VirtualClock } from '../../../../base/index.js';
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT } from '../../../../proto/usb.js';
import { settle } from '../../testing/fake-device.js';
import { ERRNO } from '../../testing/fake-libusb.js';
import { CLOSING, OPENING, makeUsb, openedUsb, type OpenedUsb } from '../../testing/usb-session.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const error = (made: OpenedUsb): Error => made.heard.at(-1) as Error;

describe('a board that goes away', () => {
  it('is lost once, after everything that it sent', async () => {
    const made = await openedUsb();
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

  it('is free for the next host by the time it is called lost', async () => {
    const made = makeUsb();
    let opened: boolean | undefined;
    await made.transport.open({
      onData: () => undefined,
      onDrain: () => undefined,
      onClose: () => (opened = made.device.opened),
    });
    made.device.failPipe(USB_ENDPOINT_IN, ERRNO.STALL);
    await settle(20);
    expect(opened).toBe(false);
  });

  it('is lost once when a transfer cannot be submitted again', async () => {
    const made = await openedUsb();
    made.device.refuseSubmit = true;
    made.device.send(bytes(1));
    await settle(10);
    expect(made.heard).toEqual([1, expect.any(BoardLostError)]);
    expect(made.device.opened).toBe(false);
  });

  it('first gives what has arrived when a write fails before reading does', async () => {
    const made = await openedUsb();
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
    const made = await openedUsb({ clock });
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
      const made = await openedUsb();
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
      const again = await openedUsb({ device: made.device });
      again.device.send(bytes(5));
      await settle();
      expect(again.heard).toEqual([5]);
      await again.transport.close();
    },
  );

  it('does not get lost after close()', async () => {
    const made = await openedUsb();
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
  const made = makeUsb();
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
