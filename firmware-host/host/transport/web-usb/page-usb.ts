/** The page's own WebUSB. */
import type { WebUsb } from './web-usb-types.js';

/** `navigator.usb` of this page; undefined where there is none. */
export function pageUsb(): WebUsb | undefined {
  return (globalThis as { readonly navigator?: { readonly usb?: WebUsb } }).navigator?.usb;
}
