import { Inbox, type RpcTransport } from './transport.js';

/** A port as pages and Node's threads have it. */
export interface EventTargetPort {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close' | 'messageerror', listener: () => void): void;
  start?(): void;
  close?(): void;
}

/** A port of Electron's main and utility processes, or one end of a Node worker. It can pass on ports only: memory is copied. */
export interface EmitterPort {
  postMessage(message: unknown): void;
  on(type: 'message', listener: (message: unknown) => void): unknown;
  on(type: 'close', listener: () => void): unknown;
  start?(): void;
  close?(): void;
}

/** Tells the other end why: not every port says that it was closed. */
const isGoodbye = (message: unknown): message is { readonly goodbye: string } =>
  typeof message === 'object' && message !== null && 'goodbye' in message && typeof message.goodbye === 'string';

/** Smaller frames are copied faster than they are transferred. */
const TRANSFER_FROM_BYTES = 1 << 14;
/** A page cannot tell whether its port leads to a process of Electron, where a message that transfers memory arrives empty (electron/electron#34905). */
const mayTransfer = (): boolean => !('document' in globalThis);

/**
 * Frames over a message port. The port belongs to the transport from then on.
 * A port that is shared with other messages must not be given: whatever is no frame ends the connection.
 */
export function messagePortTransport(port: EventTargetPort | EmitterPort): RpcTransport {
  const inbox = new Inbox();
  const shut = (reason: string): void => {
    if (inbox.end(reason)) port.close?.();
  };
  const receive = (message: unknown): void => {
    if (message instanceof Uint8Array) inbox.receive(message);
    else if (isGoodbye(message)) shut(message.goodbye);
    else shut('something else than a frame came');
  };
  const lost = (): void => shut('the port was closed');
  let post: (message: unknown) => void;
  if ('addEventListener' in port) {
    port.addEventListener('message', ({ data }) => receive(data));
    port.addEventListener('close', lost);
    port.addEventListener('messageerror', () => shut('a message could not be read'));
    const transfers = mayTransfer();
    post = (message) =>
      port.postMessage(
        message,
        transfers && message instanceof Uint8Array && message.length >= TRANSFER_FROM_BYTES
          ? [message.buffer as ArrayBuffer]
          : [],
      );
  } else {
    // Electron wraps what came into an event, Node does not.
    port.on('message', (message) => {
      const wrapped = typeof message === 'object' && message !== null && 'data' in message;
      receive(wrapped ? message.data : message);
    });
    port.on('close', lost);
    post = (message) => port.postMessage(message);
  }
  return {
    send: (frame) => {
      if (!inbox.closed) post(frame);
    },
    onFrame: (listener) => {
      inbox.onFrame(listener);
      port.start?.();
    },
    onClose: (listener) => inbox.onClose(listener),
    close: (reason = 'closed') => {
      if (inbox.closed) return;
      post({ goodbye: reason });
      shut(reason);
    },
  };
}
