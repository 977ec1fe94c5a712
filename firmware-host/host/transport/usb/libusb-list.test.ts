import { describe, expect, it } from 'vitest';
import { ERRNO, FakeUsbDevice } from '../../testing/fake-libusb.js';
import { libusbTransport } from './in-thread.js';
import { deviceAt, listLibusb } from './libusb-list.js';
import type { Libusb } from './libusb.js';

function system(...devices: FakeUsbDevice[]): Libusb {
  return {
    getDeviceList: () => devices,
    usb: { on: () => undefined, removeListener: () => undefined, unrefHotplugEvents: () => undefined },
  };
}

describe('listLibusb', () => {
  it('reads texts once, leaves the device closed, and lists what it may not open without them', async () => {
    const device = new FakeUsbDevice(1, 5);
    const locked = new FakeUsbDevice(2, 6);
    locked.failures.set('open', ERRNO.ACCESS);
    const other = new FakeUsbDevice(3, 7);
    other.deviceDescriptor.idProduct = 2;
    const usb = system(locked, device, other);
    const listed = [
      { serial: 'SERIAL', product: 'Spindrift board', release: '1.0.0', path: '1-1', bus: 1, address: 5, access: 'ok' },
      { serial: '', product: '', release: '1.0.0', path: '2-1', bus: 2, address: 6, access: 'denied' },
    ];
    expect(await listLibusb(usb)).toEqual(listed);
    expect(device.opened).toBe(false);
    // A device that a session holds is not opened again.
    device.failures.set('open', ERRNO.BUSY);
    expect(await listLibusb(usb)).toEqual(listed);
    expect(device.log).toEqual(['open', 'close']);
  });
});

describe('libusbTransport', () => {
  const request = { name: 'usb:SERIAL', bus: 1, address: 5, path: '1-1' };

  it('opens the device at the address', async () => {
    const device = new FakeUsbDevice(1, 5);
    const usb = system(new FakeUsbDevice(1, 4), device);
    expect(deviceAt(usb, 1, 5)).toBe(device);
    const transport = await libusbTransport(request, usb);
    await transport.open({ onData: () => undefined, onDrain: () => undefined, onClose: () => undefined });
    expect(device.opened).toBe(true);
    await transport.close();
  });

  it('says so when its list does not have it', async () => {
    await expect(libusbTransport(request, system())).rejects.toMatchObject({ code: 'USB_LIST_STALE' });
  });
});
