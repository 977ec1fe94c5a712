/**
 * Devices whose transfers failed as those of a pulled device do. The browser learns of an unplug later than the transfers, and lists the device until
 * then; or it was only a disturbance, and the device is still there.
 */
import type { WebUsbDevice } from './web-usb-types.js';

const doubtful = new WeakSet<WebUsbDevice>();

/** A device's transfers failed. */
export const doubt = (device: WebUsbDevice): unknown => doubtful.add(device);
/** A device has answered. */
export const trust = (device: WebUsbDevice): unknown => doubtful.delete(device);
/** Whether a device that is listed may be gone. */
export const isDoubtful = (device: WebUsbDevice): boolean => doubtful.has(device);
