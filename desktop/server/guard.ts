/** Who may talk to the server. Pure, so that every case can be tested. */
import { timingSafeEqual, randomBytes } from 'node:crypto';

/** Path of the connection. */
export const RPC_PATH = '/rpc';
/** Path that opens the page once, by a ticket. */
export const OPEN_PATH = '/open';
const TOKEN_BYTES = 32;

/** A secret of 256 bits, as text for an address. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Whether two secrets are the same; takes the same time wherever they differ. */
export function sameToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What is judged of a request. */
export interface Asked {
  readonly method: string | undefined;
  /** As in the request line. */
  readonly target: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/** What to do with a request. */
export type Verdict =
  | { readonly do: 'serve' }
  | { readonly do: 'redirect'; readonly to: string }
  | { readonly do: 'refuse'; readonly status: 400 | 403 | 405 };

const serve: Verdict = { do: 'serve' };
const forbidden: Verdict = { do: 'refuse', status: 403 };

function hostOf(port: number): string {
  return `127.0.0.1:${port}`;
}

/**
 * Judges a request for a file. The Host is checked because a foreign name can be made to point here (DNS rebinding).
 * @param port where the server listens
 */
export function judgeRequest({ method, target = '', host, origin }: Asked, port: number): Verdict {
  if (host === `localhost:${port}` && method === 'GET' && target.startsWith('/'))
    return { do: 'redirect', to: `http://${hostOf(port)}${target}` };
  if (host !== hostOf(port)) return forbidden;
  if (method !== 'GET' && method !== 'HEAD') return { do: 'refuse', status: 405 };
  if (!target.startsWith('/')) return { do: 'refuse', status: 400 };
  // A page's own requests carry no Origin or this one.
  return origin === undefined || origin === `http://${hostOf(port)}` ? serve : forbidden;
}

/** Judges the upgrade to a WebSocket, which no rule of the browser keeps other pages from asking for. */
export function judgeUpgrade({ method, target = '', host, origin }: Asked, port: number, token: string): Verdict {
  if (host !== hostOf(port) || origin !== `http://${hostOf(port)}` || method !== 'GET') return forbidden;
  const [path, query = ''] = target.split('?');
  if (path !== RPC_PATH) return forbidden;
  const given = new URLSearchParams(query).getAll('token');
  return given.length === 1 && sameToken(given[0]!, token) ? serve : forbidden;
}
