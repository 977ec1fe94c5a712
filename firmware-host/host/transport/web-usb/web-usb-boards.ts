/** Boards that a page may use, and how it comes to one. */
import {
  BoardAccessError,
  BoardNotFoundError,
  UnsupportedError,
  abortError,
  systemClock,
  type Clock,
  type Timer,
} from '../../../../base/index.js';
import { USB_PRODUCT_ID, USB_VENDOR_ID } from '../../../../proto/index.js';
import { isDoubtful } from './doubtful.js';
import { pageUsb } from './page-usb.js';
import type { WebUsb, WebUsbDevice, WebUsbEvent } from './web-usb-types.js';

/** Time for the browser to notice that a device whose transfers failed is gone, s. On Linux it takes a few tenths. */
const NOTICE_S = 2;

const FILTER = { vendorId: USB_VENDOR_ID, productId: USB_PRODUCT_ID };

/**
 * Lets the user choose a board from the browser's own list, which gives the page access to it for as long as the user wants. Call it in answer to a click
 * or a key.
 * @param usb default: the page's `navigator.usb`
 * @throws UnsupportedError in a browser without WebUSB, BoardAccessError if the browser does not show the list, BoardNotFoundError if nothing was chosen
 * @example
 * button.onclick = async () => { const board = await openWebUsbBoard(await requestWebUsbBoard()); };
 */
export async function requestWebUsbBoard(usb?: WebUsb): Promise<WebUsbDevice> {
  try {
    return await present(usb).requestDevice({ filters: [FILTER] });
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError')
      throw new BoardNotFoundError('no board was chosen', {
        cause: error,
        nextStep: 'plug the board in and choose it in the list that the browser shows',
      });
    throw explained(error);
  }
}

/**
 * Boards that the user has let this page use, and that are plugged in.
 * @param usb default: the page's `navigator.usb`
 * @throws UnsupportedError in a browser without WebUSB, BoardAccessError if the page may not use it
 */
export async function webUsbBoards(usb?: WebUsb): Promise<WebUsbDevice[]> {
  try {
    return (await present(usb).getDevices()).filter(isBoard);
  } catch (error) {
    throw explained(error);
  }
}

/** Whom {@link watchWebUsbBoards} tells. */
export interface WebUsbWatcher {
  /** A board that the page may use was plugged in. After an unplug it is another object: its serial number tells that it is the same board. */
  readonly onConnect?: (device: WebUsbDevice) => void;
  /** A board that the page may use was unplugged. Its link fails by itself. */
  readonly onDisconnect?: (device: WebUsbDevice) => void;
}

/**
 * Tells of boards that come and go.
 * @param usb default: the page's `navigator.usb`
 * @returns what stops that
 * @throws UnsupportedError in a browser without WebUSB
 */
export function watchWebUsbBoards(watcher: WebUsbWatcher, usb?: WebUsb): () => void {
  const source = present(usb);
  const connect = ({ device }: WebUsbEvent): void => {
    if (isBoard(device)) watcher.onConnect?.(device);
  };
  const disconnect = ({ device }: WebUsbEvent): void => {
    if (isBoard(device)) watcher.onDisconnect?.(device);
  };
  source.addEventListener('connect', connect);
  source.addEventListener('disconnect', disconnect);
  return () => {
    source.removeEventListener('connect', connect);
    source.removeEventListener('disconnect', disconnect);
  };
}

/** How to wait for a board. */
export interface AwaitWebUsbBoardOptions {
  /** Default: the page's `navigator.usb`. */
  readonly usb?: WebUsb | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Waits until the board of this serial number is there: at once if it is plugged in, else when it comes back. May be called as soon as its link is lost,
 * when the browser may not have noticed yet that it is gone.
 * @throws what {@link webUsbBoards} throws; an AbortError if the signal fires
 */
export async function awaitWebUsbBoard(serial: string, options: AwaitWebUsbBoardOptions = {}): Promise<WebUsbDevice> {
  const { usb, signal, clock = systemClock } = options;
  const stops: (() => void)[] = [];
  const doubts = new Map<WebUsbDevice, Timer>();
  try {
    return await new Promise<WebUsbDevice>((resolve, reject) => {
      const aborted = (): void => reject(abortError(signal?.reason));
      if (signal?.aborted) {
        aborted();
        return;
      }
      signal?.addEventListener('abort', aborted);
      stops.push(() => signal?.removeEventListener('abort', aborted));
      const offer = (device: WebUsbDevice): void => {
        if (device.serialNumber !== serial) return;
        if (isDoubtful(device))
          doubts.set(
            device,
            clock.setTimer(NOTICE_S, () => resolve(device)),
          );
        else resolve(device);
      };
      // Listen first, then look: between the two it could come.
      stops.push(
        watchWebUsbBoards({ onConnect: offer, onDisconnect: (device) => doubts.get(device)?.cancel() }, usb),
        () => {
          for (const timer of doubts.values()) timer.cancel();
        },
      );
      webUsbBoards(usb).then((devices) => devices.forEach(offer), reject);
    });
  } finally {
    for (const stop of stops) stop();
  }
}

const isBoard = ({ vendorId, productId }: WebUsbDevice): boolean =>
  vendorId === FILTER.vendorId && productId === FILTER.productId;

function present(usb: WebUsb | undefined): WebUsb {
  const found = usb ?? pageUsb();
  if (!found)
    throw new UnsupportedError('this browser has no WebUSB, or not for this page', {
      nextStep: 'open the page in Chromium, Chrome or Edge, from https:// or from this computer',
    });
  return found;
}

function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'SecurityError') return error;
  return /gesture|activation/i.test(error.message)
    ? new BoardAccessError('the browser shows its list of boards only in answer to a click or a key', {
        cause: error,
        nextStep: 'click the button that connects a board',
      })
    : new BoardAccessError(`this page may not use USB: ${error.message}`, {
        cause: error,
        nextStep:
          'let the page use it: by its Permissions-Policy header, and by allow="usb" of the frame that it is in',
      });
}
