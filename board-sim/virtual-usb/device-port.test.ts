// A device behind a port: the same as without one, and gone when its thread is.
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { PortDevice, serveDeviceOnPort } from './device-port.js';
import { eventually } from './testing/eventually.js';
import { request, transfer } from './testing/probe.js';
import { ScriptedDevice } from './testing/scripted-device.js';
import type { PortLike } from '../../proto/index.js';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

const like = (port: MessagePort): PortLike => ({
  postMessage: (message) => port.postMessage(message),
  on: (event: 'message' | 'close' | 'exit', listener: (message: unknown) => void) => port.on(event, listener),
});
async function rig(): Promise<{ inner: ScriptedDevice; device: PortDevice; far: MessagePort }> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const inner = new ScriptedDevice();
  serveDeviceOnPort(inner, like(port2));
  return { inner, device: await PortDevice.open(port1), far: port2 };
}
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, k) => k & 0xff);

describe('a device behind a port', () => {
  it('gets requests and transfers, and their ends come back', async () => {
    const { inner, device } = await rig();
    expect(device.descriptors).toEqual(inner.descriptors);
    expect(device.speed).toBe('full');
    inner.onTransfer = (one) => {
      if (typeof one.work === 'number') one.end('ok', bytes(one.work));
      else one.end(one.endpoint === 0 ? 'stall' : 'ok', undefined, one.work.length);
    };
    expect(await transfer(device, 5)).toEqual({ status: 'ok', data: bytes(5), actual: 5 });
    // A view of a pool takes nothing of the pool along.
    expect(await transfer(device, new Uint8Array(bytes(100).buffer, 10, 20))).toMatchObject({ actual: 20 });
    expect(inner.transfers[1]!.work).toEqual(bytes(30).slice(10));
    expect((await request(device, bytes(8))).status).toBe('stall');
  });

  it('takes transfers back', async () => {
    const { inner, device } = await rig();
    const ends: string[] = [];
    const id = device.submit(1, 'in', 8, ({ status }) => void ends.push(status));
    await eventually(() => inner.transfers.length === 1, 'it has come');
    expect(device.cancel(id)).toBe(true);
    await eventually(() => ends.length === 1, 'it has ended');
    expect(ends).toEqual(['cancelled']);
    expect(device.cancel(id)).toBe(false);
  });

  it('leaves, is released, and does not tell the next host of what the last one lost', async () => {
    const { inner, device } = await rig();
    const left: (string | undefined)[] = [];
    device.onDetach((reason) => left.push(reason));
    inner.leave('a reason');
    await eventually(() => left.length === 1, 'it has left');
    expect(left).toEqual(['a reason']);
    const read = transfer(device, 8);
    inner.leave('too late');
    device.release();
    expect((await read).status).toBe('gone');
    await eventually(() => inner.releases === 1, 'it is released');
    expect(left).toEqual(['a reason']);
  });

  it('is gone when the thread ends, then and for ever', async () => {
    const { device, far } = await rig();
    const left: (string | undefined)[] = [];
    device.onDetach((reason) => left.push(reason));
    const read = transfer(device, 8);
    far.close();
    expect((await read).status).toBe('gone');
    expect(left).toEqual(['its thread has ended']);
    expect((await transfer(device, 8)).status).toBe('gone');
    device.release();
  });

  it('never opens if the thread ends before', async () => {
    const { port1, port2 } = new MessageChannel();
    const opening = PortDevice.open(port1);
    port2.close();
    await expect(opening).rejects.toThrow(/has ended/);
  });
});
