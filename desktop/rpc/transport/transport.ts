/** A way for frames between two ends: whole, in order, until it closes. */
export interface RpcTransport {
  /** Sends a frame that lies in memory of its own; it belongs to the transport from then on. Does nothing once closed. */
  send(frame: Uint8Array<ArrayBuffer>): void;
  /** Sets who gets the frames; those that came before wait for it. */
  onFrame(listener: (frame: Uint8Array) => void): void;
  /** Sets who is told, once, that the way is closed, by whichever end; at once if it is already. */
  onClose(listener: (reason: string) => void): void;
  /** Closes. @param reason for the other end and for its log; at most a sentence */
  close(reason?: string): void;
  /** Bytes that wait to go out, where the way can tell. */
  readonly bufferedBytes?: number;
}

/** What every transport does at its receiving end: keeps what comes too early, and tells of the end once. */
export class Inbox {
  #onFrame: ((frame: Uint8Array) => void) | undefined;
  #onClose: ((reason: string) => void) | undefined;
  #early: Uint8Array[] = [];
  #reason: string | undefined;

  /** Whether the way is closed. */
  get closed(): boolean {
    return this.#reason !== undefined;
  }

  /** See RpcTransport. */
  onFrame(listener: (frame: Uint8Array) => void): void {
    this.#onFrame = listener;
    for (const frame of this.#early.splice(0)) listener(frame);
  }

  /** See RpcTransport. */
  onClose(listener: (reason: string) => void): void {
    this.#onClose = listener;
    if (this.#reason !== undefined) listener(this.#reason);
  }

  /** A frame came. */
  receive(frame: Uint8Array): void {
    if (this.closed) return;
    if (this.#onFrame === undefined) this.#early.push(frame);
    else this.#onFrame(frame);
  }

  /** The way closed. @returns false if it was closed already */
  end(reason: string): boolean {
    if (this.closed) return false;
    this.#reason = reason;
    this.#onClose?.(reason);
    return true;
  }
}
