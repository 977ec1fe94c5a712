import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Debian's; another by the environment. */
const EXECUTABLE = process.env['SPINDRIFT_CHROMIUM'] ?? '/usr/bin/chromium';
const BUILT = new URL('../../dist/desktop/page/index.html', import.meta.url);

/** Why there can be no test in a browser here; nothing where there can. @param page whether the built page is needed, too */
export function whyNoBrowser(page = true): string | undefined {
  if (!existsSync(EXECUTABLE))
    return `no browser at ${EXECUTABLE}: install Debian's package chromium, or set SPINDRIFT_CHROMIUM`;
  if (page && !existsSync(BUILT)) return 'the page has not been built: npm run build';
  return undefined;
}

/** Starts the browser. A window that nobody sees must not be slowed down, and pictures must be the same everywhere. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--no-sandbox',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      '--disable-lcd-text',
    ],
  });
}
