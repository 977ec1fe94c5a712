/** Where `spindrift virtual-usb` listens, and what to say when it cannot. */
import { FileError, UsageError } from '../../base/index.js';
import { USBIP_PORT, type ListenAddress } from '../../board-sim/index.js';

/** The flags that say where. */
export interface ListenFlags {
  readonly listen?: string;
  readonly socket?: string;
}

/**
 * Reads HOST:PORT, PORT or a path. Default: the port that `usbip` looks at, on this computer alone.
 * @throws UsageError for both flags at once; RangeError for a text that is no address
 */
export function listenAddress({ listen, socket }: ListenFlags): ListenAddress {
  if (socket !== undefined) {
    if (listen !== undefined) throw new UsageError('--listen and --socket name two places: give one of them');
    return { path: socket };
  }
  if (listen === undefined) return { port: USBIP_PORT };
  const match = /^(?:(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]+)):)?(\d{1,5})$/.exec(listen);
  if (match === null)
    throw new RangeError(
      `--listen must be HOST:PORT or PORT, with an IPv6 address in brackets, got ${JSON.stringify(listen)}`,
    );
  return { host: match[1] ?? match[2], port: Number(match[3]) };
}

/** A failure to listen in words with a remedy; anything else as it is. */
export function listenFailure(error: unknown, address: ListenAddress): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return error;
  if ('path' in address)
    return new FileError(
      code === 'EADDRINUSE'
        ? `${address.path} exists already: another program listens there, or one was killed`
        : `no socket can be made at ${address.path} (${code})`,
      { cause: error, nextStep: 'choose another path with --socket, or remove the file if nobody uses it' },
    );
  const place = `${address.host ?? '127.0.0.1'}:${address.port}`;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${place} is in use: another virtual-usb, or usbipd, listens there`,
    EACCES: `port ${place} needs rights that this program does not have`,
    EADDRNOTAVAIL: `${place} is no address of this computer`,
  };
  return new UsageError(reasons[code] ?? `this program cannot listen on ${place} (${code})`, {
    cause: error,
    nextStep: 'choose another place with --listen 127.0.0.1:PORT; usbip --tcp-port PORT finds it there',
  });
}
