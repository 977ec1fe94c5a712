/** The boards that libusb lists, for systems that do not show them otherwise. Their texts are known only by opening them. */
import { USB_PRODUCT_ID, USB_VENDOR_ID } from '../../../../proto/usb.js';
import type { Libusb, LibusbDevice } from './libusb.js';
import { clean, releaseText, type UsbDeviceInfo } from './sysfs.js';

interface Texts {
  readonly serial: string;
  readonly product: string;
}

/** Texts of devices seen before: the library gives the same object for the same device, and one that a session holds is not opened again. */
const known = new WeakMap<LibusbDevice, Texts>();

/** The device at an address. Its object is the same as long as it is plugged in. */
export function deviceAt(usb: Libusb, bus: number, address: number): LibusbDevice | undefined {
  return usb.getDeviceList().find((device) => device.busNumber === bus && device.deviceAddress === address);
}

/** Lists the boards. One that cannot be opened has no serial number in this list. */
export async function listLibusb(usb: Libusb): Promise<UsbDeviceInfo[]> {
  const found: UsbDeviceInfo[] = [];
  for (const device of usb.getDeviceList()) {
    const { idVendor, idProduct, bcdDevice } = device.deviceDescriptor;
    if (idVendor !== USB_VENDOR_ID || idProduct !== USB_PRODUCT_ID) continue;
    const texts = known.get(device) ?? (await readTexts(device));
    if (texts) known.set(device, texts);
    found.push({
      serial: texts?.serial ?? '',
      product: texts?.product ?? '',
      release: releaseText(bcdDevice),
      path: `${device.busNumber}-${(device.portNumbers ?? [0]).join('.')}`,
      bus: device.busNumber,
      address: device.deviceAddress,
      access: texts ? 'ok' : 'denied',
    });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readTexts(device: LibusbDevice): Promise<Texts | undefined> {
  try {
    device.open();
  } catch {
    return undefined;
  }
  try {
    const { iSerialNumber, iProduct } = device.deviceDescriptor;
    return { serial: await text(device, iSerialNumber), product: await text(device, iProduct) };
  } finally {
    device.close();
  }
}

function text(device: LibusbDevice, index: number): Promise<string> {
  return new Promise((resolve) =>
    device.getStringDescriptor(index, (error, value) => resolve(error ? '' : clean(value ?? ''))),
  );
}
