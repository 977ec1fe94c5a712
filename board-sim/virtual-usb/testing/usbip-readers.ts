/** Readers of USB/IP that note what they hear, and bytes to give them. */
import type {
  DeviceBlock,
  ListedDevice,
  SubmitCommand,
  SubmitReply,
  UnlinkCommand,
  UnlinkReply,
} from '../usbip/messages.js';
import { ReplyReader } from '../usbip/reply-reader.js';
import { RequestReader } from '../usbip/request-reader.js';

/** Bytes of a hexadecimal text with spaces. */
export const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(/\s/g, ''), 'hex'));

/** A HID device on the wire, from the end of the kernel's Documentation/usb/usbip_protocol.rst. */
export const CAPTURE = {
  submitIn: hex(
    '00000001 00000d05 0001000f 00000001 00000001 00000200 00000040 ffffffff 00000000 00000004 00000000 00000000',
  ),
  submitOut: hex(
    `00000001 00000d06 0001000f 00000000 00000001 00000000 00000040 ffffffff 00000000 00000004 00000000 00000000
     ffffffff860008a784ce5ae21237630000000000000000000000000000000000 ${'00'.repeat(32)}`,
  ),
  endOut: hex(
    '00000003 00000d06 00000000 00000000 00000000 00000000 00000040 ffffffff 00000000 00000000 00000000 00000000',
  ),
  endIn: hex(
    `00000003 00000d05 00000000 00000000 00000000 00000000 00000040 ffffffff 00000000 00000000 00000000 00000000
     ffffffff860011a784ce5ae2123763612891b102010000040000000000000000 ${'00'.repeat(32)}`,
  ),
};

export const BLOCK: DeviceBlock = {
  path: '/sys/devices/spindrift/1-1',
  busId: '1-1',
  busNumber: 1,
  deviceNumber: 2,
  speed: 2,
  vendorId: 0x1209,
  productId: 0x0001,
  release: 0x0010,
  deviceClass: 0,
  deviceSubClass: 1,
  deviceProtocol: 2,
  configurationValue: 1,
  configurations: 1,
  interfaces: 1,
};

export type Heard =
  | { readonly devlist: true }
  | { readonly import: string }
  | { readonly submit: SubmitCommand }
  | { readonly unlink: UnlinkCommand };

/** What a server hears. */
export function requests(accept = true): { heard: Heard[]; reader: RequestReader } {
  const heard: Heard[] = [];
  const reader = new RequestReader({
    onDevlist: () => heard.push({ devlist: true }),
    onImport: (busId) => {
      heard.push({ import: busId });
      return accept;
    },
    onSubmit: (submit) => heard.push({ submit }),
    onUnlink: (unlink) => heard.push({ unlink }),
  });
  return { heard, reader };
}

export type Told =
  | { readonly devlist: readonly ListedDevice[] }
  | { readonly import: DeviceBlock | { status: number } }
  | { readonly submit: SubmitReply }
  | { readonly unlink: UnlinkReply };

/** What a client hears. */
export function replies(wanted: (sequence: number) => number | undefined): { told: Told[]; reader: ReplyReader } {
  const told: Told[] = [];
  const reader = new ReplyReader({
    wanted,
    onDevlist: (devlist) => told.push({ devlist }),
    onImport: (reply) => told.push({ import: reply }),
    onSubmit: (submit) => told.push({ submit }),
    onUnlink: (unlink) => told.push({ unlink }),
  });
  return { told, reader };
}

/** Gives bytes in pieces that end where the cuts say. */
export function give(reader: { push(bytes: Uint8Array): void }, bytes: Uint8Array, cuts: readonly number[]): void {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let at = 0;
  for (const end of [...ends, bytes.length]) {
    reader.push(bytes.subarray(at, end));
    at = end;
  }
}

export const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
