import { once } from 'node:events';
import { connect, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { metricsServer } from './metrics-server.js';
import type { DaemonReport } from './snapshot.js';

let server: Server;
beforeAll(async () => {
  server = metricsServer(
    () => ({ state: 'open', notEntropy: false, boards: [], served: {} }) as unknown as DaemonReport,
  );
  server.listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
});
afterAll(() => server.close());

/** The status line that a request gets. */
async function ask(target: string, host = 'localhost'): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  await once(socket, 'close');
  return text.split('\r\n', 1)[0]!;
}

it('answers whatever is asked for: a target that is no URL ends nothing', async () => {
  for (const target of ['//', '///', '//:80', 'http://[', '*'])
    expect(await ask(target)).toBe('HTTP/1.1 404 Not Found');
  expect(await ask('/healthz')).toBe('HTTP/1.1 200 OK');
  expect(await ask('/healthz?x=//')).toBe('HTTP/1.1 200 OK');
});

it('answers to names of this computer only, so that no web page reads it by a name of its own', async () => {
  for (const host of ['localhost:9', '127.0.0.1', '[::1]:80', 'LOCALHOST'])
    expect(await ask('/healthz', host)).toMatch(/ 200 /);
  for (const host of ['evil.example', 'localhost.evil.example:80', '127.0.0.1.evil.example', '[::2]'])
    expect(await ask('/healthz', host)).toBe('HTTP/1.1 403 Forbidden');
});
