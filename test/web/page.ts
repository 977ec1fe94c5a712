/** The page of `test/e2e/web-usb.test.ts`: what a user's page would do, called from the test. */
import {
  BoardLostError,
  SpindriftError,
  awaitWebUsbBoard,
  openWebUsbBoard,
  requestWebUsbBoard,
  webUsbBoards,
  type Board,
  type BitStream,
  type WebUsb,
  type WebUsbDevice,
} from '../../firmware-host/host/web.js';
import { BridgedUsb } from './bridged-usb.js';
import type { Actions } from './actions.js';

/** The types of our own fit the browser's: this file is checked against the real ones. */
export const types = {
  usb: (usb: USB): WebUsb => usb,
  device: (device: USBDevice): WebUsbDevice => device,
};

let bridge: BridgedUsb | undefined;
let board: Board | undefined;
let stream: BitStream | undefined;
const lost: string[] = [];

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** An error as the test can read it. */
async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    return `no error: ${String(await work())}`;
  } catch (error) {
    const { name, message } = error as Error;
    const next = error instanceof SpindriftError ? ` | ${error.nextStep ?? ''}` : '';
    return `${name}: ${message}${next}`;
  }
}

/** Asked before the test drives the page: what it calls counts as a click. */
const requested = outcome(async () => (await requestWebUsbBoard()).serialNumber);

const actions: Actions = {
  bridge() {
    bridge = new BridgedUsb();
    Object.defineProperty(navigator, 'usb', { value: bridge, configurable: true });
  },
  tell(type, device) {
    bridge!.tell(type, device);
  },
  async open() {
    const [device] = await webUsbBoards();
    board = await openWebUsbBoard(device!);
    board.on('lost', (error) => lost.push(error.name));
    return { kind: board.identity.kind, serial: board.identity.serial, uri: board.uri };
  },
  async reopen(serial) {
    board = await openWebUsbBoard(await awaitWebUsbBoard(serial));
    return board.identity.serial;
  },
  tryOpen: () => outcome(() => actions.open()),
  async bits(count) {
    await board!.arm();
    return hex(await board!.openBits({ totalBits: count }).readBits(count));
  },
  async product(cells, inputs) {
    const window = { tile: 0, rowFirst: 0, rows: 8, colFirst: 0, cols: 8 };
    await board!.programTile({ ...window, cells: Uint8Array.from(cells), verifyPasses: 8 });
    const { results } = await board!.multiply({
      ...window,
      inputBits: 4,
      columnMode: 'single',
      inputs: Uint8Array.from(inputs),
    });
    return [...results];
  },
  async startStream() {
    await board!.arm();
    stream = board!.openBits();
    await stream.readBits(50_000);
  },
  async readOn() {
    try {
      for (;;) await stream!.readBits(10_000);
    } catch (error) {
      return {
        error: String(error),
        isLost: error instanceof BoardLostError,
        lost,
        connected: board!.connected,
      };
    }
  },
  async readOnAndReopen(serial) {
    const report = await actions.readOn();
    await actions.reopen(serial);
    return { lost: report, bits: await actions.bits(80) };
  },
  async close() {
    await board!.close();
  },
  native() {
    const own = navigator.usb;
    const found: Record<string, string> = {};
    for (const name of ['getDevices', 'requestDevice', 'addEventListener', 'removeEventListener'] as const)
      found[`usb.${name}`] = typeof own[name];
    const device = USBDevice.prototype as unknown as Record<string, unknown>;
    const methods = 'open close selectConfiguration claimInterface controlTransferOut clearHalt transferIn transferOut';
    for (const name of methods.split(' ')) found[`device.${name}`] = typeof device[name];
    for (const name of ['vendorId', 'productId', 'productName', 'serialNumber', 'opened', 'configuration'])
      found[`device.${name}`] = typeof Object.getOwnPropertyDescriptor(USBDevice.prototype, name)?.get;
    for (const name of ['status', 'data'])
      found[`in.${name}`] = typeof Object.getOwnPropertyDescriptor(USBInTransferResult.prototype, name)?.get;
    for (const name of ['status', 'bytesWritten'])
      found[`out.${name}`] = typeof Object.getOwnPropertyDescriptor(USBOutTransferResult.prototype, name)?.get;
    return found;
  },
  permitted: () => outcome(async () => (await webUsbBoards()).length),
  requested: () => requested,
};

declare global {
  interface Window {
    actions: Actions;
  }
}
window.actions = actions;
document.documentElement.dataset['ready'] = 'true';
