/** The Node end of a page's USB: the page's calls reach the devices of a {@link FakeWebUsb}, which keeps the rules. */
import type { FakeWebUsb } from '../../../firmware-host/host/testing/fake-web-usb.js';
import { FakeWebUsbDevice } from '../../../firmware-host/host/testing/fake-web-usb-device.js';
import type { BridgeCall, BridgeReply, BridgedDevice } from '../../web/bridge.js';

const textOf = (view: DataView): string =>
  Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString('base64');

/** Serves one page. */
export class UsbBridge {
  readonly #usb: FakeWebUsb;
  readonly #ids = new Map<FakeWebUsbDevice, number>();

  /** @param tell tells the page what came or went */
  constructor(usb: FakeWebUsb, tell: (type: 'connect' | 'disconnect', device: BridgedDevice) => void) {
    this.#usb = usb;
    for (const type of ['connect', 'disconnect'] as const)
      usb.addEventListener(type, ({ device }) => {
        if (device instanceof FakeWebUsbDevice) tell(type, this.#bridged(device));
      });
  }

  /** Carries out a call of the page. */
  async call(message: BridgeCall): Promise<BridgeReply> {
    try {
      return await this.#carryOut(message);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return { exception: [error.name, error.message] };
    }
  }

  async #carryOut(message: BridgeCall): Promise<BridgeReply> {
    switch (message.call) {
      case 'getDevices':
        return { devices: (await this.#usb.getDevices()).map((device) => this.#bridged(device)) };
      case 'requestDevice': {
        const filters = [{ vendorId: 0x1209, productId: 0x0001 }];
        return { devices: [this.#bridged(await this.#usb.requestDevice({ filters }))] };
      }
      case 'open':
      case 'close':
        await this.#device(message.id)[message.call]();
        return {};
      case 'selectConfiguration':
      case 'claimInterface':
        await this.#device(message.id)[message.call](message.number);
        return {};
      case 'clearHalt':
        await this.#device(message.id).clearHalt(message.direction, message.number);
        return {};
      case 'controlTransferOut': {
        const { status, bytesWritten } = await this.#device(message.id).controlTransferOut(message.setup);
        return { status, bytesWritten };
      }
      case 'transferIn': {
        const { status, data } = await this.#device(message.id).transferIn(message.number, message.length);
        return { status, data: data ? textOf(data) : '' };
      }
      case 'transferOut': {
        const bytes = Uint8Array.from(Buffer.from(message.data, 'base64'));
        const { status, bytesWritten } = await this.#device(message.id).transferOut(message.number, bytes);
        return { status, bytesWritten };
      }
    }
  }

  #device(id: number): FakeWebUsbDevice {
    for (const [device, own] of this.#ids) if (own === id) return device;
    throw new RangeError(`no device ${id}`);
  }

  #bridged(device: FakeWebUsbDevice): BridgedDevice {
    const id = this.#ids.get(device) ?? this.#ids.size + 1;
    this.#ids.set(device, id);
    const { vendorId, productId, productName, serialNumber } = device;
    return { id, vendorId, productId, productName, serialNumber };
  }
}
