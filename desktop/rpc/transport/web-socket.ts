import { Inbox, type RpcTransport } from './transport.js';

/** What is used of a socket: the browser's own, or one of the package `ws` at either end. */
export interface SocketLike {
  binaryType: string;
  readonly readyState: number;
  readonly bufferedAmount: number;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(code: number, reason: string): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { readonly code: number; readonly reason: string }) => void): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
}

const CONNECTING = 0;
const OPEN = 1;
const NORMAL = 1000;
/** The longest reason that a close frame carries, bytes; ours are ASCII or lose their end. */
const MOST_REASON = 123;

function closeReason(reason: string): string {
  let text = reason;
  while (new TextEncoder().encode(text).length > MOST_REASON) text = text.slice(0, -1);
  return text;
}

/** Frames over a WebSocket, binary messages one each. What is sent before it is open waits. */
export function webSocketTransport(socket: SocketLike): RpcTransport {
  const inbox = new Inbox();
  const waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingBytes = 0;
  const close = (reason: string): void => {
    if (inbox.end(reason)) socket.close(NORMAL, closeReason(reason));
  };
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }) => {
    if (data instanceof ArrayBuffer) inbox.receive(new Uint8Array(data));
    else close('something else than a frame came');
  });
  socket.addEventListener('close', ({ code, reason }) => {
    inbox.end(reason === '' ? `the connection broke (${code})` : reason);
  });
  // Followed by the close event, which ends the connection.
  socket.addEventListener('error', () => undefined);
  socket.addEventListener('open', () => {
    waitingBytes = 0;
    for (const frame of waiting.splice(0)) socket.send(frame);
  });
  return {
    send: (frame) => {
      if (inbox.closed) return;
      if (socket.readyState === OPEN) socket.send(frame);
      else if (socket.readyState === CONNECTING) {
        waiting.push(frame);
        waitingBytes += frame.length;
      }
    },
    onFrame: (listener) => inbox.onFrame(listener),
    onClose: (listener) => inbox.onClose(listener),
    close: (reason = 'closed') => close(reason),
    get bufferedBytes() {
      return socket.bufferedAmount + waitingBytes;
    },
  };
}
