/** What the caller's thread asks of the thread that drives USB. Each request brings a port of its own for the answer. */
import type { MessagePort } from 'node:worker_threads';
import type { PackedError } from '../../../../base/index.js';
import type { UsbDeviceInfo } from './sysfs.js';

/** Which device to open, and what to call it. */
export interface OpenRequest {
  readonly name: string;
  readonly bus: number;
  readonly address: number;
  readonly path: string;
}

export type ThreadRequest =
  /** Serves a transport on the port. */
  | { readonly ask: 'open'; readonly port: MessagePort; readonly device: OpenRequest }
  /** Answers once with {@link ListAnswer}. */
  | { readonly ask: 'list'; readonly port: MessagePort }
  /** Posts `true` at every attach and detach until the port closes. */
  | { readonly ask: 'watch'; readonly port: MessagePort }
  /** No more requests: ends when its boards are closed. */
  | { readonly ask: 'end' };

export type ListAnswer = { readonly devices: readonly UsbDeviceInfo[] } | { readonly error: PackedError };

/** What the thread is started with: a cell that counts boards that are not closed yet. */
export interface ThreadData {
  readonly open: Int32Array<SharedArrayBuffer>;
}

/** Code of the error that says: this thread's list does not have the device, another thread's would. */
export const STALE_LIST = 'USB_LIST_STALE';
