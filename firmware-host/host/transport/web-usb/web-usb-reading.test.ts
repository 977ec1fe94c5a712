import { describe, expect, it } from 'vitest';
import { settle } from '../../testing/fake-device.js';
import { ScriptedWebUsbDevice, received } from '../../testing/scripted-web-usb.js';
import { kindOf, opened, read } from '../../testing/web-usb-port-rig.js';

describe('reading over WebUSB', () => {
  it('keeps eight transfers queued and delivers in their order', async () => {
    const { device, port, told } = await opened();
    read(port, told);
    expect(device.calls.filter((call) => call === 'in 1 16384')).toHaveLength(8);
    device.ins[2]!.resolve(received([3]));
    device.ins[1]!.resolve(received([2]));
    await settle();
    expect(told).toEqual([]);
    expect(device.ins).toHaveLength(8);
    device.ins[0]!.resolve(received([1, 1]));
    await settle();
    expect(told).toEqual([[1, 1], [2], [3]]);
    expect(device.ins).toHaveLength(11);
  });

  it('takes an empty packet for nothing', async () => {
    const { device, port, told } = await opened();
    read(port, told);
    device.ins[0]!.resolve(received([]));
    device.ins[1]!.resolve({ status: 'ok' });
    device.ins[2]!.resolve(received([5]));
    await settle();
    expect(told).toEqual([[5]]);
    expect(device.ins).toHaveLength(11);
  });

  it('hands over arrays that are the reader’s own', async () => {
    const { device, port } = await opened();
    const arrays: Uint8Array[] = [];
    port.read({ onData: (bytes) => arrays.push(bytes), onEnd: () => undefined });
    device.ins[0]!.resolve({ status: 'ok', data: new DataView(Uint8Array.of(9, 1, 2, 9).buffer, 1, 2) });
    await settle();
    expect([...arrays[0]!]).toEqual([1, 2]);
    expect(arrays[0]!.constructor).toBe(Uint8Array);
  });

  it.each([
    ['NetworkError', 'gone'],
    ['NotFoundError', 'gone'],
    ['AbortError', 'cancelled'],
    ['TimeoutError', 'timeout'],
    ['SecurityError', 'access'],
    ['DataError', 'other'],
  ] as const)('ends with what a transfer rejects with: %s is "%s"', async (name, kind) => {
    const { device, port, told } = await opened();
    read(port, told);
    device.ins[1]!.refuse(name);
    await settle();
    expect(told).toEqual([]);
    device.ins[0]!.resolve(received([1]));
    for (const transfer of device.ins.slice(2)) transfer.refuse(name);
    await settle();
    expect(told).toEqual([[1], { end: kind }]);
    expect(device.ins).toHaveLength(8);
  });

  it('ends at a halt and at too long a packet, with the data before it', async () => {
    for (const [status, kind] of [
      ['stall', 'stall'],
      ['babble', 'other'],
    ] as const) {
      const { device, port, told } = await opened();
      read(port, told);
      device.ins[0]!.resolve(received([7, 8], status));
      device.ins[1]!.resolve(received([9]));
      await settle();
      expect(told).toEqual([[7, 8], { end: kind }]);
    }
  });

  it('can be read again after a halt was cleared', async () => {
    const { device, port, told } = await opened();
    read(port, told);
    for (const transfer of device.ins) transfer.resolve({ status: 'stall' });
    await settle();
    await port.clearHalt('in');
    read(port, told);
    device.ins[8]!.resolve(received([1]));
    await settle();
    expect(told).toEqual([{ end: 'stall' }, [1]]);
  });

  it('ends when the browser says that the device went, though no transfer ever settles', async () => {
    const { device, usb, port, told } = await opened();
    read(port, told);
    const write = kindOf(port.write(Uint8Array.of(1)));
    usb.tell('disconnect', new ScriptedWebUsbDevice());
    expect(told).toEqual([]);
    usb.tell('disconnect', device);
    expect(told).toEqual([{ end: 'gone' }]);
    expect(await write).toBe('gone');
  });

  it('pauses: what is under way still comes, and nothing more is asked for', async () => {
    const { device, port, told } = await opened();
    read(port, told);
    port.setPaused(true);
    for (const [k, transfer] of device.ins.entries()) transfer.resolve(received([k]));
    await settle();
    expect(told).toHaveLength(8);
    expect(device.ins).toHaveLength(8);
    port.setPaused(false);
    expect(device.ins).toHaveLength(16);
  });

  it('stops: nothing is delivered any more, and it ends once', async () => {
    const { device, usb, port, told } = await opened();
    read(port, told);
    port.stopReading();
    port.stopReading();
    device.ins[0]!.resolve(received([1]));
    device.ins[1]!.refuse('NetworkError');
    usb.tell('disconnect', device);
    await settle();
    expect(told).toEqual([{ end: undefined }]);
    expect(device.ins).toHaveLength(8);
    await port.request(1);
  });
});
