/**
 * What the board's USB device says of itself: the same bytes as `firmware-host/firmware/hal/usb-descriptors.c`, which a test compares with what
 * the firmware answers. Layouts: USB 2.0 section 9.6, Microsoft OS 2.0 descriptors, WebUSB platform capability.
 */
import {
  USB_ENDPOINT_IN,
  USB_ENDPOINT_OUT,
  USB_FULL_SPEED_PACKET_BYTES,
  USB_PRODUCT_ID,
  USB_VENDOR_ID,
  USB_VENDOR_MICROSOFT,
  USB_VENDOR_WEBUSB,
} from '../../proto/usb.js';

const DEVICE = 1;
const CONFIGURATION = 2;
const STRING = 3;
const INTERFACE = 4;
const ENDPOINT = 5;
const BOS = 15;
const PLATFORM_CAPABILITY = [0x10, 5] as const;
/** Version of the firmware whose descriptors these are, binary coded decimal. */
const DEVICE_RELEASE = 0x0010;
const LANGUAGE_US_ENGLISH = 0x0409;
const MICROSOFT_SET_BYTES = 162;
const WINDOWS_8_1 = [0x00, 0x00, 0x03, 0x06] as const;
const INTERFACE_GUID = '{567EDF93-16FD-4EFD-9F79-66B0D67186BC}';
/** Characters of a string that the device can say. */
const STRING_CHARACTERS = 31;

const u16 = (value: number): readonly [number, number] => [value & 0xff, value >> 8];

/** A UUID as USB writes it: three groups little-endian, the rest as it stands. */
function uuid(text: string): number[] {
  const groups = text.split('-').map((group) => [...Buffer.from(group, 'hex')]);
  return groups.flatMap((group, k) => (k < 3 ? group.reverse() : group));
}

const wide = (text: string): number[] => [...Buffer.from(text, 'utf16le')];

const device = Uint8Array.of(
  ...[18, DEVICE, ...u16(0x0210), 0, 0, 0, USB_FULL_SPEED_PACKET_BYTES],
  ...[...u16(USB_VENDOR_ID), ...u16(USB_PRODUCT_ID), ...u16(DEVICE_RELEASE)],
  // Strings 1, 2 and 3; one configuration.
  ...[1, 2, 3, 1],
);

const bulkEndpoint = (address: number): number[] => [7, ENDPOINT, address, 2, ...u16(USB_FULL_SPEED_PACKET_BYTES), 0];

const configuration = Uint8Array.of(
  // One interface, configuration 1, bus powered, 500 mA.
  ...[9, CONFIGURATION, ...u16(32), 1, 1, 0, 0x80, 250],
  // Vendor-specific, two endpoints, string 4.
  ...[9, INTERFACE, 0, 0, 2, 0xff, 0, 0, 4],
  ...bulkEndpoint(USB_ENDPOINT_IN),
  ...bulkEndpoint(USB_ENDPOINT_OUT),
);

const bos = Uint8Array.of(
  ...[5, BOS, ...u16(57), 2],
  ...[28, ...PLATFORM_CAPABILITY, 0, ...uuid('D8DD60DF-4589-4CC7-9CD2-659D9E648A9F')],
  ...[...WINDOWS_8_1, ...u16(MICROSOFT_SET_BYTES), USB_VENDOR_MICROSOFT, 0],
  // No landing page.
  ...[24, ...PLATFORM_CAPABILITY, 0, ...uuid('3408B638-09A9-47A0-8BFD-A0768815B665')],
  ...[...u16(0x0100), USB_VENDOR_WEBUSB, 0],
);

/** The Microsoft OS 2.0 set: WinUSB drives the device without an INF. */
export const microsoftSet: Uint8Array = Uint8Array.of(
  ...[10, 0, 0, 0, ...WINDOWS_8_1, ...u16(MICROSOFT_SET_BYTES)],
  ...[20, 0, 3, 0, ...Buffer.from('WINUSB\0\0'), 0, 0, 0, 0, 0, 0, 0, 0],
  // REG_MULTI_SZ, lengths in bytes with their zeros.
  ...[132, 0, 4, 0, ...u16(7), ...u16(42), ...wide('DeviceInterfaceGUIDs\0')],
  ...[...u16(80), ...wide(`${INTERFACE_GUID}\0\0`)],
);

/** The texts of a device. */
export interface DeviceTexts {
  readonly product: string;
  /** Its identity across replugs. */
  readonly serial: string;
}

/** Device and configuration of every board. */
export const boardDescriptors = { device, configuration } as const;

/**
 * A descriptor, or undefined for one that the device has not.
 * @param value wValue of the request: type in the high byte, index in the low one
 */
export function boardDescriptor(value: number, { product, serial }: DeviceTexts): Uint8Array | undefined {
  const [type, index] = [value >> 8, value & 0xff];
  const text = type === STRING ? ['Spindrift', product, serial, 'link'][index - 1] : undefined;
  if (text !== undefined) {
    const characters = wide(text.slice(0, STRING_CHARACTERS));
    return Uint8Array.of(2 + characters.length, STRING, ...characters);
  }
  if (index !== 0) return undefined;
  switch (type) {
    case DEVICE:
      return device;
    case CONFIGURATION:
      return configuration;
    case STRING:
      return Uint8Array.of(4, STRING, ...u16(LANGUAGE_US_ENGLISH));
    case BOS:
      return bos;
    default:
      return undefined;
  }
}
