import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../../base/index.js';
import { settle } from '../../testing/fake-device.js';
import { ScriptedWebUsb, ScriptedWebUsbDevice, received } from '../../testing/scripted-web-usb.js';
import { UsbFailure, type UsbFailureKind } from '../usb/usb-port.js';
import { WebUsbPort } from './web-usb-port.js';

/** What reading told, in order. */
type Told = number[] | { end: UsbFailureKind | undefined };

interface Opened {
  readonly device: ScriptedWebUsbDevice;
  readonly usb: ScriptedWebUsb;
  readonly clock: VirtualClock;
  readonly port: WebUsbPort;
  readonly told: Told[];
}

async function opened(): Promise<Opened> {
  const device = new ScriptedWebUsbDevice();
  const usb = new ScriptedWebUsb();
  const clock = new VirtualClock();
  const port = new WebUsbPort(device, { usb, clock });
  await port.open();
  return { device, usb, clock, port, told: [] };
}

function read(port: WebUsbPort, told: Told[]): void {
  port.read({
    onData: (bytes) => told.push([...bytes]),
    onEnd: (cause) => told.push({ end: cause?.kind }),
  });
}

const kindOf = async (promise: Promise<unknown>): Promise<UsbFailureKind | undefined> => {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (!(error instanceof UsbFailure)) throw error;
    return error.kind;
  }
};

describe('opening over WebUSB', () => {
  it('opens, claims, and takes the configuration that is selected', async () => {
    const { device, port } = await opened();
    expect(device.calls).toEqual(['open', 'claimInterface 0']);
    expect(port.name).toBe('usb:S1');
    expect(new WebUsbPort(new ScriptedWebUsbDevice(null)).name).toBe('usb:UNPROVISIONED');
  });

  it('selects the configuration where nobody has', async () => {
    const device = new ScriptedWebUsbDevice();
    device.configuration = null;
    await new WebUsbPort(device).open();
    expect(device.calls).toEqual(['open', 'selectConfiguration 1', 'claimInterface 0']);
  });

  it.each([
    ['open', 'SecurityError', 'access', ['open']],
    ['open', 'NetworkError', 'access', ['open']],
    ['open', 'NotFoundError', 'gone', ['open']],
    ['open', 'InvalidStateError', 'busy', ['open']],
    ['claimInterface', 'NetworkError', 'busy', ['open', 'claimInterface 0', 'close']],
    ['claimInterface', 'SecurityError', 'access', ['open', 'claimInterface 0', 'close']],
    ['claimInterface', 'NotFoundError', 'gone', ['open', 'claimInterface 0', 'close']],
    ['claimInterface', 'DataError', 'other', ['open', 'claimInterface 0', 'close']],
  ] as const)('%s refused with %s is "%s", and leaves nothing open', async (call, name, kind, calls) => {
    const device = new ScriptedWebUsbDevice();
    device.refusals.set(call, name);
    const usb = new ScriptedWebUsb();
    expect(await kindOf(new WebUsbPort(device, { usb }).open())).toBe(kind);
    expect(device.calls).toEqual(calls);
    expect(usb.listeners).toBe(0);
  });

  it('leaves a device alone that another part of the page has open', async () => {
    const { device } = await opened();
    const second = new WebUsbPort(device);
    expect(await kindOf(second.open())).toBe('busy');
    await second.close();
    expect(device.opened).toBe(true);
    expect(device.calls).not.toContain('close');
  });
});

describe('requests over WebUSB', () => {
  it('sends vendor requests and clears halts', async () => {
    const { device, port } = await opened();
    await port.request(1);
    await port.clearHalt('in');
    await port.clearHalt('out');
    expect(device.calls.slice(2)).toEqual(['request 1', 'clearHalt in 1', 'clearHalt out 1']);
  });

  it('says why they failed', async () => {
    const { device, port } = await opened();
    device.refusals.set('stall', '');
    expect(await kindOf(port.request(1))).toBe('stall');
    device.refusals.set('request', 'NetworkError');
    expect(await kindOf(port.request(1))).toBe('gone');
    device.refusals.set('clearHalt', 'NetworkError');
    expect(await kindOf(port.clearHalt('in'))).toBe('other');
    device.refusals.set('clearHalt', 'NotFoundError');
    expect(await kindOf(port.clearHalt('out'))).toBe('gone');
  });
});

describe('a device that does not answer a request', () => {
  it.each(['request', 'clearHalt'] as const)('is given two seconds: %s', async (call) => {
    const { device, clock, port } = await opened();
    device.silent = true;
    const kind = kindOf(call === 'request' ? port.request(1) : port.clearHalt('in'));
    clock.advance(1.9);
    await settle();
    expect(clock.pending).toBe(1);
    clock.advance(0.2);
    expect(await kind).toBe('timeout');
  });

  it('leaves no timer behind when it does', async () => {
    const { clock, port } = await opened();
    await port.request(1);
    await port.clearHalt('out');
    await settle();
    expect(clock.pending).toBe(0);
  });
});

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

describe('writing over WebUSB', () => {
  it('resolves when the device has taken everything', async () => {
    const { device, port } = await opened();
    let done = false;
    const write = port.write(Uint8Array.of(1, 2, 3)).then(() => (done = true));
    await settle();
    expect(done).toBe(false);
    expect([...device.outs[0]!.bytes]).toEqual([1, 2, 3]);
    device.outs[0]!.resolve({ status: 'ok', bytesWritten: 3 });
    await write;
  });

  it('says why it failed', async () => {
    const { device, port } = await opened();
    const write = (end: (waiting: (typeof device.outs)[number]) => void): Promise<UsbFailureKind | undefined> => {
      const kind = kindOf(port.write(Uint8Array.of(1, 2)));
      end(device.outs.at(-1)!);
      return kind;
    };
    expect(await write((out) => out.resolve({ status: 'stall', bytesWritten: 0 }))).toBe('stall');
    expect(await write((out) => out.resolve({ status: 'ok', bytesWritten: 1 }))).toBe('other');
    expect(await write((out) => out.refuse('NetworkError'))).toBe('gone');
    expect(await write((out) => out.refuse('AbortError'))).toBe('cancelled');
  });
});

describe('closing over WebUSB', () => {
  it('gives up what is under way, and leaves no listener', async () => {
    const { device, usb, port, told } = await opened();
    read(port, told);
    const write = kindOf(port.write(Uint8Array.of(1)));
    await port.close();
    await port.close();
    expect(await write).toBe('cancelled');
    expect(told).toEqual([{ end: undefined }]);
    expect(usb.listeners).toBe(0);
    expect(device.calls.filter((call) => call === 'close')).toHaveLength(1);
    for (const transfer of [...device.ins, ...device.outs]) transfer.refuse('AbortError');
    await settle();
    expect(told).toHaveLength(1);
  });

  it('is content with a device that is gone', async () => {
    const { device, port } = await opened();
    device.refusals.set('close', 'NotFoundError');
    await expect(port.close()).resolves.toBeUndefined();
  });
});
