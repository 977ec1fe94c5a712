/** What the contract tests work with: a board, sessions with it, and the plain requests below the typed client. */
import { afterEach, describe } from 'vitest';
import { Link, hello, openBoardOver, type Board, type HelloOptions } from '../../firmware-host/host/index.js';
import type { Reply, ReplyMessage } from '../../proto/index.js';
import { factories, type BoardUnderTest } from './boards.js';
import { RawClient } from './raw-client.js';

/** The bench of one test: everything on it is closed afterwards. */
export class Bench {
  readonly #cleanups: (() => Promise<void>)[] = [];
  readonly board: BoardUnderTest;
  /** Events that links of this bench heard. */
  readonly events: Reply[] = [];

  constructor(board: BoardUnderTest) {
    this.board = board;
    this.#cleanups.push(() => board.close());
  }

  /** A typed client. */
  async client(options: { hostSilenceS?: number } = {}): Promise<Board> {
    const client = await openBoardOver(this.board.connect(), 'contract', {
      clock: this.board.clock,
      hostName: 'contract',
      ...options,
    });
    this.#cleanups.push(() => client.close());
    return client;
  }

  /** A link with or without a session. */
  async link(options: { heartbeat?: boolean; greet?: boolean } & HelloOptions = {}): Promise<Link> {
    const link = await Link.open({
      transport: this.board.connect(),
      clock: this.board.clock,
      heartbeat: options.heartbeat ?? true,
      onEvent: (event) => this.events.push(event),
    });
    this.#cleanups.push(() => link.close());
    if (options.greet !== false) await hello(link, options);
    return link;
  }

  /** Frames by hand, Hello said unless told not to. */
  async raw(greet = true): Promise<RawClient> {
    const raw = await RawClient.open(this.board.connect());
    this.#cleanups.push(() => raw.close());
    if (greet) await raw.hello();
    return raw;
  }

  async close(): Promise<void> {
    for (const cleanup of this.#cleanups.splice(0).reverse()) await cleanup();
  }
}

/** Runs tests on every board; `set()` puts a fresh one on the bench. */
export function onEveryBoard(title: string, tests: (set: () => Promise<Bench>) => void): void {
  describe.each(factories.map((factory) => [factory.name, factory] as const))(`${title}: %s`, (_name, factory) => {
    const open: Bench[] = [];
    afterEach(async () => {
      for (const bench of open.splice(0)) await bench.close();
    });
    tests(async () => {
      const bench = new Bench(await factory.create());
      open.push(bench);
      return bench;
    });
  });
}

/** Reads the state below the typed client. */
export const stateOf = (link: Link): Promise<ReplyMessage<'getStateReply'>> =>
  link.call('getState', {}, 'getStateReply');

/** Arms with the configuration in force; returns its token. */
export async function arm(link: Link): Promise<number> {
  const { configHash } = await stateOf(link);
  await link.call('arm', {}, 'armReply', { configHash });
  return configHash;
}

/** The error that a promise rejects with; fails if it resolves. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected an error');
}
