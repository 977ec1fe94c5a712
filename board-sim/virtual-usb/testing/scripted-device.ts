/** A device whose every answer a test gives by hand. */
import { boardDescriptors } from '../board-descriptors.js';
import type { TransferDone, TransferResult, TransferStatus, VirtualDevice } from '../virtual-device.js';

/** A transfer as the device got it. */
export interface ScriptedTransfer {
  readonly id: number;
  readonly endpoint: number;
  readonly direction: 'in' | 'out';
  /** IN: bytes wanted. OUT: the bytes. Endpoint 0: the setup bytes. */
  readonly work: Uint8Array | number;
  end(status: TransferStatus, data?: Uint8Array, actual?: number): void;
}

/** Keeps transfers until they are ended. */
export class ScriptedDevice implements VirtualDevice {
  readonly descriptors = boardDescriptors;
  readonly speed = 'full';
  /** All transfers so far. */
  readonly transfers: ScriptedTransfer[] = [];
  /** How often the host went. */
  releases = 0;
  /** What happens when one is taken back; default: it ends as cancelled. */
  onCancel: (transfer: ScriptedTransfer) => void = (transfer) => transfer.end('cancelled');
  /** What happens when one comes; default: it waits. */
  onTransfer: (transfer: ScriptedTransfer) => void = () => undefined;
  readonly #listeners = new Set<(reason?: string) => void>();
  #nextId = 1;

  /** Listeners that wait for it to leave. */
  get watched(): number {
    return this.#listeners.size;
  }

  submitControl(setup: Uint8Array, _data: Uint8Array, done: TransferDone): number {
    return this.#take(0, (setup[0]! & 0x80) !== 0 ? 'in' : 'out', setup, done);
  }

  submit(endpoint: number, direction: 'in' | 'out', work: Uint8Array | number, done: TransferDone): number {
    return this.#take(endpoint, direction, work, done);
  }

  cancel(id: number): boolean {
    const transfer = this.transfers.find((one) => one.id === id);
    if (transfer === undefined) return false;
    this.onCancel(transfer);
    return true;
  }

  onDetach(listener: (reason?: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  release(): void {
    this.releases++;
  }

  /** Leaves the bus. */
  leave(reason?: string): void {
    for (const listener of [...this.#listeners]) listener(reason);
  }

  #take(endpoint: number, direction: 'in' | 'out', work: Uint8Array | number, done: TransferDone): number {
    const id = this.#nextId++;
    const transfer: ScriptedTransfer = {
      ...{ id, endpoint, direction, work },
      end: (status, data = new Uint8Array(0), actual = data.length) => {
        const result: TransferResult = { status, data, actual };
        done(result);
      },
    };
    this.transfers.push(transfer);
    // Never within the call.
    queueMicrotask(() => this.onTransfer(transfer));
    return id;
  }
}
