/** The host's end of the relay: a transport whose other half is the product's own in the guest. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Transport, TransportHandlers } from '../../../firmware-host/host/index.js';
import { PLUGDEV, type Guest } from '../guest.js';
import type { GuestProcess } from '../guest-process.js';
import type { RelayTarget } from '../guest/relay.js';
import { RELAY, RelayReader, relayFrame } from '../relay-frames.js';
import { GUEST_CHECKOUT } from '../rig/initrd.js';
import type { RemoteError } from '../values.js';

/** A relay that runs in a guest. */
export class Relay {
  readonly #server: Server;
  readonly #process: GuestProcess;
  readonly #spare: Socket[] = [];
  #wanted: ((socket: Socket) => void) | undefined;

  private constructor(guest: Guest, server: Server) {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      const wanted = this.#wanted;
      this.#wanted = undefined;
      if (wanted) wanted(socket);
      else this.#spare.push(socket);
    });
    const { port } = server.address() as AddressInfo;
    this.#process = guest.start(['node', `${GUEST_CHECKOUT}/dist/test/usb/guest/relay.js`, String(port)], {
      user: PLUGDEV,
    });
  }

  static async start(guest: Guest): Promise<Relay> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Relay(guest, server);
  }

  /** A connection of the relay's that nobody uses yet. */
  take(): Promise<Socket> {
    const spare = this.#spare.shift();
    if (spare) return Promise.resolve(spare);
    return new Promise((resolve, reject) => {
      this.#wanted = resolve;
      this.#process.ended().then(({ stderr }) => reject(new Error(`the relay has ended: ${stderr}`)), reject);
    });
  }

  /** Kills it. */
  close(): void {
    this.#process.kill();
    this.#server.close();
    for (const socket of this.#spare) socket.destroy();
  }
}

/** A connection to a board through the relay. Counts what it was given and what it has handed on. */
export class RelayTransport implements Transport {
  readonly name = 'usb through the relay';
  readonly #relay: Relay;
  readonly #plug: () => Promise<RelayTarget>;
  #socket: Socket | undefined;
  #closed: Promise<void> = Promise.resolve();
  sent = 0;
  received = 0;
  state: 'new' | 'open' | 'closing' | 'over' = 'new';

  /** @param plug sees to it that the device is on the bus */
  constructor(relay: Relay, plug: () => Promise<RelayTarget>) {
    this.#relay = relay;
    this.#plug = plug;
  }

  async open(handlers: TransportHandlers): Promise<void> {
    const target = await this.#plug();
    const socket = await this.#relay.take();
    this.#socket = socket;
    await new Promise<void>((resolve, reject) => {
      this.#closed = new Promise((closed) => {
        const over = (error: Error | undefined): void => {
          const tell = this.state === 'open';
          this.state = 'over';
          socket.destroy();
          closed();
          if (tell) handlers.onClose(error);
        };
        const reader = new RelayReader((type, payload) => {
          if (type === RELAY.opened) {
            this.state = 'open';
            resolve();
          } else if (type === RELAY.data) {
            this.received += payload.length;
            if (this.state === 'open') handlers.onData(payload);
          } else if (type === RELAY.closed) over(payload.length === 0 ? undefined : errorOf(payload));
          else if (type === RELAY.refused) {
            over(undefined);
            reject(errorOf(payload));
          }
        });
        socket.on('data', (bytes: Buffer) => reader.push(bytes));
        socket.on('close', () => over(new Error('the relay has ended')));
      });
      socket.write(relayFrame(RELAY.open, Buffer.from(JSON.stringify(target))));
    });
  }

  send(bytes: Uint8Array): boolean {
    if (this.state !== 'open') return true;
    this.sent += bytes.length;
    this.#socket!.write(relayFrame(RELAY.data, bytes));
    return true;
  }

  async close(): Promise<void> {
    if (this.state === 'open') {
      this.state = 'closing';
      this.#socket!.write(relayFrame(RELAY.close));
    }
    await this.#closed;
  }
}

function errorOf(payload: Buffer): Error {
  const facts = JSON.parse(payload.toString()) as RemoteError;
  return Object.assign(new Error(facts.message), facts);
}

/** The device behind a file of /dev/bus/usb. */
export function targetOf(node: string): RelayTarget {
  const [bus, address] = node.split('/').slice(-2).map(Number) as [number, number];
  return { bus, address };
}
