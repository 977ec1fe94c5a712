/** The application on the stand-in for Electron. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { Application } from '../../desktop/main/application.js';
import type { Places } from '../../desktop/main/places.js';
import { BrowserWindow, resetFakeElectron, utilityProcess, type FakeChild } from '../support/fake-electron.js';

export interface RunningApplication {
  readonly application: Application;
  readonly clock: VirtualClock;
  readonly places: Places;
  /** The newest window. */
  readonly window: BrowserWindow;
  /** The newest backend. */
  readonly backend: FakeChild;
}

const folders: string[] = [];

export interface StartOptions {
  readonly args?: readonly string[];
  readonly cwd?: string;
  readonly platform?: NodeJS.Platform;
  /** Kept from an earlier start. */
  readonly folder?: string;
}

/** A new folder that is removed after the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spindrift-electron-'));
  folders.push(folder);
  return folder;
}

export async function cleanUp(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 10 })));
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
}

/** Starts it; the caller has set the stand-in's world before. */
export async function startApplication(options: StartOptions = {}): Promise<RunningApplication> {
  const folder = options.folder ?? (await newFolder());
  const clock = new VirtualClock();
  const places: Places = {
    backend: '/app/dist/desktop/backend/main.js',
    preload: '/app/dist/desktop/preload/index.cjs',
    page: join(folder, 'page'),
    icon: '/app/dist/desktop/icons/256x256.png',
    runs: '/home/ada/Documents/Spindrift/runs',
    config: '/home/ada/.config/Spindrift/settings',
    home: '/home/ada',
    windowState: join(folder, 'state', 'windows.json'),
  };
  const { args = [], cwd = folder, platform = 'linux' } = options;
  const application = await Application.start({ places, args, cwd, platform, clock });
  if (application === undefined) throw new Error('there is another instance');
  return {
    application,
    clock,
    places,
    get window() {
      return BrowserWindow.all.at(-1)!;
    },
    get backend() {
      return utilityProcess.children.at(-1)!;
    },
  };
}

/** A started application whose page is loaded and whose backend is ready. */
export async function readyApplication(options: StartOptions = {}): Promise<RunningApplication> {
  const running = await startApplication(options);
  running.window.finishLoad();
  running.backend.emit('message', { type: 'ready' });
  return running;
}

/** What the backend was told of a kind, without the ports. */
export function told(backend: FakeChild, type: string): unknown[] {
  return backend.heard.map(({ message }) => message).filter((message) => (message as { type: string }).type === type);
}

/** Lets the backend end as it is asked to. */
export async function endBackend(backend: FakeChild): Promise<void> {
  await vi.waitFor(() => {
    if (told(backend, 'stop').length === 0) throw new Error('not yet');
  });
  backend.emit('exit', 0);
}

export { resetFakeElectron };
