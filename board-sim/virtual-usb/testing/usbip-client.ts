/** A USB/IP client without a kernel: one imported device over one socket, for tests. */
import { connect, type Socket } from 'node:net';
import { BoardLostError, DeviceError } from '../../../base/index.js';
import { setupPacket } from '../../emulator/usb/enumerate.js';
import { bindOptions, type ListenAddress } from '../listen-address.js';
import { encodeDevlistRequest, encodeImportRequest, encodeSubmit, encodeUnlink } from '../usbip/encode.js';
import { deviceIdOf, type DeviceBlock, type ListedDevice, type SubmitReply } from '../usbip/messages.js';
import { ReplyReader } from '../usbip/reply-reader.js';

const NO_SETUP = new Uint8Array(8);
const DIRECTION_IN = 0x80;

/** A transfer that was queued. */
export interface Submitted {
  readonly sequence: number;
  /** How it ended; undefined if it was unlinked. Rejects if the server goes. */
  readonly reply: Promise<SubmitReply | undefined>;
}

interface Waiting {
  readonly wanted: number | undefined;
  readonly resolve: (reply: SubmitReply | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** What a server offers. */
export function listDevices(address: ListenAddress): Promise<readonly ListedDevice[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(bindOptions(address));
    const never = (): never => {
      throw new Error('an answer that nobody asked for');
    };
    const reader = new ReplyReader({
      onDevlist: (devices) => {
        socket.destroy();
        resolve(devices);
      },
      ...{ onImport: never, wanted: never, onSubmit: never, onUnlink: never },
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new BoardLostError('the server closed the connection')));
    socket.on('data', (bytes) => reader.push(bytes));
    socket.write(encodeDevlistRequest());
  });
}

/** An imported device. */
export class UsbIpClient {
  readonly device: DeviceBlock;
  /** Resolves when the connection has ended. */
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #unlinks = new Map<number, { readonly victim: number; readonly resolve: (status: number) => void }>();
  #sequence = 0;
  #lost: Error | undefined;

  private constructor(socket: Socket, device: DeviceBlock) {
    this.#socket = socket;
    this.device = device;
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#lose(new BoardLostError('the server closed the connection'));
        resolve();
      });
    });
  }

  /** Takes a device. @throws DeviceError with the server's status if it refuses */
  static attach(address: ListenAddress, busId: string): Promise<UsbIpClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ ...bindOptions(address), noDelay: true });
      let client: UsbIpClient | undefined;
      const reader = new ReplyReader({
        onDevlist: () => reject(new Error('a list instead of a device')),
        onImport: (reply) => {
          if ('status' in reply) {
            socket.destroy();
            reject(new DeviceError(`${busId} is refused`, { code: `USBIP_STATUS_${reply.status}` }));
          } else resolve((client = new UsbIpClient(socket, reply)));
        },
        wanted: (sequence) => client?.wantedBy(sequence),
        onSubmit: (reply) => client?.ended(reply),
        onUnlink: ({ sequence, status }) => client?.unlinked(sequence, status),
      });
      socket.on('data', (bytes) => reader.push(bytes));
      socket.on('error', reject);
      socket.on('close', () => reject(new BoardLostError('the server closed the connection')));
      socket.write(encodeImportRequest(busId));
    });
  }

  /** Transfers that wait. */
  get pending(): number {
    return this.#waiting.size;
  }

  /** Queues a transfer. */
  submit(
    endpoint: number,
    direction: 'in' | 'out',
    work: Uint8Array | number,
    setup: Uint8Array = NO_SETUP,
  ): Submitted {
    const sequence = ++this.#sequence;
    const [data, length] = typeof work === 'number' ? [new Uint8Array(0), work] : [work, work.length];
    const reply = new Promise<SubmitReply | undefined>((resolve, reject) => {
      if (this.#lost !== undefined) reject(this.#lost);
      else this.#waiting.set(sequence, { wanted: direction === 'in' ? length : undefined, resolve, reject });
    });
    const deviceId = deviceIdOf(this.device);
    this.#socket.write(
      encodeSubmit({ sequence, deviceId, direction, endpoint, flags: 0, length, interval: 0, setup, data }),
    );
    return { sequence, reply };
  }

  /** A request to endpoint 0; the whole reply, refusals too. */
  async request(setup: Uint8Array, data: Uint8Array = new Uint8Array(0)): Promise<SubmitReply> {
    const wanted = setup[6]! | (setup[7]! << 8);
    const isIn = (setup[0]! & DIRECTION_IN) !== 0 && wanted > 0;
    return must(await this.submit(0, isIn ? 'in' : 'out', isIn ? wanted : data, setup).reply);
  }

  /** A request that must be answered. @returns what came */
  async control(requestType: number, request: number, value: number, index: number, length = 0): Promise<Uint8Array> {
    const { status, data } = await this.request(setupPacket(requestType, request, value, index, length));
    if (status !== 0) throw new DeviceError(`request ${request} ends with ${status}`, { code: `URB_${-status}` });
    return data;
  }

  /** Configuration 1: what a system does with a new device. */
  async configure(): Promise<void> {
    await this.control(0x00, 9, 1, 0);
  }

  /** Reads from endpoint 1. */
  async read(length: number): Promise<SubmitReply> {
    return must(await this.submit(1, 'in', length).reply);
  }

  /** Writes to endpoint 1. */
  async write(data: Uint8Array): Promise<SubmitReply> {
    return must(await this.submit(1, 'out', data).reply);
  }

  /** Takes a transfer back. @returns the status of the answer: -104, or 0 if it had ended */
  unlink(victim: number): Promise<number> {
    const sequence = ++this.#sequence;
    this.#socket.write(encodeUnlink({ sequence, deviceId: deviceIdOf(this.device), victim }));
    return new Promise((resolve) => this.#unlinks.set(sequence, { victim, resolve }));
  }

  /** Stops and goes on reading from the socket. */
  hold(on: boolean): void {
    if (on) this.#socket.pause();
    else this.#socket.resume();
  }

  /** Gives the device back. */
  async detach(): Promise<void> {
    this.#socket.destroy();
    await this.closed;
  }

  /** For the reader. */
  wantedBy(sequence: number): number | undefined {
    return this.#waiting.get(sequence)?.wanted;
  }

  /** For the reader. */
  ended(reply: SubmitReply): void {
    const waiting = this.#waiting.get(reply.sequence);
    if (waiting === undefined) throw new Error(`an end of transfer ${reply.sequence}, which does not wait`);
    this.#waiting.delete(reply.sequence);
    waiting.resolve(reply);
  }

  /** For the reader. */
  unlinked(sequence: number, status: number): void {
    const unlink = this.#unlinks.get(sequence);
    if (unlink === undefined) throw new Error(`an answer to an UNLINK ${sequence} that was not sent`);
    this.#unlinks.delete(sequence);
    if (status !== 0) {
      this.#waiting.get(unlink.victim)?.resolve(undefined);
      this.#waiting.delete(unlink.victim);
    }
    unlink.resolve(status);
  }

  #lose(error: Error): void {
    this.#lost = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function must(reply: SubmitReply | undefined): SubmitReply {
  if (reply === undefined) throw new Error('the transfer was taken back');
  return reply;
}
