import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { findElectronRuntime } = (await import(join(root, 'scripts/lib/electron-runtime.mjs'))) as {
  findElectronRuntime: (
    env?: Readonly<Record<string, string | undefined>>,
    platform?: NodeJS.Platform,
    packageFolder?: string,
  ) => { readonly dist: string; readonly executable: string; readonly source: string } | { readonly reason: string };
};
const main = join(root, 'dist/desktop/main/index.js');

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spindrift-runtime-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

describe('the search for Electron’s runtime', () => {
  it('takes what the variable names, else what the package has fetched, and loads nothing', async () => {
    const folder = await newFolder();
    const absent = findElectronRuntime({}, 'linux', folder);
    expect(absent).toHaveProperty('reason', expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH'));
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'dist', 'electron'), '');
    expect(findElectronRuntime({}, 'linux', folder)).toMatchObject({ executable: join(folder, 'dist', 'electron') });
    expect(
      findElectronRuntime({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'dist') }, 'linux', '/nowhere'),
    ).toMatchObject({
      source: 'ELECTRON_OVERRIDE_DIST_PATH',
    });
    expect(findElectronRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder }, 'win32', folder)).toHaveProperty(
      'reason',
      expect.stringContaining('electron.exe'),
    );
  });
});

const runtime = findElectronRuntime();
const display =
  process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) !== undefined;
const reason =
  'reason' in runtime
    ? runtime.reason
    : !display
      ? 'there is no display'
      : !existsSync(main)
        ? 'dist/ is not built'
        : undefined;
if (reason !== undefined) console.log(`skipped: the application in a real Electron: ${reason}`);

describe.skipIf(reason !== undefined)('the application in a real Electron', () => {
  it('opens its window, whose page talks to the backend', async () => {
    if (!('executable' in runtime)) return;
    const folder = await newFolder();
    const child = spawn(
      runtime.executable,
      [
        root,
        `--user-data-dir=${folder}`,
        '--remote-debugging-port=0',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
      { stdio: ['ignore', 'inherit', 'pipe'], env: { ...process.env, HOME: folder } },
    );
    onTestFinished(() => void child.kill());
    const address = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stderr.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', (code) => reject(new Error(`Electron ended with ${code}: ${text}`)));
    });
    const browser = await chromium.connectOverCDP(address);
    onTestFinished(() => browser.close());
    const [context] = browser.contexts();
    const page = context!.pages()[0] ?? (await context!.waitForEvent('page'));
    await page.waitForURL('app://spindrift/**');
    expect(await page.evaluate('[crossOriginIsolated, typeof require]')).toEqual([true, 'undefined']);
    // Only the backend knows of boards.
    await page.getByText('sim:typical').first().waitFor();
  });
});
