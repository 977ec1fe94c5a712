/** A virtual device in another thread: requests over a port, their ends back. */
import type { PortLike } from '../../proto/index.js';
import type { DeviceDescriptors, TransferDone, TransferResult, VirtualDevice } from './virtual-device.js';

type ToDevice =
  | { readonly kind: 'control'; readonly id: number; readonly setup: Uint8Array; readonly data: Uint8Array }
  | {
      readonly kind: 'submit';
      readonly id: number;
      readonly endpoint: number;
      readonly direction: 'in' | 'out';
      readonly work: Uint8Array | number;
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'release' };

type FromDevice =
  | { readonly kind: 'ready'; readonly descriptors: DeviceDescriptors; readonly speed: 'full' | 'high' }
  | { readonly kind: 'ended'; readonly id: number; readonly result: TransferResult }
  | { readonly kind: 'detached'; readonly epoch: number; readonly reason?: string | undefined };

const GONE: TransferResult = { status: 'gone', data: new Uint8Array(0), actual: 0 };

/** Bytes that fill their own buffer: a post would copy the whole buffer behind a view. */
const compact = (bytes: Uint8Array): Uint8Array =>
  bytes.length === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);

/** Serves a device on a port; for its thread. */
export function serveDeviceOnPort(device: VirtualDevice, port: PortLike): void {
  const post = (message: FromDevice): void => port.postMessage(message);
  /** Ids over the port to the device's. */
  const ids = new Map<number, number>();
  let epoch = 0;
  const ended =
    (id: number): TransferDone =>
    (result) => {
      ids.delete(id);
      post({ kind: 'ended', id, result: { ...result, data: compact(result.data) } });
    };
  device.onDetach((reason) => post({ kind: 'detached', epoch, reason }));
  port.on('message', (message) => {
    const request = message as ToDevice;
    switch (request.kind) {
      case 'control':
        ids.set(request.id, device.submitControl(request.setup, request.data, ended(request.id)));
        return;
      case 'submit': {
        const { id, endpoint, direction, work } = request;
        ids.set(id, device.submit(endpoint, direction, work, ended(id)));
        return;
      }
      case 'cancel': {
        const id = ids.get(request.id);
        if (id !== undefined) device.cancel(id);
        return;
      }
      case 'release':
        epoch++;
        device.release();
    }
  });
  post({ kind: 'ready', descriptors: device.descriptors, speed: device.speed });
}

/** A port whose thread may end. */
export interface DevicePort extends PortLike {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close' | 'exit', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The device of {@link serveDeviceOnPort}, for this thread. */
export class PortDevice implements VirtualDevice {
  readonly descriptors: DeviceDescriptors;
  readonly speed: 'full' | 'high';
  readonly #port: DevicePort;
  readonly #pending = new Map<number, TransferDone>();
  readonly #listeners = new Set<(reason?: string) => void>();
  #epoch = 0;
  #nextId = 1;
  #dead = false;

  private constructor(port: DevicePort, descriptors: DeviceDescriptors, speed: 'full' | 'high') {
    this.#port = port;
    this.descriptors = descriptors;
    this.speed = speed;
  }

  /** Waits for the device on the other side. Rejects with what ended the thread if it never comes. */
  static open(port: DevicePort): Promise<PortDevice> {
    return new Promise((resolve, reject) => {
      let device: PortDevice | undefined;
      port.on('message', (message) => {
        const answer = message as FromDevice;
        if (answer.kind === 'ready') resolve((device = new PortDevice(port, answer.descriptors, answer.speed)));
        else if (device !== undefined) device.#take(answer);
      });
      const over = (error?: Error): void => {
        reject(error ?? new Error('the thread of the virtual device has ended'));
        if (device !== undefined) device.#die();
      };
      port.on('error', over);
      port.on('exit', () => over());
      port.on('close', () => over());
    });
  }

  submitControl(setup: Uint8Array, data: Uint8Array, done: TransferDone): number {
    return this.#queue((id) => ({ kind: 'control', id, setup: compact(setup), data: compact(data) }), done);
  }

  submit(endpoint: number, direction: 'in' | 'out', work: Uint8Array | number, done: TransferDone): number {
    const part = typeof work === 'number' ? work : compact(work);
    return this.#queue((id) => ({ kind: 'submit', id, endpoint, direction, work: part }), done);
  }

  cancel(id: number): boolean {
    if (!this.#pending.has(id)) return false;
    this.#post({ kind: 'cancel', id });
    return true;
  }

  onDetach(listener: (reason?: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  release(): void {
    this.#epoch++;
    this.#endAll();
    if (!this.#dead) this.#post({ kind: 'release' });
  }

  #queue(request: (id: number) => ToDevice, done: TransferDone): number {
    const id = this.#nextId++;
    this.#pending.set(id, done);
    if (this.#dead) setImmediate(() => this.#die());
    else this.#post(request(id));
    return id;
  }

  #post(message: ToDevice): void {
    this.#port.postMessage(message);
  }

  #take(answer: Exclude<FromDevice, { kind: 'ready' }>): void {
    if (answer.kind === 'ended') {
      const done = this.#pending.get(answer.id);
      this.#pending.delete(answer.id);
      done?.(answer.result);
    } else if (answer.epoch === this.#epoch) {
      // One that belongs to a host who has gone meanwhile is not told to the next.
      this.#tell(answer.reason);
    }
  }

  #die(): void {
    this.#dead = true;
    this.#endAll();
    this.#tell('its thread has ended');
  }

  #endAll(): void {
    for (const [id, done] of [...this.#pending]) {
      this.#pending.delete(id);
      done(GONE);
    }
  }

  #tell(reason?: string): void {
    for (const listener of [...this.#listeners]) listener(reason);
  }
}
