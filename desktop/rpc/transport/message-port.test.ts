import { EventEmitter, once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messagePortTransport } from './message-port.js';

/** A port of Electron's main process: an emitter that wraps what came, and passes on ports only. */
class EmitterEnd extends EventEmitter {
  other: EmitterEnd | undefined;
  started = false;

  postMessage(message: unknown, ...more: unknown[]): void {
    expect(more).toEqual([]);
    const data = structuredClone(message);
    queueMicrotask(() => this.other?.emit('message', { data, ports: [] }));
  }

  start(): void {
    this.started = true;
  }

  close(): void {
    queueMicrotask(() => this.emit('close'));
  }
}

describe('a port of Electron', () => {
  it('carries frames and its end', async () => {
    const [a, b] = [new EmitterEnd(), new EmitterEnd()];
    a.other = b;
    b.other = a;
    const [left, right] = [messagePortTransport(a), messagePortTransport(b)];
    const got = new Promise<Uint8Array>((resolve) => right.onFrame(resolve));
    expect(b.started).toBe(true);
    left.send(new Uint8Array([1, 2, 3]));
    expect(await got).toEqual(new Uint8Array([1, 2, 3]));
    const closed = new Promise<string>((resolve) => right.onClose(resolve));
    left.close('enough');
    expect(await closed).toBe('enough');
  });
});

describe('a port of a thread', () => {
  it('says why it closed, and that it was closed from outside', async () => {
    for (const act of ['close', 'drop'] as const) {
      const { port1, port2 } = new MessageChannel();
      const [left, right] = [messagePortTransport(port1), messagePortTransport(port2)];
      right.onFrame(() => undefined);
      const closed = new Promise<string>((resolve) => right.onClose(resolve));
      if (act === 'close') left.close('enough');
      else port1.close();
      expect(await closed).toBe(act === 'close' ? 'enough' : 'the port was closed');
    }
  });

  it('keeps frames that come before anybody listens', async () => {
    const { port1, port2 } = new MessageChannel();
    const [left, right] = [messagePortTransport(port1), messagePortTransport(port2)];
    left.send(new Uint8Array([1]));
    left.send(new Uint8Array(1 << 16));
    const frames: number[] = [];
    await new Promise<void>((resolve) => {
      right.onFrame((frame) => {
        frames.push(frame.length);
        if (frames.length === 2) resolve();
      });
    });
    expect(frames).toEqual([1, 1 << 16]);
    left.close();
    await once(port2, 'close');
  });

  it('ends at something that is no frame', async () => {
    const { port1, port2 } = new MessageChannel();
    const right = messagePortTransport(port2);
    right.onFrame(() => undefined);
    const closed = new Promise<string>((resolve) => right.onClose(resolve));
    port1.postMessage('hello');
    expect(await closed).toBe('something else than a frame came');
  });
});

describe('a port of a page', () => {
  afterEach(() => vi.unstubAllGlobals());
  const transferred = (): number => {
    const lists: number[] = [];
    const port = {
      postMessage: (_: unknown, list: ArrayBuffer[]) => lists.push(list.length),
      addEventListener: () => undefined,
    };
    messagePortTransport(port).send(new Uint8Array(1 << 20));
    return lists[0]!;
  };

  it('copies what it sends, for it may lead into Electron; one of a thread transfers', () => {
    expect(transferred()).toBe(1);
    vi.stubGlobal('document', {});
    expect(transferred()).toBe(0);
  });
});
