/** What libusb's numbers mean. */
import type { LibusbError } from './libusb.js';
import { UsbFailure, type UsbFailureKind } from './usb-port.js';

/** By `errno`: LIBUSB_ERROR_* are negative, LIBUSB_TRANSFER_* positive (libusb.h, version 1.0.30). */
const KINDS: Readonly<Record<number, UsbFailureKind>> = {
  [-3]: 'access',
  [-4]: 'gone',
  [-6]: 'busy',
  [-7]: 'timeout',
  [-9]: 'stall',
  2: 'timeout',
  3: 'cancelled',
  4: 'stall',
  5: 'gone',
};

/** Turns whatever the library threw or passed on into a failure. */
export function libusbFailure(error: unknown): UsbFailure {
  if (error instanceof UsbFailure) return error;
  const { errno, message } =
    error instanceof Error ? (error as LibusbError) : { errno: undefined, message: String(error) };
  return new UsbFailure((errno === undefined ? undefined : KINDS[errno]) ?? 'other', message, error);
}
