/** The threads that drive USB: one for all boards of the process, and another where its list of devices is out of date. */
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { unpackError } from '../../../../base/index.js';
import type { UsbDeviceInfo } from './sysfs.js';
import type { ListAnswer, OpenRequest, ThreadData, ThreadRequest } from './thread-messages.js';

/** Entry of the worker, beside the compiled modules. */
const WORKER = new URL('./usb-worker.js', import.meta.url);
/** Time that the end of the process gives boards to be reset and closed, ms, and the step in which it looks. */
const EXIT_MS = 1500;
const EXIT_STEP_MS = 50;

/** One thread. It does not keep the process alive; the ports of its open boards do. */
export class UsbThread {
  readonly #worker: Worker;
  /** Boards that it has not closed yet. */
  readonly #open = new Int32Array(new SharedArrayBuffer(4));
  readonly #ports = new Set<MessagePort>();
  #dead = false;
  /** What ended it, if it did not end by itself. */
  failure: unknown;

  constructor() {
    this.#worker = new Worker(WORKER, {
      workerData: { open: this.#open } satisfies ThreadData,
      // What this process was started with (--input-type, --import) is not meant for it.
      execArgv: [],
    });
    this.#worker.unref();
    // Its ports close with it, which is how its boards learn of it.
    this.#worker.on('error', (error) => {
      this.failure = error;
      this.#dead = true;
    });
    this.#worker.on('exit', () => (this.#dead = true));
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Asks for a board; the answer comes over the port. */
  open(device: OpenRequest): MessagePort {
    Atomics.add(this.#open, 0, 1);
    const port = this.#ask((port) => ({ ask: 'open', port, device }));
    this.#ports.add(port);
    port.on('close', () => this.#ports.delete(port));
    return port;
  }

  /** Lists devices through libusb. */
  list(): Promise<readonly UsbDeviceInfo[]> {
    const port = this.#ask((port) => ({ ask: 'list', port }));
    return new Promise((resolve, reject) => {
      port.on('message', (answer: ListAnswer) => {
        if ('error' in answer) reject(unpackError(answer.error));
        else resolve(answer.devices);
      });
      port.on('close', () => reject(new Error('the thread that drives USB ended')));
    });
  }

  /** Calls `fn` at every attach and detach that udevd reports; returns what stops it. Does not keep the process alive. */
  watch(fn: () => void): () => void {
    const port = this.#ask((port) => ({ ask: 'watch', port }));
    port.on('message', fn);
    port.unref();
    return () => port.close();
  }

  /** Lets it end when its boards are closed. */
  retire(): void {
    this.#worker.postMessage({ ask: 'end' } satisfies ThreadRequest);
  }

  /** At the end of the process: has all boards reset and closed, and waits for it a moment, in the way of everything. */
  closeNow(): void {
    for (const port of this.#ports) port.postMessage({ order: 'close' });
    for (let waited = 0; waited < EXIT_MS && !this.#dead; waited += EXIT_STEP_MS) {
      const left = Atomics.load(this.#open, 0);
      if (left <= 0) return;
      Atomics.wait(this.#open, 0, left, EXIT_STEP_MS);
    }
  }

  #ask(request: (port: MessagePort) => ThreadRequest): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage(request(port2), [port2]);
    return port1;
  }
}

const threads = new Set<UsbThread>();
let current: UsbThread | undefined;
let exitWatched = false;
/** Who wants to know of changes, and what ends the current thread's reports of them. */
const watchers = new Set<() => void>();
let stopReports: (() => void) | undefined;

/** The thread for the next request; started when there is none. */
export function usbThread(): UsbThread {
  if (current && !current.dead) return current;
  for (const thread of threads) if (thread.dead) threads.delete(thread);
  current = new UsbThread();
  threads.add(current);
  if (watchers.size > 0) report(current);
  if (!exitWatched) {
    exitWatched = true;
    // process.exit() would tear libusb down with transfers under way, and leave the array to its own guard.
    process.on('exit', () => {
      for (const thread of threads) thread.closeNow();
    });
  }
  return current;
}

/** A thread with a fresh list; the one before serves its boards to their end. */
export function freshUsbThread(): UsbThread {
  current?.retire();
  current = undefined;
  return usbThread();
}

/**
 * Calls `fn` when something is plugged in or out, as far as udevd reports it; returns what stops it. Does not keep the process alive.
 */
export function onUsbChange(fn: () => void): () => void {
  const thread = usbThread();
  watchers.add(fn);
  if (watchers.size === 1) report(thread);
  return () => {
    watchers.delete(fn);
    if (watchers.size > 0) return;
    stopReports?.();
    stopReports = undefined;
  };
}

function report(thread: UsbThread): void {
  stopReports?.();
  stopReports = thread.watch(() => {
    for (const fn of [...watchers]) fn();
  });
}
