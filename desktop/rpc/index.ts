/** What both ends of the desktop share: the table of methods, and the connection that carries it. */
export { RpcClient } from './client.js';
export * from './define.js';
export { ConnectionLostError, DeadlineError } from './errors.js';
export { FRAME_VERSION } from './frame.js';
export { inProcessPair } from './transport/in-process.js';
export { messagePortTransport, type EmitterPort, type EventTargetPort } from './transport/message-port.js';
export type { RpcTransport } from './transport/transport.js';
export { webSocketTransport, type SocketLike } from './transport/web-socket.js';
