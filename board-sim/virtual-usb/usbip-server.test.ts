// The server with a device whose every answer the test gives: who gets it, what is answered, and what ends a connection.
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { BoardLostError, DeviceError } from '../../base/index.js';
import { setupPacket } from '../emulator/usb/enumerate.js';
import { eventually } from './testing/eventually.js';
import { ScriptedDevice } from './testing/scripted-device.js';
import { UsbIpClient, listDevices } from './testing/usbip-client.js';
import { encodeImportRequest, encodeSubmit } from './usbip/encode.js';
import { deviceIdOf } from './usbip/messages.js';
import { UsbIpServer, type UsbIpEvent } from './usbip-server.js';

const open: UsbIpServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

interface Rig {
  readonly server: UsbIpServer;
  readonly device: ScriptedDevice;
  readonly events: UsbIpEvent[];
  readonly attach: (busId?: string) => Promise<UsbIpClient>;
}
async function rig(): Promise<Rig> {
  const events: UsbIpEvent[] = [];
  const server = await UsbIpServer.start({ onEvent: (event) => events.push(event) });
  open.push(server);
  const device = new ScriptedDevice();
  server.add(device);
  return { server, device, events, attach: (busId = '1-1') => UsbIpClient.attach(server.address, busId) };
}
const bytes = (length: number, from = 0): Uint8Array => Uint8Array.from({ length }, (_, k) => (k + from) & 0xff);
const of = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(() => undefined).catch((e: unknown) => e);

describe('who gets a device', () => {
  it('the list shows what is offered, with its interfaces, and hides what is unlisted', async () => {
    const { server, attach } = await rig();
    server.add(new ScriptedDevice());
    server.add(new ScriptedDevice(), { busId: 'hidden-1', unlisted: true });
    const list = await listDevices(server.address);
    expect(list.map(({ busId }) => busId)).toEqual(['1-1', '1-2']);
    expect(list[0]).toMatchObject({ vendorId: 0x1209, productId: 1, speed: 2, interfaceClasses: [[0xff, 0, 0]] });
    expect(new Set(list.map(deviceIdOf)).size).toBe(2);
    expect((await attach('hidden-1')).device.busId).toBe('hidden-1');
    expect(server.busIds).toEqual(['1-1', '1-2', 'hidden-1']);
  });

  it('one importer at a time; the next after it has gone', async () => {
    const { server, device, attach, events } = await rig();
    const first = await attach();
    const refusal = await of(attach());
    expect(refusal).toBeInstanceOf(DeviceError);
    expect((refusal as DeviceError).code).toBe('USBIP_STATUS_1');
    expect((await of(attach('7-7'))) as DeviceError).toMatchObject({ code: 'USBIP_STATUS_1' });
    expect(server.importerOf('1-1')).toMatch(/^127\.0\.0\.1:/);
    await first.detach();
    await eventually(() => device.releases === 1, 'the device is released');
    expect(server.importerOf('1-1')).toBeUndefined();
    await attach();
    expect(events.map(({ kind }) => kind)).toEqual(['attached', 'refused', 'refused', 'detached', 'attached']);
  });

  it('bus ids are the caller’s to choose, once', async () => {
    const { server } = await rig();
    expect(server.add(new ScriptedDevice(), { busId: '3-1.4' })).toBe('3-1.4');
    expect(() => server.add(new ScriptedDevice(), { busId: '3-1.4' })).toThrow(/taken/);
    for (const busId of ['', 'a b', '../x', 'x'.repeat(32)])
      expect(() => server.add(new ScriptedDevice(), { busId })).toThrow(RangeError);
    server.remove('1-1');
    expect(server.add(new ScriptedDevice())).toBe('1-1');
  });
});

describe('transfers', () => {
  it('reach the device, and their ends the importer, whichever is first', async () => {
    const { device, attach } = await rig();
    const client = await attach();
    const read = client.submit(1, 'in', 100);
    const write = client.submit(1, 'out', bytes(200));
    const setup = setupPacket(0xc0, 0x20, 0, 7, 10);
    const control = client.submit(0, 'in', 10, setup);
    await eventually(() => device.transfers.length === 3, 'all three have come');
    const [first, second, third] = device.transfers;
    expect(first).toMatchObject({ endpoint: 1, direction: 'in', work: 100 });
    expect(second).toMatchObject({ endpoint: 1, direction: 'out', work: bytes(200) });
    expect(third).toMatchObject({ endpoint: 0, work: setup });
    third!.end('ok', bytes(10));
    expect(await control.reply).toMatchObject({ status: 0, data: bytes(10) });
    second!.end('ok', undefined, 200);
    expect(await write.reply).toMatchObject({ status: 0, actual: 200, data: bytes(0) });
    // Until there is something to say, nothing is said.
    expect(client.pending).toBe(1);
    first!.end('ok', bytes(64));
    expect(await read.reply).toMatchObject({ status: 0, actual: 64, data: bytes(64) });
  });

  it('end with the numbers that Linux has for it', async () => {
    const { device, attach } = await rig();
    const client = await attach();
    const numbers = { ok: 0, stall: -32, overflow: -75, silent: -71, cancelled: -104 } as const;
    for (const [status, number] of Object.entries(numbers)) {
      device.onTransfer = (transfer) => transfer.end(status as keyof typeof numbers, bytes(5));
      expect(await client.read(64)).toMatchObject({ status: number, data: bytes(5) });
    }
    // A request that announces data and brings none is no request.
    const announced = client.submit(0, 'out', bytes(0), setupPacket(0x40, 1, 0, 0, 4));
    expect(await announced.reply).toMatchObject({ status: -71 });
  });

  it('are taken back: -104 and no other end, 0 if they had ended', async () => {
    const { device, attach } = await rig();
    const client = await attach();
    const read = client.submit(1, 'in', 64);
    const next = client.submit(1, 'in', 64);
    expect(await client.unlink(read.sequence)).toBe(-104);
    expect(await read.reply).toBeUndefined();
    expect(await client.unlink(read.sequence)).toBe(0);
    expect(await client.unlink(12_345)).toBe(0);
    // One whose last packet was on the wire: it ends well, and then the UNLINK has come too late.
    device.onCancel = (transfer) => transfer.end('ok', bytes(3));
    expect(await client.unlink(next.sequence)).toBe(0);
    expect(await next.reply).toMatchObject({ status: 0, data: bytes(3) });
  });

  it('wait for a client that does not read, and are not read from it meanwhile', async () => {
    const { device, attach } = await rig();
    const client = await attach();
    const size = 512 * 1024;
    device.onTransfer = (transfer) => transfer.end('ok', new Uint8Array(size));
    client.hold(true);
    const count = 48;
    const ends: Promise<unknown>[] = [];
    for (let k = 0; k < count; k++) {
      ends.push(client.submit(1, 'in', size).reply);
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    const seen = device.transfers.length;
    expect(seen).toBeLessThan(count);
    client.hold(false);
    await Promise.all(ends);
    expect(device.transfers.length).toBe(count);
  });
});

describe('the end', () => {
  it('a device that leaves ends the connection, and is offered again', async () => {
    const { device, attach, events } = await rig();
    const client = await attach();
    const [first, second] = [client.submit(1, 'in', 64), client.submit(1, 'in', 64)];
    const unanswered = expect(second.reply).rejects.toThrow('the server closed the connection');
    await eventually(() => device.transfers.length === 2, 'the transfers have come');
    device.transfers[0]!.end('gone', bytes(5));
    device.transfers[1]!.end('gone');
    device.leave('its watchdog has reset it');
    // What had come is not lost. The end of the connection says the rest: whatever fails before it makes Linux take back the others, and hang.
    expect(await first.reply).toMatchObject({ status: 0, data: bytes(5) });
    await client.closed;
    await unanswered;
    expect(device.releases).toBe(1);
    expect(device.watched).toBe(0);
    expect(events.at(-1)).toMatchObject({ kind: 'detached', reason: 'the device has left: its watchdog has reset it' });
    expect((await attach()).device.busId).toBe('1-1');
  });

  it('pulling the cable here, removing the device, closing the server: the client is alone, the device safe', async () => {
    const { server, device, attach } = await rig();
    let reads = 0;
    for (const end of [() => server.unplug('1-1'), () => server.remove('1-1')]) {
      const client = await attach();
      const read = client.submit(1, 'in', 64);
      const waits = ++reads;
      await eventually(() => device.transfers.length === waits, 'the transfer has come');
      const before = device.releases;
      end();
      expect(device.releases).toBe(before + 1);
      expect(await of(read.reply)).toBeInstanceOf(BoardLostError);
      await client.closed;
    }
    server.add(device);
    const client = await attach();
    const before = device.releases;
    await server.close();
    await server.close();
    expect(device.releases).toBe(before + 1);
    await client.closed;
    // An end that comes after the end is nobody's.
    device.transfers[0]!.end('ok', bytes(3));
  });

  it('whoever breaks the rules loses the connection, and nobody else does', async () => {
    const { server, device, attach, events } = await rig();
    const command = {
      ...{ sequence: 1, deviceId: 0, direction: 'in' as const, endpoint: 1, flags: 0, length: 64, interval: 0 },
      ...{ setup: new Uint8Array(8), data: new Uint8Array(0) },
    };
    const deviceId = deviceIdOf((await listDevices(server.address))[0]!);
    const good = { ...command, deviceId };
    const flood = (count: number, length: number): Uint8Array =>
      Buffer.concat(Array.from({ length: count }, (_, k) => encodeSubmit({ ...good, sequence: k, length })));
    const abuses: readonly [RegExp, Uint8Array][] = [
      [/device 7 is not the one/, encodeSubmit({ ...command, deviceId: 7 })],
      [/sequence number 1 is in use/, Buffer.concat([encodeSubmit(good), encodeSubmit(good)])],
      [/more than 1024 transfers/, flood(1025, 1)],
      [/more than 33554432 bytes/, flood(33, 1 << 20)],
      [/unknown command/, new Uint8Array(48)],
    ];
    for (const [reason, message] of abuses) {
      const before = device.releases;
      const { port, host } = server.address as { host: string; port: number };
      const socket = connect({ port, host });
      socket.on('error', () => undefined);
      socket.write(encodeImportRequest('1-1'));
      socket.write(message);
      await new Promise((resolve) => socket.on('close', resolve).resume());
      await eventually(() => device.releases === before + 1, 'the device is released');
      expect(events.at(-1)).toMatchObject({ kind: 'detached' });
      expect((events.at(-1) as { reason: string }).reason).toMatch(reason);
    }
    device.onTransfer = (transfer) => transfer.end('ok', bytes(9));
    expect((await (await attach()).read(64)).data).toEqual(bytes(9));
  });
});
