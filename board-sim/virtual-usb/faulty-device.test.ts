// Trouble that can be ordered: each kind does what it says, once, and the device behind is unharmed.
import { beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { setupPacket } from '../emulator/usb/enumerate.js';
import { FaultyDevice } from './faulty-device.js';
import { request, transfer, turns } from './testing/probe.js';
import { ScriptedDevice } from './testing/scripted-device.js';

const bytes = (length: number, from = 0): Uint8Array => Uint8Array.from({ length }, (_, k) => (k + from) & 0xff);

let [inner, clock] = [new ScriptedDevice(), new VirtualClock()];
let device = new FaultyDevice(inner, clock);
beforeEach(() => {
  inner = new ScriptedDevice();
  clock = new VirtualClock();
  device = new FaultyDevice(inner, clock);
  let sent = 0;
  // It streams: each read gets what it asks for, counting up.
  inner.onTransfer = (one) => {
    if (typeof one.work === 'number') one.end('ok', bytes(one.work, (sent += one.work) - one.work));
    else one.end('ok', undefined, one.work.length);
  };
});

describe('a faulty device', () => {
  it('is as good as the one behind it while nothing is ordered', async () => {
    expect(await transfer(device, 10)).toMatchObject({ status: 'ok', data: bytes(10) });
    expect(await transfer(device, bytes(7))).toMatchObject({ status: 'ok', actual: 7 });
    expect((await request(device, setupPacket(0x80, 0, 0, 0, 2))).status).toBe('ok');
    expect(device.descriptors).toBe(inner.descriptors);
    expect(device.bytesIn).toBe(10);
    device.release();
    expect(inner.releases).toBe(1);
  });

  it('answers nothing for as long as it is told to: reads wait, can be taken back, and go on', async () => {
    device.nak('in');
    const ends: string[] = [];
    const submit = (): number => device.submit(1, 'in', 4, ({ status }) => void ends.push(status));
    const [first] = [submit(), submit()];
    await turns();
    expect([ends, inner.transfers.length]).toEqual([[], 0]);
    expect(device.cancel(first)).toBe(true);
    expect(device.cancel(first)).toBe(false);
    expect(ends).toEqual(['cancelled']);
    expect((await transfer(device, bytes(3))).status).toBe('ok');
    device.nak('in', false);
    await turns();
    expect(ends).toEqual(['cancelled', 'ok']);
  });

  it('a host that goes ends what was held', async () => {
    device.nak('in');
    const held = transfer(device, 4);
    device.release();
    expect((await held).status).toBe('gone');
  });

  it('halts a pipe as the device itself does', () => {
    device.stall('in');
    device.stall('out');
    expect(inner.transfers.map(({ work }) => work)).toEqual([
      setupPacket(0x02, 3, 0, 0x81, 0),
      setupPacket(0x02, 3, 0, 0x01, 0),
    ]);
  });

  it('swallows exactly the bytes that it is told to, over transfers too', async () => {
    device.lose(25, 15);
    const got: number[] = [];
    for (let k = 0; k < 6; k++) got.push(...(await transfer(device, 10)).data);
    expect(Uint8Array.from(got)).toEqual(Uint8Array.of(...bytes(15), ...bytes(20, 40)));
    device.lose(1);
    expect((await transfer(device, 10)).data).toEqual(bytes(9, 61));
    expect((await transfer(device, 10)).data).toEqual(bytes(10, 70));
  });

  it('is late, but in order, also when it stops being late', async () => {
    device.delayReplies(0.5);
    const ends: number[] = [];
    for (let k = 0; k < 3; k++) device.submit(1, 'in', 1, ({ data }) => void ends.push(data[0]!));
    await turns();
    device.delayReplies(0);
    device.submit(1, 'in', 1, ({ data }) => void ends.push(data[0]!));
    await turns();
    expect(ends).toEqual([]);
    clock.advance(0.5);
    await turns();
    expect(ends).toEqual([0, 1, 2, 3]);
    expect((await transfer(device, 1)).data).toEqual(bytes(1, 4));
  });

  it('leaves after so many bytes, or at once, and can be used again', async () => {
    const left: (string | undefined)[] = [];
    const stop = device.onDetach((reason) => left.push(reason));
    device.leaveAfter(25);
    await transfer(device, 10);
    await transfer(device, 10);
    expect(left).toEqual([]);
    await transfer(device, 10);
    expect(left).toHaveLength(1);
    expect(device.bytesIn).toBe(0);
    device.leave();
    inner.leave('its own reasons');
    expect(left.at(-1)).toBe('its own reasons');
    stop();
    device.leave();
    expect(left).toHaveLength(3);
    expect((await transfer(device, 10)).status).toBe('ok');
  });
});
