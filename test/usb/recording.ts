/** What a board and its device were seen to send, for comparison with what arrives. */
import type { SimulatedBoard } from '../../board-sim/index.js';
import type { DeviceDescriptors, TransferDone, VirtualDevice } from '../../board-sim/virtual-usb/index.js';
import { DATA_OFFSET, FrameType } from '../../proto/index.js';

/** Keeps the data of every block that the board sends; a new Hello begins a new list. */
export function recordBlocks(board: SimulatedBoard): { readonly board: SimulatedBoard; readonly sent: () => Buffer } {
  let blocks: Uint8Array[] = [];
  const recorded: SimulatedBoard = {
    core: board.core,
    header: board.header,
    receive: (bytes) => board.receive(bytes),
    onSend: (send) =>
      board.onSend((frame) => {
        if (frame[2] === FrameType.DATA) blocks.push(frame.slice(DATA_OFFSET));
        return send(frame);
      }),
    onHangUp: (fn) => board.onHangUp(fn),
    drained: () => board.drained?.(),
    close: () => board.close(),
  };
  return {
    board: recorded,
    sent: () => {
      const all = Buffer.concat(blocks);
      blocks = [];
      return all;
    },
  };
}

/** An IN transfer that ended well. */
export interface InTransfer {
  readonly asked: number;
  readonly got: number;
}

/** Passes everything on, and notes how bulk IN transfers end. */
export class TransferLog implements VirtualDevice {
  readonly #device: VirtualDevice;
  readonly transfers: InTransfer[] = [];

  constructor(device: VirtualDevice) {
    this.#device = device;
  }

  get descriptors(): DeviceDescriptors {
    return this.#device.descriptors;
  }

  get speed(): 'full' | 'high' {
    return this.#device.speed;
  }

  submitControl(setup: Uint8Array, data: Uint8Array, done: TransferDone): number {
    return this.#device.submitControl(setup, data, done);
  }

  submit(endpoint: number, direction: 'in' | 'out', work: Uint8Array | number, done: TransferDone): number {
    return this.#device.submit(endpoint, direction, work, (result) => {
      if (typeof work === 'number' && result.status === 'ok')
        this.transfers.push({ asked: work, got: result.data.length });
      done(result);
    });
  }

  cancel(id: number): boolean {
    return this.#device.cancel(id);
  }

  onDetach(listener: () => void): () => void {
    return this.#device.onDetach(listener);
  }

  release(): void {
    this.#device.release();
  }
}
