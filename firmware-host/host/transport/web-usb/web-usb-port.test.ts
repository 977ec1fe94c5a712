import { describe, expect, it } from 'vitest';
import { settle } from '../../testing/fake-device.js';
import { ScriptedWebUsb, ScriptedWebUsbDevice } from '../../testing/scripted-web-usb.js';
import { kindOf, opened, read } from '../../testing/web-usb-port-rig.js';
import type { UsbFailureKind } from '../usb/usb-port.js';
import { WebUsbPort } from './web-usb-port.js';

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

describe('opening again in the same page', () => {
  it('waits for a link that has ended to give the device back', async () => {
    const { device, port, told, clock } = await opened();
    read(port, told);
    device.ins[0]!.resolve({ status: 'stall' });
    await settle();
    const again = new WebUsbPort(device, { clock });
    const opening = again.open();
    await settle();
    expect(device.calls.filter((call) => call === 'open')).toHaveLength(1);
    await port.close();
    await opening;
    expect(device.calls.filter((call) => call === 'open')).toHaveLength(2);
    await settle();
    expect(clock.pending).toBe(0);
    await again.close();
  });

  it('does not wait for ever', async () => {
    const { device, port, told, clock } = await opened();
    read(port, told);
    port.stopReading();
    const kind = kindOf(new WebUsbPort(device, { clock }).open());
    await settle();
    clock.advance(5);
    expect(await kind).toBe('busy');
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
