/** Opening a board through libusb in this thread. */
import { BoardNotFoundError } from '../../../../base/index.js';
import { explainOpen } from './explain.js';
import { deviceAt } from './libusb-list.js';
import { LibusbPort } from './libusb-port.js';
import { loadLibusb, type Libusb } from './libusb.js';
import { STALE_LIST, type OpenRequest } from './thread-messages.js';
import { UsbTransport } from './usb-transport.js';

/**
 * The transport to a device of this thread's list.
 * @throws BoardNotFoundError with code {@link STALE_LIST} if the list lacks it: without udevd a list never learns of what was plugged in after it was made.
 */
export async function libusbTransport(request: OpenRequest, usb?: Libusb): Promise<UsbTransport> {
  const { name, bus, address } = request;
  const device = deviceAt(usb ?? (await loadLibusb()), bus, address);
  if (!device)
    throw new BoardNotFoundError(`${name}: libusb does not list the board`, {
      code: STALE_LIST,
      nextStep: 'plug it in again; without udevd (in containers), restart this program',
    });
  return new UsbTransport(new LibusbPort(device, name), { explain: (failure) => explainOpen(failure, name, request) });
}
