import { createServer, type Server } from 'node:http';
import { metricsRegistry } from './metrics.js';
import type { DaemonReport } from './snapshot.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** What a program of this computer calls it. A web page that has pointed a name of its own here cannot say so. */
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** HTTP: `/metrics` for Prometheus, `/status` as JSON, `/healthz` 200 while bytes flow and 503 otherwise. Reads only, and says nothing secret. */
export function metricsServer(report: () => DaemonReport): Server {
  const registry = metricsRegistry(report);
  const server = createServer((request, response) => {
    const answer = (code: number, type: string, text: string): void => {
      response.writeHead(code, {
        'content-type': type,
        'content-length': Buffer.byteLength(text),
        connection: 'close',
      });
      response.end(request.method === 'HEAD' ? undefined : text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      answer(405, JSON_TYPE, '{"error":"only GET and HEAD"}\n');
      return;
    }
    const { host } = request.headers;
    // No page reaches a Unix socket, which has no addresses.
    if (request.socket.remoteAddress !== undefined && host !== undefined && !OWN_NAMES.test(host)) {
      answer(403, JSON_TYPE, '{"error":"ask for localhost, 127.0.0.1 or [::1]"}\n');
      return;
    }
    // Not as a URL: `//` is none, and anybody can send it.
    switch (request.url?.split('?', 1)[0]) {
      case '/metrics':
        registry.metrics().then(
          (text) => answer(200, registry.contentType, text),
          (error: unknown) => answer(500, JSON_TYPE, `${JSON.stringify({ error: String(error) })}\n`),
        );
        return;
      case '/status':
        answer(200, JSON_TYPE, `${JSON.stringify(report(), null, 2)}\n`);
        return;
      case '/healthz': {
        const { state, notEntropy } = report();
        answer(state === 'open' ? 200 : 503, JSON_TYPE, `${JSON.stringify({ state, notEntropy })}\n`);
        return;
      }
      default:
        answer(404, JSON_TYPE, '{"error":"there are /metrics, /status and /healthz"}\n');
    }
  });
  // A client that dawdles holds a connection, and no more than that.
  server.maxConnections = 32;
  server.requestTimeout = 10_000;
  server.headersTimeout = 10_000;
  return server;
}
