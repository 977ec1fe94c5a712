/** Speed of the connection between page and backend, over each of its ways, beside the bare way. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import {
  RpcClient,
  inProcessPair,
  messagePortTransport,
  webSocketTransport,
  type RpcTransport,
} from '../../desktop/rpc/index.js';
import { call, stream, type } from '../../desktop/rpc/define.js';
import { serve } from '../../desktop/rpc/server.js';
import type { Benchmark, Prepared } from './harness.js';

const CALLS = 500;
const BLOCKS = 64;
/** What a live view gets at once: a tenth of a second of eight channels, say. */
const BLOCK_VALUES = 8192;
const BLOCK_BYTES = BLOCK_VALUES * 8;

const table = {
  add: call(1, z.object({ a: z.number(), b: z.number() }), type<number>()),
  blocks: stream(2, z.object({ blocks: z.number() }), type<Float64Array>()),
};

/** A way, and the same without anything of ours: one message each way a call, one message a block. */
interface Way {
  readonly name: string;
  readonly against: string;
  open(): Promise<Opened>;
}

interface Opened {
  readonly calling: RpcTransport;
  readonly serving: RpcTransport;
  /** Sends and waits for the answer, over the bare way. */
  echo(): Promise<void>;
  /** Sends blocks and waits until all have come. */
  blocks(): Promise<void>;
  close(): Promise<void> | void;
}

/** Bare messages of either end. */
interface Bare {
  post(message: Uint8Array<ArrayBuffer>): void;
  listen(listener: (bytes: number) => void): void;
}

function bareWork(near: Bare, far: Bare): Pick<Opened, 'echo' | 'blocks'> {
  let onAnswer: (bytes: number) => void = () => undefined;
  near.listen((bytes) => onAnswer(bytes));
  far.listen((bytes) => {
    if (bytes === 1) for (let i = 0; i < BLOCKS; i++) far.post(new Uint8Array(BLOCK_BYTES));
    else far.post(new Uint8Array(16));
  });
  return {
    echo: () =>
      new Promise((resolve) => {
        onAnswer = () => resolve();
        near.post(new Uint8Array(16));
      }),
    blocks: () =>
      new Promise((resolve) => {
        let left = BLOCKS;
        onAnswer = () => {
          left -= 1;
          if (left === 0) resolve();
        };
        near.post(new Uint8Array(1));
      }),
  };
}

const inProcess: Way = {
  name: 'process',
  against: 'a microtask each way',
  open: async () => {
    const [calling, serving] = inProcessPair();
    let toNear: (bytes: number) => void = () => undefined;
    let toFar: (bytes: number) => void = () => undefined;
    const near: Bare = { post: (m) => queueMicrotask(() => toFar(m.length)), listen: (l) => (toNear = l) };
    const far: Bare = { post: (m) => queueMicrotask(() => toNear(m.length)), listen: (l) => (toFar = l) };
    return { calling, serving, ...bareWork(near, far), close: () => calling.close() };
  },
};

const port: Way = {
  name: 'port',
  against: 'postMessage',
  open: async () => {
    const [ours, bare] = [new MessageChannel(), new MessageChannel()];
    const end = (of: typeof bare.port1): Bare => ({
      post: (message) => of.postMessage(message),
      listen: (listener) => of.on('message', (message: Uint8Array) => listener(message.length)),
    });
    return {
      calling: messagePortTransport(ours.port1),
      serving: messagePortTransport(ours.port2),
      ...bareWork(end(bare.port1), end(bare.port2)),
      close: () => {
        ours.port1.close();
        bare.port1.close();
      },
    };
  },
};

const socket: Way = {
  name: 'socket',
  against: 'bare messages of ws',
  open: async () => {
    const server = createServer();
    const sockets = new WebSocketServer({ server, perMessageDeflate: false, maxPayload: 1 << 26 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const pair = async (): Promise<readonly [WebSocket, WebSocket]> => {
      const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const near = new WebSocket(address, { perMessageDeflate: false });
      const [[far]] = (await Promise.all([once(sockets, 'connection'), once(near, 'open')])) as [[WebSocket], unknown];
      return [near, far];
    };
    const [ours, bare] = [await pair(), await pair()];
    const end = (of: WebSocket): Bare => ({
      post: (message) => of.send(message),
      listen: (listener) => of.on('message', (message: Buffer) => listener(message.length)),
    });
    return {
      calling: webSocketTransport(ours[0]),
      serving: webSocketTransport(ours[1]),
      ...bareWork(end(bare[0]), end(bare[1])),
      close: async () => {
        for (const each of [...ours, ...bare]) each.terminate();
        sockets.close();
        server.close();
        await once(server, 'close');
      },
    };
  },
};

async function prepare(way: Way, what: 'calls' | 'stream'): Promise<Prepared> {
  const opened = await way.open();
  const block = Float64Array.from({ length: BLOCK_VALUES }, (_, i) => i / 7);
  const service = serve(
    table,
    {
      add: ({ a, b }) => a + b,
      blocks: async function* ({ blocks }) {
        for (let i = 0; i < blocks; i++) yield block;
      },
    },
    opened.serving,
  );
  const client = new RpcClient(table, opened.calling);
  const calls = async (): Promise<void> => {
    for (let i = 0; i < CALLS; i++)
      if ((await client.call('add', { a: i, b: 1 })) !== i + 1) throw new Error('wrong sum');
  };
  const read = async (): Promise<void> => {
    let blocks = 0;
    for await (const { length } of client.stream('blocks', { blocks: BLOCKS }))
      if (length === BLOCK_VALUES) blocks += 1;
    if (blocks !== BLOCKS) throw new Error(`${blocks} blocks came`);
  };
  const echo = async (): Promise<void> => {
    for (let i = 0; i < CALLS; i++) await opened.echo();
  };
  const amount = what === 'calls' ? CALLS : BLOCKS * BLOCK_BYTES;
  return {
    subject: { amount, work: what === 'calls' ? calls : read },
    reference: { amount, work: what === 'calls' ? echo : () => opened.blocks() },
    close: async () => {
      client.close();
      await service.done;
      await opened.close();
    },
  };
}

/** See the head of this file. */
export const rpcBenchmarks: readonly Benchmark[] = [inProcess, port, socket].flatMap((way) => [
  {
    id: `rpc.calls.${way.name}`,
    unit: 'calls/s',
    what: 'awaited one by one',
    against: way.against,
    prepare: () => prepare(way, 'calls'),
  },
  {
    id: `rpc.stream.${way.name}`,
    unit: 'B/s',
    what: 'blocks of 64 KiB of doubles, with credit',
    against: way.against,
    prepare: () => prepare(way, 'stream'),
  },
]);
