/** Opening a board over a transport. Runs in a page too: nothing of Node in here. */
import { backgroundClock, systemClock, type Clock } from '../../base/index.js';
import { WireBoard, type Board } from './board.js';
import { hello } from './link/hello.js';
import { Link } from './link/link.js';
import type { LinkObserver } from './trace/link-observer.js';
import type { Transport } from './transport/transport.js';

/** How to open a board over a transport. */
export interface OpenBoardOverOptions {
  readonly signal?: AbortSignal | undefined;
  /** Clock of the host's own timers. */
  readonly clock?: Clock | undefined;
  /** Who is asking, for the board's log. */
  readonly hostName?: string | undefined;
  /**
   * Silence of the host after which an armed board goes to the safe state, s. Default 1 s for silicon and never (0) for a stand-in, whose time is
   * not ours.
   */
  readonly hostSilenceS?: number | undefined;
  /** False: only calls and streams under way keep the process alive, where the transport can do without. Default true. */
  readonly keepAlive?: boolean | undefined;
  /** Sees every frame in and out, from the first: a {@link TraceRing}, or an observer of one's own. */
  readonly trace?: LinkObserver | undefined;
}

/** A stand-in may have to be built before it answers Hello. */
const BUILD_DEADLINE_MS = 120_000;

/**
 * Opens a board over a transport that was made elsewhere.
 * @param uri what the board is to be called.
 */
export async function openBoardOver(
  transport: Transport,
  uri: string,
  options: OpenBoardOverOptions & { readonly standIn?: boolean } = {},
): Promise<Board> {
  let board: WireBoard | undefined;
  const link = await Link.open(
    {
      transport,
      clock: options.clock ?? (options.keepAlive === false ? backgroundClock : systemClock),
      background: options.keepAlive === false,
      onEvent: (event) => board?.handleEvent(event),
      onLost: (error) => board?.handleLost(error),
      observer: options.trace,
    },
    options.signal,
  );
  try {
    const silenceMs = options.hostSilenceS === undefined ? undefined : Math.round(options.hostSilenceS * 1000);
    const { signal, hostName } = options;
    const first = silenceMs ?? (options.standIn ? 0 : undefined);
    let reply = await hello(link, {
      signal,
      hostName,
      hostSilenceMs: first,
      deadlineMs: options.standIn ? BUILD_DEADLINE_MS : undefined,
    });
    // A stand-in found over a socket: a host that computes for a second must not disarm it, so ask again without the guard.
    if (first === undefined && link.timeScale > 1) reply = await hello(link, { signal, hostName, hostSilenceMs: 0 });
    const limits = await link.call('getLimits', {}, 'getLimitsReply', { signal });
    board = new WireBoard(uri, link, reply, limits);
    return board;
  } catch (error) {
    await link.close();
    throw error;
  }
}
