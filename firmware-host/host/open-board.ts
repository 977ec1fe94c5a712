/** Opening a board by its URI. */
import {
  BoardNotFoundError,
  UnsupportedError,
  abortError,
  backgroundClock,
  systemClock,
  type Clock,
} from '../../base/index.js';
import type { HeaderSpec } from '../../board-sim/parts/index.js';
import { WireBoard, type Board } from './board.js';
import { hello } from './link/hello.js';
import { Link } from './link/link.js';
import { SocketTransport } from './transport/socket.js';
import type { Transport } from './transport/transport.js';
import { formatEmuUri, formatSimUri, parseBoardUri, type BoardUri } from './uri.js';

/** How to open a board. */
export interface OpenBoardOptions {
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
  /** `sim:` and `emu:` only: run the stand-in in this thread instead of a worker. */
  readonly inThread?: boolean | undefined;
  /** `sim:` and `emu:` only: what hangs on the auxiliary header. */
  readonly header?: HeaderSpec | undefined;
  /** False: only calls and streams under way keep the process alive, where the transport can do without. Default true. */
  readonly keepAlive?: boolean | undefined;
}

/** A stand-in may have to be built before it answers Hello. */
const BUILD_DEADLINE_MS = 120_000;

/**
 * Opens a board: `sim:typical?seed=7`, `emu:typical`, `tcp://host:port`, `unix:/path`.
 * @throws TypeError or RangeError for a URI that is wrong; BoardNotFoundError, UnsupportedError, BoardTimeoutError, ProtocolError with a next step;
 * an AbortError if the signal fires.
 * @example
 * const board = await openBoard('sim:typical?seed=7');
 * try { console.log(board.identity.kind); } finally { await board.close(); }
 */
export async function openBoard(uri: string, options: OpenBoardOptions = {}): Promise<Board> {
  const parsed = parseBoardUri(uri);
  if (options.signal?.aborted) throw abortError(options.signal.reason);
  const name = parsed.scheme === 'sim' ? formatSimUri(parsed) : parsed.scheme === 'emu' ? formatEmuUri(parsed) : uri;
  return openBoardOver(await transportFor(parsed, options), name, {
    ...options,
    ...(parsed.scheme === 'sim' || parsed.scheme === 'emu' ? { standIn: true } : {}),
  });
}

/**
 * Opens a board over a transport that was made elsewhere.
 * @param uri what the board is to be called.
 */
export async function openBoardOver(
  transport: Transport,
  uri: string,
  options: OpenBoardOptions & { readonly standIn?: boolean } = {},
): Promise<Board> {
  let board: WireBoard | undefined;
  const link = await Link.open(
    {
      transport,
      clock: options.clock ?? (options.keepAlive === false ? backgroundClock : systemClock),
      background: options.keepAlive === false,
      onEvent: (event) => board?.handleEvent(event),
      onLost: (error) => board?.handleLost(error),
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

async function transportFor(uri: BoardUri, options: OpenBoardOptions): Promise<Transport> {
  switch (uri.scheme) {
    case 'tcp':
      return new SocketTransport({ host: uri.host, port: uri.port });
    case 'unix':
      return new SocketTransport({ path: uri.path });
    case 'sim': {
      // Loaded only for `sim:`, so that a host of real boards never pays for the simulator.
      const { simulatedTransport } = await import('./transport/simulated.js');
      return simulatedTransport(uri, options);
    }
    case 'usb':
      throw new BoardNotFoundError('no board was found on USB: this build has no USB transport', {
        nextStep: 'use sim: for a simulated board, or tcp:// to a program that serves one',
      });
    case 'emu': {
      const { emulatedTransport } = await import('./transport/emulated.js');
      return emulatedTransport(uri, options);
    }
    case 'replay':
      throw new UnsupportedError('this build cannot replay a run as a board', {
        nextStep: 'open the run folder with `spindrift show`',
      });
  }
}
