/** Where a server may listen. USB/IP knows neither a password nor encryption: whoever reaches the port has the device. */
import { isIP } from 'node:net';

/** A TCP port (0 = any free one) on loopback unless said otherwise, or the path of a Unix socket. */
export type ListenAddress = { readonly host?: string | undefined; readonly port: number } | { readonly path: string };

/** An address within this computer. */
export const LOOPBACK = '127.0.0.1';

/** Whether nobody but this computer reaches it. */
export function isLocal(address: ListenAddress): boolean {
  if ('path' in address) return true;
  const host = address.host ?? LOOPBACK;
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** @throws RangeError for an address that others can reach, unless that is wanted */
export function checkListenAddress(address: ListenAddress, exposeToNetwork: boolean): void {
  if ('path' in address) {
    if (address.path === '') throw new RangeError('path of the socket must not be empty');
    return;
  }
  if (!Number.isInteger(address.port) || address.port < 0 || address.port > 65_535)
    throw new RangeError(`port must be a whole number from 0 to 65535, got ${address.port}`);
  if (exposeToNetwork || isLocal(address)) return;
  throw new RangeError(
    `host must be an address of this computer alone (127.0.0.1, ::1), got ${address.host}: USB/IP has no password and no encryption, and whoever ` +
      `reaches the port drives the board; exposeToNetwork (--expose-to-network) allows it all the same`,
  );
}

/** The address as the socket calls want it. */
export const bindOptions = (address: ListenAddress): { path: string } | { host: string; port: number } =>
  'path' in address
    ? { path: address.path }
    : {
        host: address.host === undefined || address.host === 'localhost' ? LOOPBACK : address.host,
        port: address.port,
      };
