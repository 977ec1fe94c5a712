/** What a rejection of WebUSB means. */
import { UsbFailure, type UsbFailureKind } from '../usb/usb-port.js';
import type { WebUsbTransferStatus } from './web-usb-types.js';

/** Calls whose failures mean different things under the same name. */
export type WebUsbCall = 'open' | 'claim' | 'clearHalt' | 'transfer';

/**
 * Names of the DOMExceptions, as the specification gives them and Chromium 130 to 156 raises them.
 *
 * A transfer that fails is a `NetworkError` whatever the reason: Linux reports an unplugged device by an error of the transfers, and the browser learns
 * that it is gone only later, by another way. Either way the link is at its end.
 */
const KINDS: Readonly<Record<string, UsbFailureKind>> = {
  NotFoundError: 'gone',
  NetworkError: 'gone',
  AbortError: 'cancelled',
  TimeoutError: 'timeout',
  SecurityError: 'access',
};

/** Where a name means something else. */
const IN_CALL: Readonly<Record<WebUsbCall, Readonly<Record<string, UsbFailureKind>>>> = {
  // The specification has NetworkError for everything that keeps a device from opening, where Chromium says SecurityError. InvalidStateError: another
  // part of this page is opening it.
  open: { NetworkError: 'access', InvalidStateError: 'busy' },
  // Another tab or program has the interface.
  claim: { NetworkError: 'busy', InvalidStateError: 'busy' },
  clearHalt: { NetworkError: 'other' },
  transfer: {},
};

/** The failure that a rejection stands for. */
export function webUsbFailure(call: WebUsbCall, error: unknown): UsbFailure {
  const name = error instanceof Error ? error.name : '';
  const kind = IN_CALL[call][name] ?? KINDS[name] ?? 'other';
  return new UsbFailure(kind, error instanceof Error ? error.message : String(error), error);
}

/** The failure that a status other than `ok` stands for. */
export function statusFailure(status: Exclude<WebUsbTransferStatus, 'ok'>): UsbFailure {
  return status === 'stall'
    ? new UsbFailure('stall', 'the endpoint is halted')
    : new UsbFailure('other', 'the device sent more than was asked for');
}
