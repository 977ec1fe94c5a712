/** A WebUSB port over a scripted device, and what its reading tells. */
import { VirtualClock } from '../../../base/index.js';
import { UsbFailure, type UsbFailureKind } from '../transport/usb/usb-port.js';
import { WebUsbPort } from '../transport/web-usb/web-usb-port.js';
import { ScriptedWebUsb, ScriptedWebUsbDevice } from './scripted-web-usb.js';

/** What reading told, in order. */
export type Told = number[] | { end: UsbFailureKind | undefined };

/** A port that is open, and what it is connected to. */
export interface Opened {
  readonly device: ScriptedWebUsbDevice;
  readonly usb: ScriptedWebUsb;
  readonly clock: VirtualClock;
  readonly port: WebUsbPort;
  readonly told: Told[];
}

/** Opens a port. */
export async function opened(): Promise<Opened> {
  const device = new ScriptedWebUsbDevice();
  const usb = new ScriptedWebUsb();
  const clock = new VirtualClock();
  const port = new WebUsbPort(device, { usb, clock });
  await port.open();
  return { device, usb, clock, port, told: [] };
}

/** Reads, and notes what is told. */
export function read(port: WebUsbPort, told: Told[]): void {
  port.read({
    onData: (bytes) => told.push([...bytes]),
    onEnd: (cause) => told.push({ end: cause?.kind }),
  });
}

/** The kind of failure with which a call rejects; undefined if it does not. */
export const kindOf = async (promise: Promise<unknown>): Promise<UsbFailureKind | undefined> => {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (!(error instanceof UsbFailure)) throw error;
    return error.kind;
  }
};
