import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseDevice, usbUriOf } from './choose-device.js';
import { explainOpen, type SystemPlaces } from './explain.js';
import { holdersOf, holdersText } from './holders.js';
import { clean, deviceNode, releaseText, scanSysfs, type UsbDeviceInfo } from './sysfs.js';
import { UDEV_RULE_PATH } from './udev-rule.js';
import { UsbFailure } from './usb-port.js';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'spindrift-usb-'))));
afterEach(() => rmSync(root, { recursive: true }));

const places = (): SystemPlaces => ({
  openCode: () => Promise.resolve(undefined),
  devices: join(root, 'devices'),
  nodes: join(root, 'nodes'),
  proc: join(root, 'proc'),
  platform: 'linux',
});

/** A device as Linux 6.1 shows it: one value a file, with a line end. */
function plug(
  path: string,
  attributes: Record<string, string>,
  options: { node?: boolean; driver?: string } = {},
): void {
  const all = { idVendor: '1209', idProduct: '0001', bcdDevice: '0102', busnum: '1', devnum: '7', ...attributes };
  const folder = join(places().devices, path);
  mkdirSync(join(folder, `${path}:1.0`), { recursive: true });
  for (const [name, value] of Object.entries(all)) writeFileSync(join(folder, name), `${value}\n`);
  const node = deviceNode(Number(all.busnum), Number(all.devnum), places().nodes);
  mkdirSync(join(node, '..'), { recursive: true });
  if (options.node !== false) writeFileSync(node, '');
  if (options.driver !== undefined)
    symlinkSync(`/sys/bus/usb/drivers/${options.driver}`, join(folder, `${path}:1.0`, 'driver'));
}

/** A program that has a file open. */
function runs(pid: number, name: string, file: string): void {
  const folder = join(places().proc, String(pid), 'fd');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(places().proc, String(pid), 'comm'), `${name}\n`);
  symlinkSync('/dev/null', join(folder, '0'));
  symlinkSync(file, join(folder, '17'));
}

describe('scanSysfs', () => {
  it('is empty where there is no USB', async () => {
    expect(await scanSysfs(places())).toEqual([]);
  });

  it('finds boards among other devices, hubs and interfaces', async () => {
    plug('1-1.4', { serial: 'SD-0001', product: 'Spindrift board' }, { driver: 'usbfs' });
    plug('1-1', { idVendor: '1d6b', idProduct: '0002', devnum: '2' });
    plug('usb1', { devnum: '1' });
    plug('3-2', { busnum: '3', devnum: '120', product: 'Spindrift simulator' }, { node: false });
    expect(await scanSysfs(places())).toEqual([
      {
        serial: 'SD-0001',
        product: 'Spindrift board',
        release: '1.0.2',
        path: '1-1.4',
        bus: 1,
        address: 7,
        access: 'ok',
        driver: 'usbfs',
      },
      {
        serial: '',
        product: 'Spindrift simulator',
        release: '1.0.2',
        path: '3-2',
        bus: 3,
        address: 120,
        access: 'missing',
      },
    ]);
  });

  it('leaves out a device that goes away while it is read', async () => {
    plug('1-1', { busnum: '', devnum: '' });
    expect(await scanSysfs(places())).toEqual([]);
  });

  it('lets no device write to the terminal', () => {
    expect(clean('a\u001b[31mred\u202e\n')).toBe('a?[31mred?');
    expect([0x0102, 0x1000, Number.NaN].map(releaseText)).toEqual(['1.0.2', '10.0.0', '']);
  });
});

describe('chooseDevice', () => {
  const device = (path: string, serial: string): UsbDeviceInfo => ({
    serial,
    path,
    product: 'Spindrift board',
    release: '1.00',
    bus: 1,
    address: 1,
    access: 'ok',
  });
  const a = device('1-1', 'A');
  const b = device('1-2', 'B');

  it('takes the only one, or the one that is named', () => {
    expect(chooseDevice({}, [a])).toBe(a);
    expect(chooseDevice({ serial: 'B' }, [a, b])).toBe(b);
    expect(chooseDevice({ path: '1-2' }, [a, b])).toBe(b);
  });

  it('never takes the first of several', () => {
    expect(() => chooseDevice({}, [a, b])).toThrow(/there are 2 boards on USB: usb:A, usb:B/);
    expect(() => chooseDevice({ serial: 'A' }, [a, device('1-3', 'A')])).toThrow(
      /2 boards on USB have the serial number A/,
    );
    try {
      chooseDevice({ serial: 'A' }, [a, device('1-3', 'A')]);
    } catch (error) {
      expect(error).toMatchObject({
        code: 'BOARD_AMBIGUOUS',
        nextStep: 'say which one: usb:@1-1 or usb:@1-3',
        details: { boards: ['usb:@1-1', 'usb:@1-3'] },
      });
    }
  });

  it('says what there is instead', () => {
    expect(() => chooseDevice({}, [])).toThrow('no board was found on USB');
    expect(() => chooseDevice({ serial: 'C' }, [a, b])).toThrow(
      'no board with the serial number C is on USB; there is usb:A, usb:B',
    );
    expect(() => chooseDevice({ path: '9-9' }, [])).toThrow('no board is on USB port 9-9');
  });

  it('calls a board by its serial number where that tells it apart, else by its port', () => {
    expect(usbUriOf(a, [a, b])).toBe('usb:A');
    expect(usbUriOf(a, [a, device('1-3', 'A')])).toBe('usb:@1-1');
    for (const serial of ['', 'UNPROVISIONED', 'with space', '@1-9', 'ümlaut'])
      expect(usbUriOf(device('1-4', serial), [a])).toBe('usb:@1-4');
  });
});

describe('holdersOf', () => {
  it('names programs that have the file open', async () => {
    runs(42, 'node', '/dev/bus/usb/001/007');
    runs(43, 'other', '/dev/bus/usb/001/008');
    mkdirSync(join(places().proc, 'self'));
    const found = await holdersOf('/dev/bus/usb/001/007', places().proc);
    expect(found).toEqual([{ pid: 42, name: 'node' }]);
    expect(holdersText(found)).toBe('node (process 42)');
    expect(holdersText(found, 42)).toBe('this program');
    expect(holdersText([])).toBeUndefined();
  });
});

describe('explainOpen', () => {
  const device = { bus: 1, address: 7, path: '1-1' };
  const explain = (kind: UsbFailure['kind']): Promise<Error | undefined> =>
    explainOpen(new UsbFailure(kind, 'LIBUSB'), 'usb:A', device, places());
  const node = (): string => deviceNode(1, 7, places().nodes);

  it('names the udev rule', async () => {
    const error = await explain('access');
    expect(error).toMatchObject({ code: 'BOARD_ACCESS', details: { rulePath: UDEV_RULE_PATH, file: node() } });
    expect((error as Error & { nextStep: string }).nextStep).toMatch(
      /spindrift doctor --udev-rule.*70-spindrift\.rules/,
    );
  });

  it('names who holds the board', async () => {
    plug('1-1', {}, { driver: 'usbfs' });
    expect(await explain('busy')).toMatchObject({
      code: 'BOARD_BUSY',
      message: 'usb:A: this or another program holds the board',
    });
    runs(42, 'spindrift', node());
    expect(await explain('busy')).toMatchObject({
      message: 'usb:A: spindrift (process 42) holds the board',
      details: { holders: [{ pid: 42, name: 'spindrift' }] },
    });
  });

  it('names a kernel driver', async () => {
    plug('1-1', {}, { driver: 'usbtest' });
    expect(await explain('busy')).toMatchObject({
      message: 'usb:A: the kernel driver usbtest holds the board',
      nextStep: 'unbind that driver, then open the board again',
    });
  });

  it('tells a missing device file from an unplugged board', async () => {
    expect(await explain('gone')).toBeUndefined();
    plug('1-1', {}, { node: false });
    expect(await explain('gone')).toMatchObject({
      code: 'BOARD_ACCESS',
      message: expect.stringMatching(/does not exist here/) as string,
    });
  });

  it('tells a filter of a container from a broken device', async () => {
    expect(await explain('other')).toBeUndefined();
    const inside = { ...places(), openCode: () => Promise.resolve('EPERM') };
    expect(await explainOpen(new UsbFailure('other', 'LIBUSB_ERROR_IO'), 'usb:A', device, inside)).toMatchObject({
      code: 'BOARD_ACCESS',
      nextStep: expect.stringMatching(/container/) as string,
    });
  });

  it('has no more to say elsewhere', async () => {
    expect(await explain('stall')).toBeUndefined();
    const elsewhere = { ...places(), platform: 'darwin' };
    expect(await explainOpen(new UsbFailure('access', 'x'), 'usb:A', device, elsewhere)).toBeUndefined();
  });
});
