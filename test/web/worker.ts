/** The client in a worker: what it finds there. */
import { UnsupportedError, webUsbBoards } from '../../firmware-host/host/web.js';

/** Sent to the page once. */
export interface WorkerReport {
  /** Boards that may be used, or the error. */
  readonly boards: number | string;
  /** Whether the client finds the browser's USB here. */
  readonly hasUsb: boolean;
  /** Type of the call that only a page has. */
  readonly requestDevice: string;
}

async function report(): Promise<WorkerReport> {
  const requestDevice = typeof (navigator.usb as Partial<USB>).requestDevice;
  try {
    return { boards: (await webUsbBoards()).length, hasUsb: true, requestDevice };
  } catch (error) {
    return { boards: String(error), hasUsb: !(error instanceof UnsupportedError), requestDevice };
  }
}

void report().then((found) => self.postMessage(found));
