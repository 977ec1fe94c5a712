/** The serving end of a connection. */
import { ProtocolError, SpindriftError, systemClock, type Clock } from '../../base/index.js';
import { decodeBody } from './codec.js';
import type { Api, Handlers, Method } from './define.js';
import { ConnectionLostError } from './errors.js';
import { decodeFrame } from './frame.js';
import { ServerCall, type Handler } from './server-call.js';
import type { RpcTransport } from './transport/transport.js';

/** How to serve. */
export interface ServeOptions {
  /** Measures deadlines. */
  readonly clock?: Clock;
  /** Calls that one connection may have open; more are refused. Default 4096. */
  readonly mostOpenCalls?: number;
  /** Is told of every failure of a handler that nobody foresaw: for the log. */
  readonly onUnforeseen?: (method: string, error: unknown) => void;
}

/** A table that is being served. */
export interface Service {
  /** Ends the connection: every handler's signal fires. Resolves when all of them have ended. */
  stop(reason?: string): Promise<void>;
  /** Resolves when the connection is over and all handlers have ended, with the reason. */
  readonly done: Promise<string>;
  /** Calls whose last frame has not gone out. */
  readonly openCalls: number;
}

/** Serves a table over a transport. Handlers are looked up by name when they are called. */
export function serve<A extends Api>(
  api: A,
  handlers: Handlers<A>,
  transport: RpcTransport,
  options: ServeOptions = {},
): Service {
  return new Connection(api, handlers as unknown as Readonly<Record<string, Handler>>, transport, options);
}

class Connection implements Service {
  readonly done: Promise<string>;
  readonly #methods: ReadonlyMap<number, readonly [string, Method]>;
  readonly #handlers: Readonly<Record<string, Handler>>;
  readonly #transport: RpcTransport;
  readonly #options: ServeOptions;
  readonly #open = new Map<number, ServerCall>();

  constructor(api: Api, handlers: Readonly<Record<string, Handler>>, transport: RpcTransport, options: ServeOptions) {
    this.#methods = new Map(Object.entries(api).map(([name, method]) => [method.id, [name, method]]));
    if (this.#methods.size !== Object.keys(api).length) throw new RangeError('two methods have the same id');
    this.#handlers = handlers;
    this.#transport = transport;
    this.#options = options;
    this.done = new Promise((resolve) => {
      transport.onClose((reason) => {
        const ended = [...this.#open.values()].map((call) => {
          call.abort(new ConnectionLostError(`the connection ended: ${reason}`));
          return call.done;
        });
        void Promise.all(ended).then(() => resolve(reason));
      });
    });
    transport.onFrame((frame) => this.#receive(frame));
  }

  get openCalls(): number {
    return this.#open.size;
  }

  async stop(reason = 'the backend stops'): Promise<void> {
    this.#transport.close(reason);
    await this.done;
  }

  #receive(frame: Uint8Array): void {
    try {
      const { id, method, kind, body } = decodeFrame(frame);
      const call = this.#open.get(id);
      if (call !== undefined && call.method !== method)
        throw new ProtocolError(`a frame belongs to call ${id} and names method ${method} instead of ${call.method}`);
      switch (kind) {
        case 'call':
          if (call !== undefined) throw new ProtocolError(`call ${id} is open already`);
          this.#start(id, method, decodeBody(body));
          break;
        // For a call that is over: they were on their way when it ended.
        case 'credit':
          call?.grant(decodeBody(body));
          break;
        case 'cancel':
          call?.cancel();
          break;
        case 'result':
        case 'error':
        case 'item':
        case 'end':
          throw new ProtocolError(`this end answers and does not ask, and got a frame of kind ${kind}`);
      }
    } catch (cause) {
      if (!(cause instanceof ProtocolError)) throw cause;
      this.#transport.close(cause.message);
    }
  }

  #start(id: number, number: number, request: unknown): void {
    const found = this.#methods.get(number);
    const name = found?.[0] ?? `method ${number}`;
    const call = new ServerCall(
      { id, method: number, name, request },
      this.#transport,
      this.#options.clock ?? systemClock,
      this.#options.onUnforeseen ?? (() => undefined),
    );
    const most = this.#options.mostOpenCalls ?? 4096;
    if (this.#open.size >= most)
      call.refuse(new SpindriftError(`${most} calls are open, ${name} is one too many`, { code: 'TOO_MANY_CALLS' }));
    else if (found === undefined || !Object.hasOwn(this.#handlers, name))
      call.refuse(
        new SpindriftError(`the backend does not serve ${name}`, {
          code: 'UNKNOWN_METHOD',
          nextStep: 'Load the page again, so that both ends are of the same version.',
        }),
      );
    else {
      this.#open.set(id, call);
      call.run(found[1], this.#handlers[name]!, () => this.#open.delete(id));
    }
  }
}
