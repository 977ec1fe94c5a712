/** Opening a board that the page may use. */
import { BoardAccessError, BoardBusyError } from '../../base/index.js';
import type { Board } from './board.js';
import { openBoardOver, type OpenBoardOverOptions } from './open-board-over.js';
import type { UsbFailure } from './transport/usb/usb-port.js';
import { UsbTransport } from './transport/usb/usb-transport.js';
import { WebUsbPort } from './transport/web-usb/web-usb-port.js';
import type { WebUsb, WebUsbDevice } from './transport/web-usb/web-usb-types.js';

/** How to open a board over WebUSB. */
export interface OpenWebUsbBoardOptions extends OpenBoardOverOptions {
  /** Who tells that a board went; default: the page's `navigator.usb`. */
  readonly usb?: WebUsb | undefined;
}

/**
 * Opens a board over WebUSB.
 * @param device from `requestWebUsbBoard`, `webUsbBoards` or a watcher
 * @throws BoardAccessError, BoardBusyError, BoardLostError, BoardTimeoutError, ProtocolError with a next step; an AbortError if the signal fires
 * @example
 * const board = await openWebUsbBoard(await requestWebUsbBoard());
 * try { console.log(board.identity.kind); } finally { await board.close(); }
 */
export function openWebUsbBoard(device: WebUsbDevice, options: OpenWebUsbBoardOptions = {}): Promise<Board> {
  const { usb, clock } = options;
  const port = new WebUsbPort(device, { usb, clock });
  const explain = (failure: UsbFailure): Error | undefined => explained(port.name, failure);
  return openBoardOver(new UsbTransport(port, { explain, ...(clock ? { clock } : {}) }), port.name, options);
}

/** What a page cannot find out by itself is said as what it may be. */
function explained(name: string, failure: UsbFailure): Error | undefined {
  if (failure.kind === 'access')
    return new BoardAccessError(`${name}: the browser could not open the board: ${failure.message}`, {
      cause: failure,
      nextStep:
        'on Linux install the udev rule that `spindrift doctor` prints; elsewhere end other programs that use the board',
    });
  if (failure.kind === 'busy')
    return new BoardBusyError(`${name}: the board is in use: ${failure.message}`, {
      cause: failure,
      nextStep: 'close the other tab or program that has it, then connect again',
    });
  return undefined;
}
