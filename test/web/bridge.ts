/** What crosses between a page under test and the machine's USB, which is in Node: every value is plain. */
import type { WebUsbSetup, WebUsbTransferStatus } from '../../firmware-host/host/web.js';

/** A device as the page first hears of it. */
export interface BridgedDevice {
  readonly id: number;
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly serialNumber: string;
}

/** A call of the page. Bytes are base64. */
export type BridgeCall =
  | { readonly call: 'getDevices' | 'requestDevice' }
  | { readonly call: 'open' | 'close'; readonly id: number }
  | { readonly call: 'selectConfiguration' | 'claimInterface'; readonly id: number; readonly number: number }
  | { readonly call: 'controlTransferOut'; readonly id: number; readonly setup: WebUsbSetup }
  | { readonly call: 'clearHalt'; readonly id: number; readonly direction: 'in' | 'out'; readonly number: number }
  | { readonly call: 'transferIn'; readonly id: number; readonly number: number; readonly length: number }
  | { readonly call: 'transferOut'; readonly id: number; readonly number: number; readonly data: string };

/** How it ended. */
export interface BridgeReply {
  /** Name and message of the exception with which it rejects. */
  readonly exception?: readonly [name: string, message: string];
  readonly devices?: readonly BridgedDevice[];
  readonly status?: WebUsbTransferStatus;
  readonly data?: string;
  readonly bytesWritten?: number;
}
