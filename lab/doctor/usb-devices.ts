/** What Linux says of the USB devices at hand, from /sys/bus/usb/devices. */
import { clean, deviceNode } from '../../firmware-host/host/transport/usb/sysfs.js';
import type { Machine } from './machine.js';

const DEVICES = '/sys/bus/usb/devices';

/** One interface of a device's configuration. */
export interface UsbInterface {
  /** `1-4:1.0`. */
  readonly name: string;
  /** Class, subclass, protocol, as `ff/00/00`. */
  readonly triple: string;
  /** Who has it: a kernel driver's name, `usbfs` for a program, undefined for nobody. */
  readonly driver: string | undefined;
  /** Addresses of its endpoints, as `81`. */
  readonly endpoints: readonly string[];
}

/** A device. Values as the kernel writes them; an empty text is absent. */
export interface UsbDevice {
  /** Bus address that stays while it is plugged in there: `1-4`, `1-4.2`. */
  readonly address: string;
  readonly vendor: string;
  readonly product: string;
  /** bcdDevice, as `0010`. */
  readonly release: string | undefined;
  readonly manufacturer: string | undefined;
  readonly productName: string | undefined;
  readonly serial: string | undefined;
  /** Mbit/s, as `12`. */
  readonly speed: string | undefined;
  readonly authorized: boolean;
  /** Number of the configuration in use; undefined = none. */
  readonly configuration: string | undefined;
  /** Of runtime power management: `active`, `suspended`, `error`, … */
  readonly runtimeStatus: string | undefined;
  /** /dev/bus/usb/BBB/DDD. */
  readonly node: string | undefined;
  readonly interfaces: readonly UsbInterface[];
}

/** The devices with these numbers (hexadecimal, four digits), by bus address. */
export async function findUsbDevices(machine: Machine, vendor: string, product: string): Promise<UsbDevice[]> {
  const found: UsbDevice[] = [];
  const names = await machine.list(DEVICES);
  for (const address of names) {
    if (address.includes(':')) continue;
    const value = valueReader(machine, address);
    if ((await value('idVendor')) !== vendor || (await value('idProduct')) !== product) continue;
    const [bus, number] = [await value('busnum'), await value('devnum')];
    found.push({
      address,
      vendor,
      product,
      release: await value('bcdDevice'),
      manufacturer: await value('manufacturer'),
      productName: await value('product'),
      serial: await value('serial'),
      speed: await value('speed'),
      authorized: (await value('authorized')) !== '0',
      configuration: await value('bConfigurationValue'),
      runtimeStatus: await value('power/runtime_status'),
      node: bus === undefined || number === undefined ? undefined : deviceNode(Number(bus), Number(number)),
      interfaces: await Promise.all(
        names.filter((name) => name.startsWith(`${address}:`)).map((name) => readInterface(machine, name)),
      ),
    });
  }
  return found;
}

/** Whether the hub that a device hangs on draws its power from the bus, and so has little to give: bmAttributes without bit 6 (USB 2.0, table 9-10). */
export async function onBusPoweredHub(machine: Machine, { address }: UsbDevice): Promise<boolean> {
  const hub = address.replace(/\.\d+$/, '');
  // On a root port there is no dot.
  if (hub === address) return false;
  const attributes = Number.parseInt((await valueReader(machine, hub)('bmAttributes')) ?? 'c0', 16);
  return (attributes & 0x40) === 0;
}

async function readInterface(machine: Machine, name: string): Promise<UsbInterface> {
  const value = valueReader(machine, name);
  const driver = await machine.link(`${DEVICES}/${name}/driver`);
  const triple = [
    await value('bInterfaceClass'),
    await value('bInterfaceSubClass'),
    await value('bInterfaceProtocol'),
  ].join('/');
  return {
    name,
    triple,
    driver: driver?.split('/').at(-1),
    endpoints: (await machine.list(`${DEVICES}/${name}`)).filter((n) => n.startsWith('ep_')).map((n) => n.slice(3)),
  };
}

function valueReader(machine: Machine, name: string): (file: string) => Promise<string | undefined> {
  return async (file) => {
    const text = clean((await machine.readText(`${DEVICES}/${name}/${file}`)) ?? '');
    return text === '' ? undefined : text;
  };
}
