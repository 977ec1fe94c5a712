/** A device that a server offers. */
import { SPEED_CODES, type InterfaceClass, type ListedDevice } from './usbip/messages.js';
import type { VirtualDevice } from './virtual-device.js';

/** How a device is offered. */
export interface ExportOptions {
  /** What an importer calls it; default: the next free of 1-1, 1-2, … */
  readonly busId?: string;
  /** Left out of the list: only who knows its bus id finds it. */
  readonly unlisted?: boolean;
  /** Refused by a server that others than this computer can reach. */
  readonly localOnly?: boolean;
}

const BUS = 1;
const INTERFACE_DESCRIPTOR = 4;

/** A device and where it hangs. */
export class ExportedDevice {
  readonly device: VirtualDevice;
  readonly busId: string;
  readonly unlisted: boolean;
  readonly #number: number;

  constructor(device: VirtualDevice, busId: string, number: number, unlisted: boolean) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._:-]{0,30}$/.test(busId))
      throw new RangeError(
        `busId must be 1 to 31 letters, digits or . _ : - such as 1-1, got ${JSON.stringify(busId.slice(0, 80))}`,
      );
    this.device = device;
    this.busId = busId;
    this.unlisted = unlisted;
    this.#number = number;
  }

  /** What the device says of itself, as USB/IP puts it. */
  get block(): ListedDevice {
    const { device, configuration } = this.device.descriptors;
    const u16 = (at: number): number => device[at]! | (device[at + 1]! << 8);
    const interfaceClasses = interfacesOf(configuration);
    return {
      path: `/sys/devices/spindrift/${this.busId}`,
      busId: this.busId,
      busNumber: BUS,
      deviceNumber: this.#number,
      speed: SPEED_CODES[this.device.speed],
      vendorId: u16(8),
      productId: u16(10),
      release: u16(12),
      deviceClass: device[4]!,
      deviceSubClass: device[5]!,
      deviceProtocol: device[6]!,
      configurationValue: configuration[5]!,
      configurations: device[17]!,
      interfaces: interfaceClasses.length,
      interfaceClasses,
    };
  }
}

/** Class, subclass and protocol of each interface in its first setting. */
function interfacesOf(configuration: Uint8Array): InterfaceClass[] {
  const found: InterfaceClass[] = [];
  for (let at = 0; at + 9 <= configuration.length; at += Math.max(2, configuration[at]!))
    if (configuration[at + 1] === INTERFACE_DESCRIPTOR && configuration[at + 3] === 0)
      found.push([configuration[at + 5]!, configuration[at + 6]!, configuration[at + 7]!]);
  return found;
}
