/** Taking a board again that was lost. */
import { BoardAccessError, BoardLostError, systemClock, type Clock } from '../../base/index.js';
import type { Board } from './board.js';
import { openWebUsbBoard, type OpenWebUsbBoardOptions } from './open-web-usb.js';
import { awaitWebUsbBoard, watchWebUsbBoards } from './transport/web-usb/web-usb-boards.js';
import type { WebUsb, WebUsbDevice } from './transport/web-usb/web-usb-types.js';

/** Time for the browser to notice that a device which it cannot open is gone, s. On Linux it takes a few tenths. */
const NOTICE_S = 5;

/**
 * Opens the board of this serial number as soon as it is there: at once, or when it is plugged in again. May be called in the moment in which its link is
 * lost, when the browser has not noticed yet that it is gone.
 * @throws what `openWebUsbBoard` throws, other than BoardLostError; an AbortError if the signal fires
 * @example
 * board.on('lost', async () => { board = await reopenWebUsbBoard(board.identity.serial); });
 */
export async function reopenWebUsbBoard(serial: string, options: OpenWebUsbBoardOptions = {}): Promise<Board> {
  const { usb, signal, clock = systemClock } = options;
  const gone = new Set<WebUsbDevice>();
  for (;;) {
    const device = await awaitWebUsbBoard(serial, { usb, signal, except: gone });
    const leaving = new Leaving(device, usb);
    try {
      return await openWebUsbBoard(device, options);
    } catch (error) {
      // Chromium cannot tell either whether it was refused a device or there is none any more.
      const isGone =
        error instanceof BoardLostError ||
        (error instanceof BoardAccessError && (await leaving.within(NOTICE_S, clock, signal)));
      if (!isGone) throw error;
      gone.add(device);
    } finally {
      leaving.stop();
    }
  }
}

/** Whether the browser says that a device went. */
class Leaving {
  readonly #left: Promise<true>;
  readonly stop: () => void;

  constructor(device: WebUsbDevice, usb: WebUsb | undefined) {
    let tell = (_: true): void => undefined;
    this.#left = new Promise((resolve) => (tell = resolve));
    const onDisconnect = (other: WebUsbDevice): void => {
      if (other === device) tell(true);
    };
    this.stop = watchWebUsbBoards({ onDisconnect }, usb);
  }

  async within(seconds: number, clock: Clock, signal: AbortSignal | undefined): Promise<boolean> {
    const over = new AbortController();
    const either = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
    const late = clock.sleep(seconds, either).then(
      () => false,
      (error: unknown) => {
        if (signal?.aborted) throw error;
        return false;
      },
    );
    try {
      return await Promise.race([this.#left, late]);
    } finally {
      over.abort();
    }
  }
}
