/** The boards on the USB of a Linux system, as the kernel tells everybody: no permission is needed, and no library. */
import { access, constants, readFile, readdir, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { USB_INTERFACE, USB_PRODUCT_ID, USB_VENDOR_ID } from '../../../../proto/usb.js';

/** A board's device that is plugged in. */
export interface UsbDeviceInfo {
  /** Serial number, the identity across replugs; empty if it has none. */
  readonly serial: string;
  /** Product text, for instance `Spindrift board`. */
  readonly product: string;
  /** Release number of the device (bcdDevice), for instance `1.0.2`. */
  readonly release: string;
  /** Where it is plugged in: bus and ports, for instance `1-1.4`. Stays the same when it is plugged in there again. */
  readonly path: string;
  readonly bus: number;
  /** Changes each time it is plugged in. */
  readonly address: number;
  /** Whether this user may open it. `missing`: it has no device file here, as in a container. Undefined where it cannot be known without trying. */
  readonly access: 'ok' | 'denied' | 'missing' | undefined;
  /** Kernel driver that holds the interface; `usbfs` is a program. */
  readonly driver?: string;
}

/** Where the kernel shows its devices. */
export interface SysfsPlaces {
  readonly devices: string;
  readonly nodes: string;
}

export const SYSFS: SysfsPlaces = { devices: '/sys/bus/usb/devices', nodes: '/dev/bus/usb' };

/** Path of the file by which a device is opened. */
export function deviceNode(bus: number, address: number, nodes = SYSFS.nodes): string {
  const three = (value: number): string => String(value).padStart(3, '0');
  return join(nodes, three(bus), three(address));
}

/** Lists the boards, in order of their ports. A system without USB has none. */
export async function scanSysfs(places: SysfsPlaces = SYSFS): Promise<UsbDeviceInfo[]> {
  const names = await readdir(places.devices).catch(() => []);
  // Devices only: interfaces have a colon, controllers another name.
  const found = await Promise.all(
    names.filter((name) => /^\d+-\d+(\.\d+)*$/.test(name)).map((name) => readDevice(places, name)),
  );
  return found.filter((device) => device !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readDevice(places: SysfsPlaces, path: string): Promise<UsbDeviceInfo | undefined> {
  const folder = join(places.devices, path);
  const attribute = async (name: string): Promise<string> =>
    clean(await readFile(join(folder, name), 'utf8').catch(() => ''));
  const [vendor, product] = await Promise.all([attribute('idVendor'), attribute('idProduct')]);
  if (Number.parseInt(vendor, 16) !== USB_VENDOR_ID || Number.parseInt(product, 16) !== USB_PRODUCT_ID)
    return undefined;
  const [serial, text, bcd, busText, addressText, driver] = await Promise.all([
    attribute('serial'),
    attribute('product'),
    attribute('bcdDevice'),
    attribute('busnum'),
    attribute('devnum'),
    readlink(join(folder, `${path}:1.${USB_INTERFACE}`, 'driver')).catch(() => undefined),
  ]);
  const [bus, address] = [Number(busText), Number(addressText)];
  // It was unplugged while we read.
  if (!(bus > 0 && address > 0)) return undefined;
  return {
    serial,
    product: text,
    release: releaseText(Number.parseInt(bcd, 16)),
    path,
    bus,
    address,
    access: await accessOf(deviceNode(bus, address, places.nodes)),
    ...(driver === undefined ? {} : { driver: basename(driver) }),
  };
}

async function accessOf(node: string): Promise<'ok' | 'denied' | 'missing'> {
  try {
    await access(node, constants.R_OK | constants.W_OK);
    return 'ok';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'denied';
  }
}

/** bcdDevice, JJMN in binary-coded decimal, as the firmware writes its version: 0x0102 is 1.0.2. */
export function releaseText(bcd: number): string {
  if (!Number.isInteger(bcd)) return '';
  return [bcd >> 8, (bcd >> 4) & 0xf, bcd & 0xf].map((part) => part.toString(16)).join('.');
}

/** Texts come from the device and go to terminals: without control characters. */
export function clean(text: string): string {
  return text.trim().replace(/[\p{Cc}\p{Bidi_Control}]/gu, '?');
}
