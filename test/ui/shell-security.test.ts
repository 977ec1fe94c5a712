// What the browser itself makes of the shell's answers: isolation, content policy, token.
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { describeUi, connected } from './harness.js';

/** The smallest module of WebAssembly: its head. */
const WASM = '[0, 97, 115, 109, 1, 0, 0, 0]';

describeUi('the page in a browser', (ui) => {
  it('is isolated, may compile WebAssembly, and may run nothing that is inline or made of text', async () => {
    const page = await ui().open('boards', { allow: [/Content Security Policy/] });
    expect(await page.evaluate('crossOriginIsolated && typeof SharedArrayBuffer')).toBe('function');
    expect(await page.evaluate(`WebAssembly.compile(new Uint8Array(${WASM})).then(() => true)`)).toBe(true);
    // The tool's own evaluation is exempt from the policy; what the page inserts is not.
    const ran = await page.evaluate(`new Promise((resolve) => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.ran = true');
      image.src = 'data:image/png;base64,AA';
      image.addEventListener('error', () => setTimeout(() => resolve(window.ran === true)));
      document.body.append(image);
    })`);
    expect(ran).toBe(false);
    const styled = await page.evaluate(`(() => {
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid red }';
      document.head.append(style);
      return getComputedStyle(document.body).outlineWidth === '7px';
    })()`);
    expect(styled).toBe(false);
  });

  it('reaches no other server, and cannot be framed by another page', async () => {
    let asked = 0;
    const { url } = ui().server;
    const other = createServer((request, response) => {
      if (request.url === '/frame') {
        response.setHeader('Content-Type', 'text/html');
        response.end(`<iframe src="${url}"></iframe>`);
      } else {
        asked += 1;
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.end('answer');
      }
    });
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const page = await ui().open('boards', {
      allow: [/Content Security Policy/, /Failed to load|ERR_BLOCKED|localStorage|X-Frame/],
    });
    const fetched = await page.evaluate(
      (to) =>
        fetch(to).then(
          () => 'reached',
          () => 'refused',
        ),
      `${address}/data`,
    );
    expect([fetched, asked]).toEqual(['refused', 0]);

    await page.goto(`${address}/frame`);
    const frame = page.frames().find((each) => each !== page.mainFrame());
    await frame?.waitForLoadState();
    // The browser's own page about what it blocked.
    expect(await frame?.locator('#app').count()).toBe(0);
    other.close();
    other.closeAllConnections();
  });

  it('keeps the token out of the address and of what other tabs can read', async () => {
    const { server } = ui();
    const page = await ui().open('boards');
    expect(page.url()).not.toContain(server.token);
    expect(await page.evaluate('JSON.stringify(localStorage) + document.cookie')).not.toContain(server.token);
    await page.reload();
    await connected(page);
    expect(page.url()).not.toContain(server.token);
  });

  it('opens by a ticket at the view that was asked for, once', async () => {
    const { server } = ui();
    // A refusal names no icon: some time after it, the browser asks for its usual one, which is not there.
    const page = await ui().open('boards', { allow: [/403 .*\/open\?ticket=/, /404 .*\/favicon\.ico$/] });
    const address = `${server.addressForOnce()}#/runs`;
    await page.goto(address);
    await connected(page);
    expect(page.url()).toBe(`${server.origin}/#/runs`);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(403);
  });
});
