import { describe, expect, it } from 'vitest';
import { judgeRequest, judgeUpgrade, newToken, sameToken, type Asked } from './guard.js';

const PORT = 4321;
const HOST = `127.0.0.1:${PORT}`;
const TOKEN = newToken();
const page: Asked = { method: 'GET', target: '/', host: HOST, origin: undefined };
const upgrade: Asked = { ...page, target: `/rpc?token=${TOKEN}`, origin: `http://${HOST}` };

describe('tokens', () => {
  it('are 256 bits, new each time, and compared whole', () => {
    expect(Buffer.from(TOKEN, 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(TOKEN);
    expect(sameToken(TOKEN, TOKEN)).toBe(true);
    for (const other of ['', TOKEN.slice(1), `${TOKEN}a`, newToken(), 'ä'.repeat(43)])
      expect(sameToken(other, TOKEN)).toBe(false);
  });
});

describe('requests', () => {
  it.each<[string, Partial<Asked>, unknown]>([
    ['ours', {}, { do: 'serve' }],
    ['the head of ours', { method: 'HEAD' }, { do: 'serve' }],
    ['one with our origin', { origin: `http://${HOST}` }, { do: 'serve' }],
    ['another origin', { origin: 'http://evil.example' }, { do: 'refuse', status: 403 }],
    ['another host', { host: `evil.example:${PORT}` }, { do: 'refuse', status: 403 }],
    ['another port', { host: '127.0.0.1:80' }, { do: 'refuse', status: 403 }],
    ['a host that only begins like ours', { host: `${HOST}.evil.example` }, { do: 'refuse', status: 403 }],
    ['no host', { host: undefined }, { do: 'refuse', status: 403 }],
    ['IPv6', { host: `[::1]:${PORT}` }, { do: 'refuse', status: 403 }],
    ['another method', { method: 'POST' }, { do: 'refuse', status: 405 }],
    ['options', { method: 'OPTIONS' }, { do: 'refuse', status: 405 }],
    ['a proxy’s target', { target: 'http://evil.example/' }, { do: 'refuse', status: 400 }],
    [
      'the other name of this computer',
      { host: `localhost:${PORT}`, target: '/?token=x' },
      { do: 'redirect', to: `http://${HOST}/?token=x` },
    ],
    [
      'a redirect elsewhere',
      { host: `localhost:${PORT}`, target: 'http://evil.example/' },
      { do: 'refuse', status: 403 },
    ],
  ])('%s', (_, change, verdict) => {
    expect(judgeRequest({ ...page, ...change }, PORT)).toEqual(verdict);
  });
});

describe('upgrades', () => {
  it.each<[string, Partial<Asked>, string]>([
    ['ours', {}, 'serve'],
    ['no origin', { origin: undefined }, 'refuse'],
    ['another origin', { origin: 'http://evil.example' }, 'refuse'],
    ['the origin of a file', { origin: 'null' }, 'refuse'],
    ['https', { origin: `https://${HOST}` }, 'refuse'],
    ['another host', { host: `evil.example:${PORT}` }, 'refuse'],
    ['localhost', { host: `localhost:${PORT}`, origin: `http://localhost:${PORT}` }, 'refuse'],
    ['no token', { target: '/rpc' }, 'refuse'],
    ['an empty token', { target: '/rpc?token=' }, 'refuse'],
    ['another token', { target: `/rpc?token=${newToken()}` }, 'refuse'],
    ['two tokens', { target: `/rpc?token=x&token=${TOKEN}` }, 'refuse'],
    ['another path', { target: `/?token=${TOKEN}` }, 'refuse'],
    ['another method', { method: 'POST' }, 'refuse'],
  ])('%s', (_, change, verdict) => {
    expect(judgeUpgrade({ ...upgrade, ...change }, PORT, TOKEN).do).toBe(verdict);
  });
});
