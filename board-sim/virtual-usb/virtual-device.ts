/** A USB device as a server of it sees it: the face that the emulator's bus already has. */
import type { TransferDone } from '../emulator/usb/transfer.js';

export type { TransferDone, TransferResult, TransferStatus } from '../emulator/usb/transfer.js';

/** What the device says of itself, as the bytes that it answers. */
export interface DeviceDescriptors {
  /** 18 bytes. */
  readonly device: Uint8Array;
  /** The configuration with its interfaces and endpoints. */
  readonly configuration: Uint8Array;
}

/** A device with endpoint 0 and bulk pipes. Callbacks never come inside the call that queued the transfer. */
export interface VirtualDevice {
  readonly descriptors: DeviceDescriptors;
  readonly speed: 'full' | 'high';
  /** A request to endpoint 0. @returns an id for {@link cancel} */
  submitControl(setup: Uint8Array, data: Uint8Array, done: TransferDone): number;
  /**
   * A bulk transfer. An IN of `work` bytes ends with a short packet or when it is full; until there is something to send it waits (NAK).
   * @param endpoint 1 to 15
   * @returns an id for {@link cancel}
   */
  submit(endpoint: number, direction: 'in' | 'out', work: Uint8Array | number, done: TransferDone): number;
  /** Takes back a transfer; `done` is told 'cancelled'. False if it has ended already. */
  cancel(id: number): boolean;
  /** Tells when the device leaves the bus by itself, after its transfers have ended as gone, and why if that is known; returns what stops that. */
  onDetach(listener: (reason?: string) => void): () => void;
  /** The host that used the device is gone: transfers end, and the board goes to the safe state. */
  release(): void;
}
