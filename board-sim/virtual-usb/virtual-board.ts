/** Boards for a server to export, each in a thread of its own. */
import { Worker } from 'node:worker_threads';
import { createSimulatedBoard, type SimulatedBoardOptions } from '../board/simulated-board.js';
import type { EmulatedBoardOptions } from '../emulator/board/board-options.js';
import { PortDevice } from './device-port.js';
import { SimulatedUsbDevice } from './simulated-usb-device.js';
import type { VirtualDevice } from './virtual-device.js';

/** What to make a virtual device of. */
export type VirtualBoardSpec =
  | {
      readonly kind: 'simulated';
      readonly board: Pick<
        SimulatedBoardOptions,
        'scenario' | 'seed' | 'rows' | 'cols' | 'tiles' | 'ambientC' | 'boardFaults'
      >;
      /** Default `full`: at the pace of a real bus. */
      readonly speed?: 'full' | 'unpaced';
    }
  | { readonly kind: 'emulated'; readonly board: Omit<EmulatedBoardOptions, 'wallClock' | 'onTrouble'> };

/** A device that runs, and how to end it. */
export interface VirtualBoard {
  readonly device: VirtualDevice;
  close(): Promise<void>;
}

/** Entry of the worker, beside the compiled modules. */
const WORKER = new URL('./worker.js', import.meta.url);
/** Worker threads load compiled modules only; from the sources the board runs in this thread. */
const COMPILED = !import.meta.url.endsWith('.ts');

/** Makes the device in this thread. */
export async function virtualDevice(spec: VirtualBoardSpec): Promise<VirtualDevice> {
  if (spec.kind === 'simulated')
    return new SimulatedUsbDevice(createSimulatedBoard(spec.board), { speed: spec.speed ?? 'full' });
  // Loaded only for who emulates.
  const { EmulatedUsbDevice } = await import('./emulated-usb-device.js');
  return new EmulatedUsbDevice(spec.board);
}

/**
 * Starts a board in a thread of its own: a busy one, and above all the emulated chip, would keep a server and its other boards waiting.
 * @throws what {@link virtualDevice} throws, and what becomes of it on its way out of a thread
 */
export async function startVirtualBoard(
  spec: VirtualBoardSpec,
  options: { readonly inThread?: boolean } = {},
): Promise<VirtualBoard> {
  if (options.inThread === true || !COMPILED) {
    const device = await virtualDevice(spec);
    return {
      device,
      close: async () => device.release(),
    };
  }
  const worker = new Worker(WORKER, { workerData: spec });
  try {
    const device = await PortDevice.open(worker);
    return {
      device,
      close: async () => {
        device.release();
        await worker.terminate();
      },
    };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}
