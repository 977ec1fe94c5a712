import { signal, type ReadonlySignal } from '@preact/signals';
import { abortError, type Clock, type Timer } from '../../../base/index.js';
import { API_VERSION, type BackendInfo, type DesktopApi } from '../../rpc/api/index.js';
import type {
  CallName,
  Caller,
  ParamsIn,
  ResultOf,
  RpcCallOptions,
  RpcStreamOptions,
  StreamName,
} from '../../rpc/define.js';
import { backoffS } from './backoff.js';

/** One way to the backend, for as long as it lasts. */
export interface BackendLink {
  readonly caller: Caller<DesktopApi>;
  /** Resolves when the way has ended, for whatever reason. */
  readonly closed: Promise<unknown>;
  close(): void;
}

/** Makes a way to the backend; rejects where there is none. */
export type Dial = () => Promise<BackendLink>;

/** `mismatch`: page and backend are of different versions, and only loading the page again helps. */
export type ConnectionState =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected'; readonly info: BackendInfo }
  | { readonly state: 'lost'; readonly retryInS: number }
  | { readonly state: 'mismatch'; readonly info: BackendInfo };

interface ConnectionOptions {
  readonly dial: Dial;
  readonly clock: Clock;
}

/**
 * The page's connection: makes it, says hello, and makes it again for ever when it ends. It is itself a caller: calls made while there is no connection
 * wait for one, and those under way when it ends fail with ConnectionLostError.
 */
export class Connection implements Caller<DesktopApi> {
  readonly #options: ConnectionOptions;
  readonly #state = signal<ConnectionState>({ state: 'connecting' });
  readonly #waiting = new Set<() => void>();
  #link: BackendLink | undefined;
  #failures = 0;
  #retry: Timer | undefined;
  #stopped = true;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get state(): ReadonlySignal<ConnectionState> {
    return this.#state;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    void this.#connect();
  }

  /** Ends it for good. */
  stop(): void {
    this.#stopped = true;
    this.#retry?.cancel();
    this.#link?.close();
    this.#link = undefined;
  }

  /** Does not wait for the next attempt. */
  retryNow(): void {
    if (this.#retry === undefined) return;
    this.#retry.cancel();
    void this.#connect();
  }

  async call<K extends CallName<DesktopApi>>(
    name: K,
    params: ParamsIn<DesktopApi[K]>,
    options: RpcCallOptions = {},
  ): Promise<ResultOf<DesktopApi[K]>> {
    const link = await this.#ready(options.signal);
    return link.caller.call(name, params, options);
  }

  async *stream<K extends StreamName<DesktopApi>>(
    name: K,
    params: ParamsIn<DesktopApi[K]>,
    options: RpcStreamOptions = {},
  ): AsyncGenerator<ResultOf<DesktopApi[K]>, void, undefined> {
    const link = await this.#ready(options.signal);
    yield* link.caller.stream(name, params, options);
  }

  #ready(abort?: AbortSignal): Promise<BackendLink> {
    if (abort?.aborted === true) return Promise.reject(abortError(abort.reason));
    if (this.#link !== undefined) return Promise.resolve(this.#link);
    return new Promise((resolve, reject) => {
      const done = (): void => {
        if (this.#link === undefined) return;
        forget();
        resolve(this.#link);
      };
      const onAbort = (): void => {
        forget();
        reject(abortError(abort?.reason));
      };
      const forget = (): void => {
        this.#waiting.delete(done);
        abort?.removeEventListener('abort', onAbort);
      };
      this.#waiting.add(done);
      abort?.addEventListener('abort', onAbort, { once: true });
    });
  }

  async #connect(): Promise<void> {
    this.#retry = undefined;
    if (this.#failures === 0) this.#state.value = { state: 'connecting' };
    let link: BackendLink | undefined;
    try {
      link = await this.#options.dial();
      const info = await link.caller.call('system.hello', {}, { deadlineMs: 10_000 });
      if (this.#stopped) {
        link.close();
        return;
      }
      if (info.api !== API_VERSION) {
        this.#state.value = { state: 'mismatch', info };
        link.close();
        return;
      }
      this.#failures = 0;
      this.#link = link;
      this.#state.value = { state: 'connected', info };
      for (const done of [...this.#waiting]) done();
      await link.closed;
    } catch {
      link?.close();
    }
    if (this.#stopped) return;
    this.#link = undefined;
    this.#failures += 1;
    const retryInS = backoffS(this.#failures);
    this.#state.value = { state: 'lost', retryInS };
    this.#retry = this.#options.clock.setTimer(retryInS, () => void this.#connect());
  }
}
