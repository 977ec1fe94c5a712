import { api } from '../../rpc/api/index.js';
import { messagePortTransport, RpcClient, webSocketTransport, type RpcTransport } from '../../rpc/index.js';
import { DeviceError, systemClock } from '../../../base/index.js';
import type { BackendLink } from './connection.js';
import { takeToken } from './token.js';

/** How long the window's shell may take to hand over a port, seconds. */
const PORT_WAIT_S = 10;

let early: MessagePort | undefined;
let wanted: ((port: MessagePort) => void) | undefined;

/** Whether a window of the desktop shell shows the page; otherwise it is a browser. */
export function inDesktopShell(): boolean {
  return location.protocol === 'app:';
}

/** Takes the ports that the shell's preload script posts, one for every start of the backend. To be called before anything else. */
export function listenForPorts(): void {
  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.source !== window || event.origin !== location.origin) return;
    if (event.data !== 'spindrift:port' || port === undefined) return;
    if (wanted === undefined) early = port;
    else wanted(port);
    wanted = undefined;
  });
}

function nextPort(): Promise<MessagePort> {
  const port = early;
  early = undefined;
  if (port !== undefined) return Promise.resolve(port);
  return new Promise((resolve, reject) => {
    const timer = systemClock.setTimer(PORT_WAIT_S, () => {
      wanted = undefined;
      reject(new DeviceError('The backend did not start in time.', { code: 'BACKEND_START' }));
    });
    wanted = (given) => {
      timer.cancel();
      resolve(given);
    };
  });
}

async function transport(): Promise<RpcTransport> {
  if (inDesktopShell()) return messagePortTransport(await nextPort());
  const address = new URL('/rpc', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  address.search = new URLSearchParams({ token: takeToken() }).toString();
  return webSocketTransport(new WebSocket(address));
}

/** Makes a way to the backend: over a port of the desktop shell, or a WebSocket. */
export async function dialBackend(): Promise<BackendLink> {
  const client = new RpcClient(api, await transport());
  return { caller: client, closed: client.closed, close: () => client.close() };
}
