// The emulated chip as a USB device, with the firmware's echo application: transfers, and everything that makes it leave the bus.
import { describe, expect, it } from 'vitest';
import { buildImage } from '../emulator/testing/build-image.js';
import { setupPacket } from '../emulator/usb/enumerate.js';
import { EmulatedUsbDevice } from './emulated-usb-device.js';
import { configure, request, transfer, turns } from './testing/probe.js';

const echo = buildImage('echo');
if (echo === undefined) console.log('skipped: the emulated USB device, for want of arm-none-eabi-gcc');
const bytes = (length: number, from = 0): Uint8Array => Uint8Array.from({ length }, (_, k) => ((k + from) * 13) & 0xff);

describe.skipIf(echo === undefined)('an emulated USB device', { timeout: 60_000 }, () => {
  const plug = (): { device: EmulatedUsbDevice; left: (string | undefined)[] } => {
    const device = new EmulatedUsbDevice({ image: echo!, scenario: 'ideal', pace: 'free' });
    const left: (string | undefined)[] = [];
    device.onDetach((reason) => left.push(reason));
    return { device, left };
  };
  async function expectEcho(device: EmulatedUsbDevice, length: number): Promise<void> {
    await configure(device);
    expect(await transfer(device, bytes(length, 3))).toMatchObject({ status: 'ok', actual: length });
    const got: number[] = [];
    while (got.length < length) got.push(...(await transfer(device, 16_384)).data);
    expect(Uint8Array.from(got)).toEqual(bytes(length, 3));
  }

  it('is on the bus, says who it is, and returns what it is sent', async () => {
    const { device } = plug();
    expect(device.descriptors.device).toHaveLength(18);
    expect((await request(device, setupPacket(0x80, 6, 0x0100, 0, 18))).data).toEqual(device.descriptors.device);
    await expectEcho(device, 1000);
    expect(device.board.machine.usb.counters.toggleErrors).toBe(0);
    device.release();
  });

  it('lets transfers wait, and be taken back', async () => {
    const { device } = plug();
    await configure(device);
    const ends: string[] = [];
    const id = device.submit(1, 'in', 64, ({ status }) => void ends.push(status));
    await turns(50);
    expect(ends).toEqual([]);
    expect(device.cancel(id)).toBe(true);
    await turns(50);
    expect(ends).toEqual(['cancelled']);
    expect(device.cancel(id)).toBe(false);
    await expectEcho(device, 100);
    device.release();
  });

  it('ends what waits when the host goes, and its time stands still until the next', async () => {
    const { device, left } = plug();
    await configure(device);
    const waiting = transfer(device, 64);
    await turns();
    device.release();
    expect((await waiting).status).toBe('gone');
    const before = device.board.nanos;
    await turns(50);
    expect(device.board.nanos).toBe(before);
    await expectEcho(device, 300);
    expect([left, device.board.starts]).toEqual([[], 1]);
    device.release();
  });

  it('leaves when its watchdog bites, and is there for the next host', async () => {
    const { device, left } = plug();
    await expectEcho(device, 10);
    const waiting = transfer(device, 64);
    const { core } = device.board.machine.chip;
    core.executeInstruction = () => 1;
    core.waiting = false;
    expect((await waiting).status).toBe('gone');
    await turns();
    expect(left).toEqual(['its watchdog has reset it']);
    await expectEcho(device, 10);
    expect(device.board.starts).toBe(2);
    device.release();
  });

  it('leaves when the machine cannot go on, saying why, and the next host finds it power-cycled', async () => {
    const { device, left } = plug();
    await expectEcho(device, 10);
    const waiting = transfer(device, 64);
    const { chip } = device.board.machine;
    chip.core.executeInstruction = () => chip.core.readUint32(2);
    chip.core.waiting = false;
    expect((await waiting).status).toBe('gone');
    await turns();
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/unaligned read/);
    await expectEcho(device, 10);
    expect(device.board.starts).toBe(2);
    device.release();
  });

  it('leaves when the cable is pulled', async () => {
    const { device, left } = plug();
    await configure(device);
    const waiting = transfer(device, 64);
    await turns();
    device.powerCycle();
    expect((await waiting).status).toBe('gone');
    expect(left).toEqual(['the cable was pulled']);
    await expectEcho(device, 10);
    device.release();
  });
});
