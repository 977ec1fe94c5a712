/**
 * A client that nobody wrote for us: Linux's driver `chaoskey` reads the simulated board's bits. See guest-only.ts for why that may happen here
 * and nowhere else.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { typical, type SimulatedBoardOptions } from '../../../board-sim/index.js';
import { UsbIpClient, listDevices } from '../../../board-sim/virtual-usb/testing/usbip-client.js';
import { Guest } from '../guest.js';
import { guestOnlyBusId, rigToken } from '../guest/rig-token.js';
import { GUEST_ONLY, attach } from '../guest/vhci.js';
import { ownRig } from '../own-rig.js';
import { PRODUCT_TEXT, SERIAL_TEXT } from './descriptors.js';
import { offerChaoskeyToGuest, type GuestOnlyChaoskey, type GuestOnlyOptions } from './guest-only.js';
import { SimulatedTap } from './simulated-tap.js';

const rig = ownRig();
const BOARD: SimulatedBoardOptions = { seed: 21, rows: 16, cols: 64 };
/** Its field drifts away within a moment. */
const DRIFTING: SimulatedBoardOptions = {
  ...{ seed: 3, rows: 4, cols: 64 },
  scenario: { ...typical, drift: { widthSPerS: 0, fieldAPerMPerS: 500_000 } },
};
const CONSENT = 'in a throw-away guest of the USB rig';
/** The kernel takes so much for itself when it binds the device. */
const KERNELS_OWN = 64;
const DEVICE = '/dev/chaoskey0';

/** The first bits of such a board, from another one of the same seed. */
async function bitsOf(board: SimulatedBoardOptions, bytes: number): Promise<Buffer> {
  const tap = await SimulatedTap.open(board);
  const bits = await tap.first(bytes);
  await tap.close();
  return Buffer.from(bits);
}

describe('the personality that a kernel credits', () => {
  const token = '0123456789abcdef'.repeat(2);
  const offer = async (changes: Partial<GuestOnlyOptions> = {}): Promise<GuestOnlyChaoskey> => {
    const offered = await offerChaoskeyToGuest({
      ...{ letTheGuestKernelCreditSimulatedBits: CONSENT, token, board: BOARD },
      ...changes,
    });
    onTestFinished(() => offered.close());
    return offered;
  };

  it('is plugged in by a guest of the rig only: this machine has no token, and no other command line helps', async () => {
    expect(() => rigToken()).toThrow('this is no guest of the rig');
    const asked: unknown[] = [];
    const server = createServer((socket) => void asked.push(socket.destroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const own = readFileSync('/proc/cmdline', 'latin1');
    for (const line of [undefined, own, '', 'quiet', 'rig.token=', 'rig.token=guess', `xrig.token=${token}`])
      for (const busId of [GUEST_ONLY, guestOnlyBusId(token), '1-1'])
        await expect(attach(port, busId, line)).rejects.toThrow(/no guest of the rig|32 hexadecimal/);
    expect(asked).toEqual([]);
  });

  it('is made only when it is asked for by name, and for the token of a rig', async () => {
    for (const consent of [undefined, true, 'yes', ''])
      await expect(offer({ letTheGuestKernelCreditSimulatedBits: consent as never })).rejects.toThrow(RangeError);
    for (const wrong of ['', 'guest', token.slice(1)])
      await expect(offer({ token: wrong })).rejects.toThrow('token must be that of a rig');
  });

  it('is never offered beyond this computer', async () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.1'])
      await expect(offer({ listen: { host, port: 0 } })).rejects.toThrow(RangeError);
  });

  it('is in no list, and found only by who knows the token', async () => {
    const { server } = await offer();
    const address = server.address as { host: string; port: number };
    expect(await listDevices(address)).toEqual([]);
    for (const busId of ['1-1', GUEST_ONLY, guestOnlyBusId('f'.repeat(32))])
      await expect(UsbIpClient.attach(address, busId)).rejects.toThrow();
    const client = await UsbIpClient.attach(address, guestOnlyBusId(token));
    expect(client.device.vendorId).toBe(0x1d50);
    await client.detach();
  });
});

describe.skipIf(rig === undefined)("the kernel's own driver reads the simulated board", () => {
  let guest: Guest;
  let offered: GuestOnlyChaoskey | undefined;
  beforeAll(async () => (guest = await Guest.open(rig!)));
  afterAll(() => guest.close());
  afterEach(async () => {
    await offered?.close();
    offered = undefined;
    await guest.until('the driver to let go', async () => (await guest.run(['test', '-e', DEVICE])).code !== 0);
  });

  const plug = async (board: SimulatedBoardOptions): Promise<GuestOnlyChaoskey> => {
    offered = await offerChaoskeyToGuest({ letTheGuestKernelCreditSimulatedBits: CONSENT, token: rig!.token, board });
    const { server, taken } = offered;
    await guest.attach(server.address as { port: number }, GUEST_ONLY);
    await guest.until('the kernel to read', async () => taken().length >= KERNELS_OWN);
    return offered;
  };
  const read = (from: string, packets: number) =>
    guest.run(['dd', `if=${from}`, 'bs=64', `count=${packets}`, 'status=none'], { user: 'root' });

  it('bit for bit and in order, as a device and as the random generator of the machine', async () => {
    const { taken } = await plug(BOARD);
    const bits = await bitsOf(BOARD, KERNELS_OWN + 16_384 + 4096);
    const device = await read(DEVICE, 256);
    expect(device.bytes.equals(bits.subarray(KERNELS_OWN, KERNELS_OWN + 16_384))).toBe(true);
    expect(await guest.readText('/sys/class/misc/hw_random/rng_current')).toBe(`${PRODUCT_TEXT}-${SERIAL_TEXT}`);
    const generator = await read('/dev/hwrng', 64);
    expect(generator.bytes.equals(bits.subarray(KERNELS_OWN + 16_384))).toBe(true);
    expect(Buffer.from(taken()).equals(bits)).toBe(true);
  });

  it('gives up when the board says nothing, and loses nothing by it', async () => {
    const { hold, taken } = await plug(BOARD);
    const bits = await bitsOf(BOARD, KERNELS_OWN + 4096);
    const before = await read(DEVICE, 32);
    hold(true);
    const silent = await read(DEVICE, 1);
    expect([silent.code, silent.bytes.length]).toEqual([1, 0]);
    expect(silent.stderr).toContain('temporarily unavailable');
    hold(false);
    const after = await read(DEVICE, 32);
    expect(Buffer.concat([before.bytes, after.bytes]).equals(bits.subarray(KERNELS_OWN))).toBe(true);
    expect(Buffer.from(taken()).equals(bits)).toBe(true);
  });

  it('survives that the plug is pulled while it reads, three times', async () => {
    for (let round = 0; round < 3; round++) {
      const { taken, unplug, close } = await plug(BOARD);
      const reader = guest.start(['dd', `if=${DEVICE}`, 'of=/dev/null', 'bs=64'], { user: 'root' });
      await guest.until('the kernel to read on', async () => taken().length > 20_000);
      unplug();
      const { code, stderr } = await reader.ended();
      expect([code, stderr]).toEqual([1, expect.stringMatching(/error reading/)]);
      await guest.until('the driver to let go', async () => (await guest.run(['test', '-e', DEVICE])).code !== 0);
      const bits = await bitsOf(BOARD, taken().length);
      expect(Buffer.from(taken()).equals(bits)).toBe(true);
      await close();
    }
    expect(await guest.root('dmesg')).not.toMatch(/BUG:|Oops|WARNING:|general protection|hung task/);
  });

  it('gets nothing any more after a health alarm', async () => {
    const chaoskey = await plug(DRIFTING);
    const healthy = await bitsOf(DRIFTING, 1_000_000);
    expect(healthy.length).toBeGreaterThan(1000);
    expect(healthy.length % 64).toBe(0);
    const reader = await read(DEVICE, 10_000);
    expect([reader.code, chaoskey.alarmed]).toEqual([1, true]);
    expect(reader.stderr).toContain('temporarily unavailable');
    expect(Buffer.from(chaoskey.taken()).equals(healthy)).toBe(true);
    expect(reader.bytes.equals(healthy.subarray(KERNELS_OWN))).toBe(true);
    expect((await read(DEVICE, 1)).bytes.length).toBe(0);
  });
});
