/** The USB device that carries the link: what both ends must agree on before the first frame. The firmware's own copy is `hal/usb-descriptors.h`; a test holds them together. */

/**
 * The device, by vendor and product number. A test pair of a community registry and a placeholder: a board that is sold needs a number of its own.
 */
export const USB_VENDOR_ID = 0x1209;
export const USB_PRODUCT_ID = 0x0001;

/** Vendor-specific interface with the two bulk pipes. */
export const USB_INTERFACE = 0;
/** Addresses of the pipes; the high bit is the direction, 1 = to the host. */
export const USB_ENDPOINT_IN = 0x81;
export const USB_ENDPOINT_OUT = 0x01;

/**
 * Vendor request to the device, OUT, without data: drop both queues and any half-received frame, end all streams and calls, go to the safe state. A host
 * sends it before Hello, because half a frame of a host that was killed would otherwise swallow it, and when it leaves, as the end of a socket would do.
 */
export const USB_LINK_RESET = 0x01;
/** Vendor request that reads the Microsoft OS 2.0 descriptor set (wIndex 7). */
export const USB_VENDOR_MICROSOFT = 0x20;
/** Vendor request of WebUSB; no landing page, so it is refused. */
export const USB_VENDOR_WEBUSB = 0x21;

/** Bulk packet at full speed, and so of the RP2040. */
export const USB_FULL_SPEED_PACKET_BYTES = 64;
/** Full packets in a frame of 1 ms, both directions together (USB 2.0, table 5-9). */
export const USB_FULL_SPEED_PACKETS_PER_FRAME = 19;
