// The browser shell against whoever else can reach it: other pages of the same browser, other users' programs, foreign names for this address.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CONTENT_SECURITY_POLICY } from '../../desktop/server/page-headers.js';
import { startServer, type RunningServer } from '../../desktop/server/start-server.js';

const TINY = fileURLToPath(new URL('../../desktop/server/testing/tiny-backend.mjs', import.meta.url));

let folder: string;
let server: RunningServer;
let log = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spindrift-security-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'page', 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'page', 'notes.md'), 'of no served type');
  writeFileSync(join(folder, 'page', 'assets', 'index-abc123.js'), 'export {};');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'page', 'leak.txt'));
  server = await startServer({
    ...{ runsDir: folder, configDir: folder, page: join(folder, 'page'), backend: TINY },
    onLog: (text) => (log += text),
    onNews: (text) => (log += text),
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request exactly as asked for. */
async function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  const { method = 'GET', headers = {} } = options;
  const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers, setHost: !('Host' in headers) });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode!, headers: response.headers, body };
}

/** Bytes as they are; what comes back until the other end closes. */
async function raw(text: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  socket.on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

/** How an upgrade ends: `open`, or what was refused. */
async function upgrade(query: string, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc${query}`, { headers });
  try {
    await once(socket, 'open');
    socket.close();
    return 'open';
  } catch (error) {
    return (error as Error).message;
  }
}

function expectGuarded(headers: IncomingHttpHeaders): void {
  expect(headers).toMatchObject({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('set-cookie');
}

describe('the policy of the page', () => {
  it('lets it load its own files, compile WebAssembly, and nothing else', () => {
    expect(CONTENT_SECURITY_POLICY.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it.each<[string, string, Parameters<typeof ask>[1], number]>([
    ['the page', '/', {}, 200],
    ['its head', '/', { method: 'HEAD' }, 200],
    ['an asset', '/assets/index-abc123.js', {}, 200],
    ['a file that is not there', '/absent.js', {}, 404],
    ['a type that is not served', '/notes.md', {}, 404],
    ['a folder', '/assets', {}, 404],
    ['a path out of the folder', '/../secret.txt', {}, 403],
    ['an encoded path', '/..%2fsecret.txt', {}, 403],
    ['a doubly encoded path', '/%252e%252e%252fsecret.txt', {}, 403],
    ['a backslash', '/..\\secret.txt', {}, 403],
    ['an absolute path', '//etc/passwd', {}, 403],
    ['a link out of the folder', '/leak.txt', {}, 404],
    ['a foreign host', '/', { headers: { Host: 'evil.example' } }, 403],
    ['a foreign name for this port', '/', { headers: { Host: 'evil.example:1234' } }, 403],
    ['a foreign origin', '/', { headers: { Origin: 'http://evil.example' } }, 403],
    ['another method', '/', { method: 'POST' }, 405],
    ['a preflight', '/', { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'GET' } }, 405],
    ['a removal', '/index.html', { method: 'DELETE' }, 405],
    ['the connection without an upgrade', `/rpc`, {}, 404],
    ['a made-up ticket', '/open?ticket=abc', {}, 403],
  ])('goes with the answer to %s', async (_, path, options, status) => {
    const answer = await ask(path, options);
    expect(answer.status).toBe(status);
    expectGuarded(answer.headers);
    expect(answer.body).not.toContain('secret');
  });

  it('goes with the redirection from localhost, too', async () => {
    const answer = await ask('/?token=abc', { headers: { Host: `localhost:${server.port}` } });
    expect([answer.status, answer.headers.location]).toEqual([308, `http://127.0.0.1:${server.port}/?token=abc`]);
    expectGuarded(answer.headers);
  });

  it('and with refusals of what is no HTTP, and of upgrades', async () => {
    const answers = [
      await raw('nonsense\r\n\r\n'),
      await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n X: folded\r\nTransfer-Encoding: x\r\n\r\n`),
      await raw(
        `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      ),
    ];
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
      expect(answer).toContain(`Content-Security-Policy: ${CONTENT_SECURITY_POLICY}\r\n`);
      expect(answer).toContain('X-Content-Type-Options: nosniff\r\n');
    }
  });

  it('and with what Node would refuse by itself: no Host, an expectation', async () => {
    const host = `Host: 127.0.0.1:${server.port}`;
    for (const head of ['Connection: close', `${host}\r\nConnection: close\r\nExpect: the-unexpected`]) {
      const answer = await raw(`GET / HTTP/1.1\r\n${head}\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 (403|200) /);
      expect(answer).toContain('Content-Security-Policy');
    }
  });

  it('and whoever is refused is let go, even if it holds on', async () => {
    const head = `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    for (const text of ['nonsense\r\n\r\n', head]) {
      const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
      socket.write(text);
      socket.resume();
      await once(socket, 'end');
      const gone = once(socket, 'error');
      const holding = setInterval(() => socket.write('still here'), 20);
      const [error] = (await gone) as [NodeJS.ErrnoException];
      clearInterval(holding);
      expect(['EPIPE', 'ECONNRESET']).toContain(error.code);
    }
  });

  it('a request through a proxy’s form of address is refused', async () => {
    const host = `127.0.0.1:${server.port}`;
    const answer = await raw(`GET http://evil.example/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('Content-Security-Policy');
  });
});

describe('what browsers may keep', () => {
  it.each([
    ['/', 'no-store'],
    ['/index.html', 'no-store'],
    ['/favicon.svg', 'no-cache'],
    ['/assets/index-abc123.js', 'private, max-age=31536000, immutable'],
    ['/absent.js', 'no-store'],
    ['/..%2fx', 'no-store'],
  ])('%s: %s', async (path, rule) => {
    expect((await ask(path)).headers['cache-control']).toBe(rule);
  });
});

describe('the connection', () => {
  const origin = (): string => server.origin;
  it('opens for our page with the token', async () => {
    expect(await upgrade(`?token=${server.token}`, { Origin: origin() })).toBe('open');
  });

  it.each<[string, () => [string, Record<string, string>]]>([
    ['no token', () => ['', { Origin: origin() }]],
    ['an empty token', () => ['?token=', { Origin: origin() }]],
    ['a token of another start', () => [`?token=${'A'.repeat(43)}`, { Origin: origin() }]],
    ['the beginning of the token', () => [`?token=${server.token.slice(0, -1)}`, { Origin: origin() }]],
    ['a foreign origin', () => [`?token=${server.token}`, { Origin: 'http://evil.example' }]],
    ['the origin of another port', () => [`?token=${server.token}`, { Origin: 'http://127.0.0.1:1' }]],
    ['no origin', () => [`?token=${server.token}`, {}]],
    ['the origin of a file', () => [`?token=${server.token}`, { Origin: 'null' }]],
    ['a foreign host', () => [`?token=${server.token}`, { Origin: origin(), Host: `evil.example:${server.port}` }]],
    ['localhost', () => [`?token=${server.token}`, { Origin: origin(), Host: `localhost:${server.port}` }]],
  ])('stays shut for %s', async (_, given) => {
    expect(await upgrade(...given())).toBe('Unexpected server response: 403');
  });

  it('is at one path only', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/?token=${server.token}`, { origin: origin() });
    await expect(once(socket, 'open')).rejects.toThrow('403');
  });
});

describe('the token', () => {
  it('is got for a ticket, once, and not by asking for the head', async () => {
    const address = new URL(server.addressForOnce());
    expect(address.href).not.toContain(server.token);
    const path = `${address.pathname}${address.search}`;
    expect((await ask(path, { method: 'HEAD' })).status).toBe(403);
    const answer = await ask(path);
    expect([answer.status, answer.headers.location, answer.headers['cache-control']]).toEqual([
      ...[303, `/?token=${server.token}`, 'no-store'],
    ]);
    expectGuarded(answer.headers);
    expect((await ask(path)).status).toBe(403);
  });

  it('stands in nothing that is logged or answered', async () => {
    const answers = await Promise.all([ask(`/?token=${server.token}`), ask(`/x?token=${server.token}`)]);
    for (const { body, headers } of answers) expect(body + JSON.stringify(headers)).not.toContain(server.token);
    expect(log).not.toContain(server.token);
  });

  it('is new at every start', async () => {
    const { page } = { page: join(folder, 'page') };
    const other = await startServer({ runsDir: folder, configDir: folder, page, backend: TINY });
    expect(other.token).not.toBe(server.token);
    expect(Buffer.from(other.token, 'base64url')).toHaveLength(32);
    await other.stop();
  });
});

describe('other computers', () => {
  it('cannot reach it', async () => {
    const addresses = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    for (const address of [...addresses, '127.0.0.2']) {
      const socket = connect(server.port, address);
      await expect(once(socket, 'connect'), address).rejects.toThrow('ECONNREFUSED');
    }
  });
});
