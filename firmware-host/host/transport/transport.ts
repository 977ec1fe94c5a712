/** What a transport is: bytes, in order, both ways, without boundaries. */

/** What a transport tells its link. */
export interface TransportHandlers {
  /** Bytes from the board. The array is the receiver's only during the call. */
  onData(bytes: Uint8Array): void;
  /** The transport can take more after {@link Transport.send} returned false. */
  onDrain(): void;
  /** The way to the board is gone; called once, never after {@link Transport.close}. */
  onClose(error?: Error): void;
}

/** A way to a board. Used once: open, send, close. */
export interface Transport {
  /** What to call it in messages, for instance `tcp://127.0.0.1:4711`. */
  readonly name: string;
  /**
   * Connects.
   * @throws BoardNotFoundError if nobody answers there; an AbortError if the signal fires.
   */
  open(handlers: TransportHandlers, signal?: AbortSignal): Promise<void>;
  /**
   * Sends bytes and takes ownership of the array: the caller must not touch it again.
   * @returns false if the sender should wait for `onDrain`; the bytes are taken all the same.
   */
  send(bytes: Uint8Array): boolean;
  /** From now on the connection keeps the process alive, as it does at first. */
  ref?(): void;
  /** From now on it does not by itself; absent = it always does. */
  unref?(): void;
  /** Closes in good order; harmless when closed already. */
  close(): Promise<void>;
}
