/** Opening a board by its URI. */
import { abortError } from '../../base/index.js';
import type { HeaderSpec } from '../../board-sim/parts/index.js';
import type { Board } from './board.js';
import { openBoardOver, type OpenBoardOverOptions } from './open-board-over.js';
import { SocketTransport } from './transport/socket.js';
import type { Transport } from './transport/transport.js';
import { formatEmuUri, formatSimUri, parseBoardUri, type BoardUri } from './uri.js';

/** How to open a board. */
export interface OpenBoardOptions extends OpenBoardOverOptions {
  /** Run the stand-in of `sim:` and `emu:`, or libusb of `usb:`, in this thread instead of a worker. */
  readonly inThread?: boolean | undefined;
  /** `sim:` and `emu:` only: what hangs on the auxiliary header. */
  readonly header?: HeaderSpec | undefined;
}

/**
 * Opens a board: `sim:typical?seed=7`, `emu:typical`, `tcp://host:port`, `unix:/path`, `usb:` (the only one), `usb:SERIAL`, `usb:@1-1.4`,
 * `replay:runs/my-run`.
 * @throws TypeError or RangeError for a URI that is wrong; BoardNotFoundError, BoardAccessError, BoardBusyError, UnsupportedError,
 * BoardTimeoutError, ProtocolError with a next step;
 * an AbortError if the signal fires.
 * @example
 * const board = await openBoard('sim:typical?seed=7');
 * try { console.log(board.identity.kind); } finally { await board.close(); }
 */
export async function openBoard(uri: string, options: OpenBoardOptions = {}): Promise<Board> {
  const parsed = parseBoardUri(uri);
  if (options.signal?.aborted) throw abortError(options.signal.reason);
  const transport = await transportFor(parsed, options);
  const name =
    parsed.scheme === 'sim'
      ? formatSimUri(parsed)
      : parsed.scheme === 'emu'
        ? formatEmuUri(parsed)
        : // `usb:` may be said of the only board; what it is called is how it is found again.
          parsed.scheme === 'usb'
          ? transport.name
          : uri;
  return openBoardOver(transport, name, {
    ...options,
    ...(parsed.scheme === 'sim' || parsed.scheme === 'emu' || parsed.scheme === 'replay' ? { standIn: true } : {}),
  });
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
    case 'usb': {
      const { usbTransport } = await import('./transport/usb/usb-boards.js');
      return usbTransport(uri, options);
    }
    case 'emu': {
      const { emulatedTransport } = await import('./transport/emulated.js');
      return emulatedTransport(uri, options);
    }
    case 'replay': {
      const { replayTransport } = await import('./transport/replay.js');
      return replayTransport(uri, options);
    }
  }
}
