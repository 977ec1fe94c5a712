/** Exports virtual devices over USB/IP. */
import { chmodSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { ExportedDevice, type ExportOptions } from './exported-device.js';
import { ImportSession } from './import-session.js';
import { bindOptions, checkListenAddress, isLocal, type ListenAddress } from './listen-address.js';
import { encodeDevlistReply, encodeImportReply } from './usbip/encode.js';
import { deviceIdOf } from './usbip/messages.js';
import { RequestReader } from './usbip/request-reader.js';
import type { VirtualDevice } from './virtual-device.js';

/** What happens at a server, for people and logs. */
export type UsbIpEvent =
  | { readonly kind: 'attached'; readonly busId: string; readonly peer: string }
  | { readonly kind: 'detached'; readonly busId: string; readonly peer: string; readonly reason: string }
  | { readonly kind: 'refused'; readonly busId: string; readonly peer: string; readonly reason: string };

/** How to serve. */
export interface UsbIpServerOptions {
  /** Default: any free port of 127.0.0.1. */
  readonly listen?: ListenAddress;
  /**
   * DANGER: allows an address that other computers can reach. USB/IP has no password and no encryption: everyone who reaches the port can take the
   * board, read what it sends and drive its array.
   */
  readonly exposeToNetwork?: boolean;
  readonly onEvent?: (event: UsbIpEvent) => void;
}

/** Connections at once; each is a device or a short question. */
const MAX_CONNECTIONS = 64;
/** A connection that does not say what it wants is closed after so long. */
const SILENCE_MS = 10_000;
/** What has been written to a client gets so long to be read when its device has left. */
const FLUSH_MS = 1000;
/** A silent importer is asked after so long whether it is still there: a computer that has vanished must not keep a device. */
const KEEP_ALIVE_MS = 10_000;
const STATUS_NOT_AVAILABLE = 1;
const FIRST_DEVICE_NUMBER = 2;

/** Serves {@link VirtualDevice}s, each to one importer at a time. */
export class UsbIpServer {
  readonly #server: Server;
  readonly #local: boolean;
  readonly #listen: ListenAddress;
  readonly #onEvent: (event: UsbIpEvent) => void;
  readonly #exports = new Map<string, ExportedDevice>();
  readonly #importers = new Map<string, Importer>();
  readonly #sockets = new Set<Socket>();
  #address: { readonly host: string; readonly port: number } | { readonly path: string } = { path: '' };
  #numbers = FIRST_DEVICE_NUMBER;
  #closed = false;

  private constructor(options: UsbIpServerOptions) {
    this.#listen = options.listen ?? { port: 0 };
    checkListenAddress(this.#listen, options.exposeToNetwork === true);
    this.#local = isLocal(this.#listen);
    this.#onEvent = options.onEvent ?? (() => undefined);
    this.#server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS }, (socket) =>
      this.#connected(socket),
    );
    this.#server.maxConnections = MAX_CONNECTIONS;
  }

  /**
   * Begins to listen.
   * @throws RangeError for an address that is wrong or reaches beyond this computer; the system's error (EADDRINUSE, EACCES, …) otherwise
   */
  static async start(options: UsbIpServerOptions = {}): Promise<UsbIpServer> {
    const server = new UsbIpServer(options);
    await listen(server.#server, server.#listen);
    const bound = server.#server.address() as AddressInfo | string;
    server.#address = typeof bound === 'string' ? { path: bound } : { host: bound.address, port: bound.port };
    return server;
  }

  /** Where it listens. */
  get address(): { readonly host: string; readonly port: number } | { readonly path: string } {
    return this.#address;
  }

  /** What is offered, unlisted ones too. */
  get busIds(): readonly string[] {
    return [...this.#exports.keys()];
  }

  /** Who has a device, if anybody does. */
  importerOf(busId: string): string | undefined {
    return this.#importers.get(busId)?.peer;
  }

  /**
   * Offers a device.
   * @returns its bus id
   * @throws RangeError for a bus id that is wrong or taken, or a device that must not leave this computer on a server that does
   */
  add(device: VirtualDevice, options: ExportOptions = {}): string {
    const { unlisted = false, localOnly = false } = options;
    if (localOnly && !this.#local)
      throw new RangeError(
        'this device is offered on loopback and Unix sockets only, and the server listens beyond them',
      );
    const busId = options.busId ?? this.#freeBusId();
    if (this.#exports.has(busId)) throw new RangeError(`busId must be one of its own, got ${busId}, which is taken`);
    this.#exports.set(busId, new ExportedDevice(device, busId, this.#numbers++, unlisted));
    return busId;
  }

  /** Takes a device out of the offer; its importer loses it. */
  remove(busId: string): void {
    this.unplug(busId);
    this.#exports.delete(busId);
  }

  /** Pulls the cable between a device and its importer, if it has one: the socket is destroyed. The device stays on offer. */
  unplug(busId: string): void {
    this.#importers.get(busId)?.end('unplugged here');
  }

  /** Ends everything; devices are released. */
  close(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#closed = true;
    for (const importer of this.#importers.values()) importer.end('the server was closed');
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  #freeBusId(): string {
    for (let port = 1; ; port++) if (!this.#exports.has(`1-${port}`)) return `1-${port}`;
  }

  #connected(socket: Socket): void {
    this.#sockets.add(socket);
    const peer = peerOf(socket);
    let importer: Importer | undefined;
    socket.setTimeout(SILENCE_MS, () => socket.destroy());
    const reader = new RequestReader({
      onDevlist: () => {
        const listed = [...this.#exports.values()].filter(({ unlisted }) => !unlisted);
        socket.end(encodeDevlistReply(listed.map(({ block }) => block)));
      },
      onImport: (busId) => {
        importer = this.#import(socket, peer, busId);
        return importer !== undefined;
      },
      onSubmit: (command) => importer?.session.submit(command),
      onUnlink: (command) => importer?.session.unlink(command),
    });
    let failure = 'it closed the connection';
    socket.on('data', (bytes) => {
      try {
        reader.push(bytes);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (importer === undefined) socket.destroy();
        else importer.end(reason);
      }
    });
    socket.on('error', (error) => (failure = error.message));
    // At once, not when the socket has closed on both sides: the next importer may be waiting already.
    socket.on('end', () => importer?.end(failure));
    socket.on('close', () => {
      reader.stop();
      this.#sockets.delete(socket);
      importer?.end(failure);
    });
  }

  #import(socket: Socket, peer: string, busId: string): Importer | undefined {
    const exported = this.#exports.get(busId);
    if (exported === undefined || this.#importers.has(busId)) {
      const reason = exported === undefined ? 'there is no such device' : 'somebody has it already';
      this.#onEvent({ kind: 'refused', busId, peer, reason });
      socket.end(encodeImportReply({ status: STATUS_NOT_AVAILABLE }));
      return undefined;
    }
    socket.setTimeout(0);
    socket.write(encodeImportReply(exported.block));
    const importer = new Importer(socket, peer, exported, (reason) => {
      this.#importers.delete(busId);
      this.#onEvent({ kind: 'detached', busId, peer, reason });
    });
    this.#importers.set(busId, importer);
    this.#onEvent({ kind: 'attached', busId, peer });
    return importer;
  }
}

/** Who has a device. */
class Importer {
  readonly peer: string;
  readonly session: ImportSession;
  readonly #socket: Socket;
  readonly #onEnd: (reason: string) => void;
  #over = false;

  constructor(socket: Socket, peer: string, exported: ExportedDevice, onEnd: (reason: string) => void) {
    this.peer = peer;
    this.#socket = socket;
    this.#onEnd = onEnd;
    this.session = new ImportSession(socket, exported.device, deviceIdOf(exported.block), {
      onAbuse: (reason) => this.end(reason),
      onGone: (reason) =>
        this.#end(`the device has left${reason === undefined ? '' : `: ${reason}`}`, () => this.#flush()),
    });
  }

  /** Destroys the connection, and the device goes to its safe state. */
  end(reason: string): void {
    this.#end(reason, () => this.#socket.destroy());
  }

  #end(reason: string, hangUp: () => void): void {
    if (this.#over) return;
    this.#over = true;
    hangUp();
    this.session.end();
    this.#onEnd(reason);
  }

  /** The device has left: what it said at last is still delivered to who reads. */
  #flush(): void {
    this.#socket.destroySoon();
    const impatience = setTimeout(() => this.#socket.destroy(), FLUSH_MS);
    this.#socket.once('close', () => clearTimeout(impatience));
  }
}

/** Listens; a Unix socket is its owner's alone from the first moment. */
function listen(server: Server, address: ListenAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const restore = 'path' in address ? narrowUmask() : () => undefined;
    server.listen(bindOptions(address), () => {
      server.off('error', reject);
      server.on('error', () => undefined);
      if ('path' in address) chmodSync(address.path, 0o600);
      resolve();
    });
    restore();
  });
}

/** New files are their owner's until the returned function is called. A worker thread may not do that: there the socket is narrowed afterwards. */
function narrowUmask(): () => void {
  try {
    const before = process.umask(0o177);
    return () => void process.umask(before);
  } catch {
    return () => undefined;
  }
}

function peerOf({ remoteAddress, remotePort, remoteFamily }: Socket): string {
  if (remoteAddress === undefined) return 'a program on this computer';
  return remoteFamily === 'IPv6' ? `[${remoteAddress}]:${remotePort}` : `${remoteAddress}:${remotePort}`;
}
