/** A transport over the USB/IP client of the tests: what the product's USB transport does, without a kernel and without libusb. */
import { BoardLostError } from '../../../base/index.js';
import type { UsbIpClient } from '../../../board-sim/virtual-usb/testing/usbip-client.js';
import type { Transport, TransportHandlers } from '../../../firmware-host/host/index.js';
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT, USB_LINK_RESET } from '../../../proto/usb.js';

const IN_TRANSFERS = 8;
const IN_BYTES = 16_384;

/** Opens an imported device as a host does, and keeps reads waiting. */
export class UsbIpTransport implements Transport {
  readonly name = 'usbip';
  readonly #client: UsbIpClient;
  #handlers: TransportHandlers | undefined;
  #reading: number[] = [];

  constructor(client: UsbIpClient) {
    this.#client = client;
  }

  async open(handlers: TransportHandlers): Promise<void> {
    const client = this.#client;
    await client.configure();
    await client.control(0x40, USB_LINK_RESET, 0, 0);
    for (const endpoint of [USB_ENDPOINT_IN, USB_ENDPOINT_OUT]) await client.control(0x02, 1, 0, endpoint);
    this.#handlers = handlers;
    for (let k = 0; k < IN_TRANSFERS; k++) this.#read();
  }

  send(bytes: Uint8Array): boolean {
    this.#client.submit(1, 'out', bytes).reply.then(
      (reply) => this.#judge(reply?.status ?? 0),
      () => undefined,
    );
    return true;
  }

  async close(): Promise<void> {
    this.#handlers = undefined;
    for (const sequence of this.#reading) await this.#client.unlink(sequence);
    await this.#client.control(0x40, USB_LINK_RESET, 0, 0).catch(() => undefined);
  }

  #read(): void {
    const { sequence, reply } = this.#client.submit(1, 'in', IN_BYTES);
    this.#reading.push(sequence);
    const ended = (): void => {
      this.#reading = this.#reading.filter((other) => other !== sequence);
    };
    reply.then(
      (result) => {
        ended();
        if (this.#handlers === undefined || result === undefined) return;
        if (result.data.length > 0) this.#handlers.onData(result.data);
        if (this.#judge(result.status)) this.#read();
      },
      (error: unknown) => {
        ended();
        this.#lose(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }

  #judge(status: number): boolean {
    if (status !== 0) this.#lose(new BoardLostError(`a transfer ended with ${status}`));
    return status === 0;
  }

  #lose(error: Error): void {
    const handlers = this.#handlers;
    this.#handlers = undefined;
    handlers?.onClose(error);
  }
}
