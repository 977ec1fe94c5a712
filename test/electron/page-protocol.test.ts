import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announcePageScheme } from '../../desktop/main/page-protocol.js';
import { CONTENT_SECURITY_POLICY } from '../../desktop/server/page-headers.js';
import { callsOf, session } from '../support/fake-electron.js';
import { cleanUp, newFolder, resetFakeElectron, startApplication } from './running-application.js';

beforeEach(resetFakeElectron);
afterEach(cleanUp);

async function served(): Promise<(url: string, method?: string) => Promise<Response>> {
  const folder = await newFolder();
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'page', 'assets', 'main-1a.js'), 'export {};');
  await writeFile(join(folder, 'page', 'assets', 'kernel.wasm'), new Uint8Array([0, 97]));
  await writeFile(join(folder, 'page', 'assets', 'program.exe'), '');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(folder, 'page', 'assets', 'link.txt'));
  await symlink(join(folder, 'page', 'index.html'), join(folder, 'page', 'inner.html'));
  await startApplication({ folder });
  const handler = session.defaultSession.served.get('app')!;
  return (url, method = 'GET') => handler({ url, method });
}

describe('app://spindrift/', () => {
  it('is announced as a scheme like https, before anything else', () => {
    announcePageScheme();
    expect(callsOf('schemes')).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]],
    ]);
  });

  it('serves the page and its files, each with its type', async () => {
    const get = await served();
    for (const [url, type, text] of [
      ['app://spindrift/', 'text/html; charset=utf-8', '<!doctype html>'],
      ['app://spindrift/?window=2', 'text/html; charset=utf-8', '<!doctype html>'],
      ['app://spindrift/index.html#/runs', 'text/html; charset=utf-8', '<!doctype html>'],
      ['app://spindrift/inner.html', 'text/html; charset=utf-8', '<!doctype html>'],
      ['app://spindrift/assets/main-1a.js', 'text/javascript; charset=utf-8', 'export {};'],
      ['app://spindrift/assets/kernel.wasm', 'application/wasm', '\0a'],
    ] as const) {
      const response = await get(url);
      expect([url, response.status, response.headers.get('content-type'), await response.text()]).toEqual([
        url,
        200,
        type,
        text,
      ]);
    }
    const head = await get('app://spindrift/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('sends the policies with every answer, refusals too', async () => {
    const get = await served();
    for (const url of ['app://spindrift/', 'app://spindrift/nothing.js', 'app://other/']) {
      const { headers } = await get(url);
      expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
  });

  it('serves nothing that lies elsewhere, however it is written', async () => {
    const get = await served();
    for (const url of [
      'app://spindrift/../secret.txt',
      'app://spindrift/assets/../../secret.txt',
      'app://spindrift/..%2fsecret.txt',
      'app://spindrift/%2e%2e/secret.txt',
      'app://spindrift/%252e%252e%252fsecret.txt',
      'app://spindrift/assets/link.txt',
      'app://spindrift/assets%5c..%5c..%5csecret.txt',
      'app://spindrift//etc/passwd',
      'app://spindrift/.hidden.txt',
      'app://spindrift/assets/.env.txt',
      'app://spindrift/c:/windows/win.txt',
      'app://spindrift/assets/x%00.txt',
      'app://spindrift/%ff.txt',
      'app://spindrift/assets',
      'app://spindrift/assets/program.exe',
      'app://other/index.html',
      'app://spindrift.example.org/index.html',
      'app://ada:pw@spindrift/index.html',
      'app://spindrift:80/index.html',
      'file:///etc/passwd',
      'not an address',
    ]) {
      const response = await get(url);
      expect([url, response.status]).toEqual([url, expect.toSatisfy((status) => status === 403 || status === 404)]);
      expect(await response.text()).not.toContain('secret');
    }
  });

  it('is for reading alone', async () => {
    const get = await served();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await get('app://spindrift/', method)).status).toBe(405);
  });
});
