/** What Linux and libusb make of the device, with nothing of the product in between. */
import { expect, it } from 'vitest';
import { microsoftSet } from '../../board-sim/virtual-usb/board-descriptors.js';
import { simulatedDevice, withBench } from './bench.js';

/** Requests by hand. Everything it uses must be in here: only its text reaches the guest. */
async function ask(
  { load }: { load: (name: string) => Promise<unknown> },
  requests: readonly (readonly [type: number, request: number, value: number, index: number])[],
): Promise<(string | number)[]> {
  interface Device {
    readonly deviceDescriptor: { readonly idVendor: number; readonly idProduct: number };
    open(): void;
    close(): void;
    controlTransfer(...args: unknown[]): void;
  }
  const { getDeviceList } = (await load('usb')) as { getDeviceList(this: void): Device[] };
  const [device, ...others] = getDeviceList().filter(
    ({ deviceDescriptor: { idVendor, idProduct } }) => idVendor === 0x1209 && idProduct === 0x0001,
  );
  if (device === undefined || others.length > 0) throw new Error(`${others.length + 1} boards`);
  device.open();
  const answers: (string | number)[] = [];
  for (const [type, request, value, index] of requests)
    answers.push(
      await new Promise((resolve) => {
        device.controlTransfer(type, request, value, index, 512, (error?: { errno: number }, data?: Uint8Array) =>
          resolve(error ? error.errno : Buffer.from(data!).toString('hex')),
        );
      }),
    );
  device.close();
  return answers;
}

withBench('enumeration', (bench) => {
  it('Linux reads the descriptors, and binds no driver of its own', async () => {
    const device = simulatedDevice({ seed: 1 });
    const { name, node } = await bench().plug(device);
    const { guest } = bench();
    const folder = `/sys/bus/usb/devices/${name}`;
    const expected = Buffer.concat([device.descriptors.device, device.descriptors.configuration]);
    expect((await guest.read(`${folder}/descriptors`)).equals(expected)).toBe(true);
    const texts = ['manufacturer', 'product', 'serial', 'idVendor', 'idProduct', 'speed', 'version', 'bMaxPower'];
    expect(await Promise.all(texts.map((text) => guest.readText(`${folder}/${text}`)))).toEqual([
      ...['Spindrift', 'Spindrift simulator', 'SIM-typical-1'],
      ...['1209', '0001', '12', ' 2.10', '500mA'],
    ]);
    await expect(guest.read(`/sys/bus/usb/devices/${name}:1.0/driver/module/srcversion`)).rejects.toThrow('ENOENT');
    // What usbfs gives a program that opens the device.
    expect((await guest.read(node)).equals(expected)).toBe(true);
  });

  it('libusb gets BOS and the Microsoft set whole; the WebUSB page and what is unknown are refused', async () => {
    await bench().plug(simulatedDevice({ seed: 1 }));
    const program = bench().program();
    const STALL = 4;
    const [bos, microsoft, page, unknown] = await program.run(ask, [
      [0x80, 6, 0x0f00, 0],
      [0xc0, 0x20, 0, 7],
      [0xc0, 0x21, 1, 2],
      [0xc0, 0x77, 0, 0],
    ]);
    // usb.md section 1.1: header, Microsoft OS 2.0 with a set of 162 bytes and request 0x20, WebUSB with request 0x21.
    expect(bos).toBe(
      [
        '050f390002',
        '1c100500df60ddd88945c74c9cd2659d9e648a9f00000306a2002000',
        '1810050038b60834a909a0478bfda0768815b66500012100',
      ].join(''),
    );
    expect(microsoft).toBe(Buffer.from(microsoftSet).toString('hex'));
    expect((microsoft as string).length).toBe(2 * 162);
    expect([page, unknown]).toEqual([STALL, STALL]);
    await program.close();
  });
});
