import { Inbox, type RpcTransport } from './transport.js';

class InProcessEnd implements RpcTransport {
  readonly #inbox = new Inbox();
  #other: InProcessEnd | undefined;

  /** Ties both ends. */
  tie(other: InProcessEnd): void {
    this.#other = other;
  }

  /** What the other end sent. */
  receive(frame: Uint8Array): void {
    this.#inbox.receive(frame);
  }

  /** The other end closed. */
  end(reason: string): void {
    this.#inbox.end(reason);
  }

  send(frame: Uint8Array): void {
    if (this.#inbox.closed) return;
    // Later, as on every other way: the sender never runs the receiver's code.
    queueMicrotask(() => this.#other?.receive(frame));
  }

  onFrame(listener: (frame: Uint8Array) => void): void {
    this.#inbox.onFrame(listener);
  }

  onClose(listener: (reason: string) => void): void {
    this.#inbox.onClose(listener);
  }

  close(reason = 'closed'): void {
    if (!this.#inbox.end(reason)) return;
    queueMicrotask(() => this.#other?.end(reason));
  }
}

/** Two ends within one program. */
export function inProcessPair(): readonly [RpcTransport, RpcTransport] {
  const [a, b] = [new InProcessEnd(), new InProcessEnd()];
  a.tie(b);
  b.tie(a);
  return [a, b];
}
