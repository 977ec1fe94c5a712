/** Entry of the thread that drives USB: libusb, transfers, hotplug, for all boards of the process. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { packError } from '../../../../base/index.js';
import { libusbTransport } from './in-thread.js';
import { listLibusb } from './libusb-list.js';
import { loadLibusb } from './libusb.js';
import { serveTransport } from './remote-transport.js';
import type { ListAnswer, OpenRequest, ThreadData, ThreadRequest } from './thread-messages.js';

if (parentPort === null) throw new Error('this module is the entry of a worker thread');
const orders = parentPort;
const { open } = workerData as ThreadData;

orders.on('message', (request: ThreadRequest) => {
  switch (request.ask) {
    case 'open':
      void serve(request.port, request.device);
      break;
    case 'list':
      void list(request.port);
      break;
    case 'watch':
      void watch(request.port);
      break;
    case 'end':
      orders.close();
  }
});

async function serve(port: MessagePort, device: OpenRequest): Promise<void> {
  try {
    await serveTransport(port, () => libusbTransport(device));
  } finally {
    Atomics.sub(open, 0, 1);
    Atomics.notify(open, 0);
  }
}

async function list(port: MessagePort): Promise<void> {
  const answer: ListAnswer = await loadLibusb()
    .then(listLibusb)
    .then(
      (devices) => ({ devices }),
      (error: unknown) => ({ error: packError(error) }),
    );
  port.postMessage(answer);
  port.close();
}

/** Without udevd these events never come; whoever watches looks by itself now and then, too. */
async function watch(port: MessagePort): Promise<void> {
  const libusb = await loadLibusb().catch(() => undefined);
  if (!libusb) return;
  const tell = (): void => port.postMessage(true);
  libusb.usb.on('attach', tell);
  libusb.usb.on('detach', tell);
  libusb.usb.unrefHotplugEvents();
  port.on('close', () => {
    libusb.usb.removeListener('attach', tell);
    libusb.usb.removeListener('detach', tell);
  });
}
