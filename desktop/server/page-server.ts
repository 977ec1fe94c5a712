/** HTTP on the loopback interface: files of the page, and the upgrade of its connection. */
import { open } from 'node:fs/promises';
import { STATUS_CODES, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname } from 'node:path';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SpindriftError, UsageError } from '../../base/index.js';
import { OPEN_PATH, judgeRequest, judgeUpgrade, type Asked, type Verdict } from './guard.js';
import { CONTENT_TYPES, PAGE_HEADERS, cacheControl } from './page-headers.js';
import { fileInside, pagePath } from './page-path.js';

/** What a page server works with. */
export interface PageServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Folder of the built page. */
  readonly page: string;
  readonly token: string;
  /** Whether an address that opens the page once is good. */
  readonly redeem: (ticket: string) => boolean;
  /** Takes over the socket of a connection that was found good; false when nobody can serve it. */
  readonly onConnection: (request: IncomingMessage, socket: Socket, head: Buffer) => Promise<boolean>;
}

/** A connection on which nothing moves is let go after this, milliseconds. */
const IDLE_MS = 60_000;

/** The server of the page. */
export class PageServer {
  readonly #server: Server;
  readonly #options: PageServerOptions;
  #port = 0;

  private constructor(options: PageServerOptions) {
    this.#options = options;
    this.#server = createServer({
      maxHeaderSize: 16_384,
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      // Node's own refusals would come without our headers.
      requireHostHeader: false,
    });
    const answer = (request: IncomingMessage, response: ServerResponse): void => void this.#answer(request, response);
    this.#server.on('request', answer);
    this.#server.on('checkExpectation', answer);
    // Whoever asks and does not read.
    this.#server.setTimeout(IDLE_MS);
    this.#server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
      void this.#upgrade(request, socket, head);
    });
    // What is no HTTP at all.
    this.#server.on('clientError', (_, socket) => refuseSocket(socket, 400));
  }

  /**
   * Listens on 127.0.0.1.
   * @throws UsageError when the port cannot be had
   */
  static async listen(options: PageServerOptions): Promise<PageServer> {
    const server = new PageServer(options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', (error) => reject(portError(error, options.port)));
      server.#server.listen(options.port, '127.0.0.1', resolve);
    });
    server.#port = (server.#server.address() as AddressInfo).port;
    return server;
  }

  /** Where it listens. */
  get port(): number {
    return this.#port;
  }

  /** Listens no more and ends all connections of its own; those that were taken over live on. */
  close(): void {
    // Its callback never comes when sockets were given to a process that is gone: Node counts them for ever.
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    const verdict = judgeRequest(asked(request), this.#port);
    try {
      if (verdict.do === 'redirect') {
        response.writeHead(308, { Location: verdict.to, 'Cache-Control': 'no-store' }).end();
      } else if (verdict.do === 'refuse') refuse(response, verdict.status);
      else if (request.url?.startsWith(`${OPEN_PATH}?`) === true) this.#openOnce(request, response);
      else await this.#sendFile(request, response);
    } catch {
      // The reader went away, or the file did.
      response.destroy();
    }
  }

  #openOnce(request: IncomingMessage, response: ServerResponse): void {
    const ticket = new URLSearchParams(request.url?.split('?')[1]).get('ticket') ?? '';
    // A browser that looks ahead asks for the head, and must not use the ticket up.
    if (request.method !== 'GET' || !this.#options.redeem(ticket)) {
      refuse(response, 403);
      return;
    }
    response.writeHead(303, { Location: `/?token=${this.#options.token}`, 'Cache-Control': 'no-store' }).end();
  }

  async #sendFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = pagePath(request.url ?? '');
    if (file === undefined) {
      refuse(response, 403);
      return;
    }
    const type = CONTENT_TYPES[extname(file)];
    const path = type === undefined ? undefined : await fileInside(this.#options.page, file);
    const handle = path === undefined ? undefined : await open(path).catch(() => undefined);
    if (type === undefined || handle === undefined) {
      refuse(response, 404);
      return;
    }
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) {
        refuse(response, 404);
        return;
      }
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Length': stat.size,
        'Cache-Control': cacheControl(file),
      });
      if (request.method === 'HEAD') response.end();
      else await pipeline(handle.createReadStream({ autoClose: false }), response);
    } finally {
      await handle.close();
    }
  }

  async #upgrade(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const verdict: Verdict = judgeUpgrade(asked(request), this.#port, this.#options.token);
    if (verdict.do === 'refuse') refuseSocket(socket, verdict.status);
    // The backend does not come back; the page tries again.
    else if (!(await this.#options.onConnection(request, socket, head))) refuseSocket(socket, 503);
  }
}

function asked(request: IncomingMessage): Asked {
  const { host, origin } = request.headers;
  return { method: request.method, target: request.url, host, origin };
}

function refuse(response: ServerResponse, status: number): void {
  const body = `${STATUS_CODES[status] ?? 'Error'}\n`;
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
  });
  response.end(body);
}

function refuseSocket(socket: Duplex, status: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const headers = Object.entries({ ...PAGE_HEADERS, Connection: 'close', 'Content-Length': '0' });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`, ...headers.map(([k, v]) => `${k}: ${v}`)];
  // Not only our half: whoever holds on to its own would hold on to ours.
  socket.end(`${head.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  const nextStep = 'Choose another port with --port, or none to get one that is free.';
  if (error.code === 'EADDRINUSE')
    return new UsageError(`port ${port} is in use by another program`, { nextStep, cause: error });
  if (error.code === 'EACCES')
    return new UsageError(`port ${port} needs rights that this program does not have`, { nextStep, cause: error });
  return new SpindriftError(`127.0.0.1:${port} cannot be listened on: ${error.message}`, { nextStep, cause: error });
}
