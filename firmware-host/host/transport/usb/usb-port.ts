/** The endpoint calls of one USB device: all in which libusb and WebUSB differ. Everything above is the same code. */

/** What became of a call. `gone`: unplugged. `access`: the system does not let us. `busy`: somebody else has the interface. */
export type UsbFailureKind = 'stall' | 'gone' | 'access' | 'busy' | 'timeout' | 'cancelled' | 'other';

/** A call that failed. The transport turns it into an error of the product's tree. */
export class UsbFailure extends Error {
  readonly kind: UsbFailureKind;

  constructor(kind: UsbFailureKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'UsbFailure';
    this.kind = kind;
  }
}

/** Whom reading tells. Its methods must not throw. */
export interface UsbReader {
  /** Bytes in order, given away: the array and its buffer are the reader's. Never empty. */
  onData(bytes: Uint8Array): void;
  /** Reading is over, and no transfer is under way any more; exactly once. Without a cause it was stopped. */
  onEnd(cause?: UsbFailure): void;
}

/** One board's device, used once: open, read, close. Calls reject with a {@link UsbFailure}. */
export interface UsbPort {
  /** What to call it in messages: `usb:SERIAL`. */
  readonly name: string;
  /** Opens the device, selects its configuration and claims its interface. After a failure nothing is open. */
  open(): Promise<void>;
  /** A vendor request to the device without data. */
  request(request: number): Promise<void>;
  /** Clears a halt; both ends begin with DATA0. */
  clearHalt(direction: 'in' | 'out'): Promise<void>;
  /** Keeps transfers queued on the IN pipe until it is stopped or fails. */
  read(reader: UsbReader): void;
  /**
   * While paused no new transfer is queued: those under way still deliver, then the device waits. For a reader that cannot keep up; nothing is lost.
   */
  setPaused(paused: boolean): void;
  /** Asks reading to end; {@link UsbReader.onEnd} says when it has. What arrives meanwhile may have gaps and is dropped. Harmless when it has ended. */
  stopReading(): void;
  /** Sends bytes; resolves when the device has taken them all, however long that takes. One at a time. */
  write(bytes: Uint8Array): Promise<void>;
  /**
   * Gives up what is still under way (a write rejects as `cancelled`, reading ends), releases the interface and closes the device. Harmless when the
   * device is gone and when closed already.
   */
  close(): Promise<void>;
}
