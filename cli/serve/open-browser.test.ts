import { expect, it } from 'vitest';
import { browserOpener, openBrowser } from './open-browser.js';

const ADDRESS = 'http://127.0.0.1:1/open?ticket=a';

it('opens a browser as each system does, and none where there is no screen', async () => {
  expect(browserOpener({ platform: 'darwin', env: {} }, ADDRESS)).toEqual(['open', ADDRESS]);
  expect(browserOpener({ platform: 'win32', env: {} }, ADDRESS)).toEqual([
    'rundll32',
    'url.dll,FileProtocolHandler',
    ADDRESS,
  ]);
  expect(browserOpener({ platform: 'linux', env: { DISPLAY: ':0' } }, ADDRESS)).toEqual(['xdg-open', ADDRESS]);
  expect(browserOpener({ platform: 'linux', env: { WAYLAND_DISPLAY: 'w' } }, ADDRESS)?.[0]).toBe('xdg-open');
  expect(browserOpener({ platform: 'linux', env: { DISPLAY: '' } }, ADDRESS)).toBeUndefined();
  expect(await openBrowser(ADDRESS, { platform: 'linux', env: {} })).toBe(false);
});
