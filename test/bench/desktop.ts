/** What the application costs and how it feels: start, interactions under load, a page that nobody touches, size of the page. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import type { Browser, Page } from 'playwright-core';
import { api, type DesktopApi } from '../../desktop/rpc/api/index.js';
import { RpcClient, webSocketTransport } from '../../desktop/rpc/index.js';
import { startServer, type RunningServer } from '../../desktop/server/index.js';
import { launchBrowser, whyNoBrowser } from '../ui/browser.js';
import type { Benchmark, Measurement } from './harness.js';
import { cpuSeconds, descendants } from './processes.js';

const PAGE = fileURLToPath(new URL('../../desktop/page', import.meta.url));
const CONNECTED = 'html[data-connection="connected"]';
const BOARD = 'sim:typical?seed=3';

export interface Desktop {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly page: Page;
  /** From the order to start until the page had its backend, seconds; the browser ran already. */
  readonly startS: number;
  close(): Promise<void>;
}

export async function openDesktop(route: string): Promise<Desktop> {
  const reason = whyNoBrowser(false);
  if (reason !== undefined) throw new Error(reason);
  const root = mkdtempSync(join(tmpdir(), 'spindrift-bench-'));
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(
    `localStorage.setItem('spindrift.tour', 'seen'); localStorage.setItem('spindrift.board', '${BOARD}');`,
  );
  const began = performance.now();
  const server = await startServer({ runsDir: join(root, 'runs'), configDir: join(root, 'config') });
  await page.goto(`${server.url}#/${route}`);
  await page.waitForSelector(CONNECTED);
  const startS = (performance.now() - began) / 1000;
  return {
    ...{ server, browser, page, startS },
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function measureStart(): Promise<Measurement> {
  const seconds: number[] = [];
  for (let i = 0; i < 5; i++) {
    const desktop = await openDesktop('boards');
    seconds.push(desktop.startS);
    await desktop.close();
  }
  seconds.sort((a, b) => a - b);
  return { id: 'desktop.start', unit: 's', value: seconds[2]!, best: seconds[0]! };
}

const INTERACTIONS = 120;

/** All that a board can send, at the rate of a real one's bus. */
const FULL_LOAD = {
  board: BOARD,
  keep: false,
  groups: ['power', 'current', 'voltage', 'energy', 'temperature', 'field', 'health', 'rates', 'bits'],
  telemetryPeriodMs: 20,
  bits: { rateHz: 9.5e6 },
} as const;

async function connect({ server }: Desktop): Promise<RpcClient<DesktopApi>> {
  const { origin, token } = server;
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc?token=${token}`, { origin });
  await once(socket, 'open');
  return new RpcClient(api, webSocketTransport(socket));
}

/** Times from a press to the picture that answers it, as the browser itself takes them; multiples of 8 ms, those of one frame as 16 ms. */
async function measureInteraction(): Promise<Measurement> {
  const desktop = await openDesktop('live');
  const { page } = desktop;
  try {
    const client = await connect(desktop);
    await client.call('live.start', { ...FULL_LOAD, groups: [...FULL_LOAD.groups] });
    await page.evaluate(`(() => {
      window.presses = new Map();
      new PerformanceObserver((list) => {
        for (const { interactionId, duration } of list.getEntries())
          if (interactionId > 0) window.presses.set(interactionId, Math.max(duration, window.presses.get(interactionId) ?? 0));
      }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    })()`);
    // The page that draws all of it comes up again and again.
    const links = await page.locator('nav a').all();
    for (let i = 0; i < INTERACTIONS; i++) {
      await links[i % 2 === 0 ? 1 : i % links.length]!.click();
      await page.waitForFunction(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))',
      );
    }
    const slow = await page.evaluate<number[]>('[...window.presses.values()]');
    // The browser reports none that took less than a frame.
    const all = [...slow, ...Array.from({ length: Math.max(0, INTERACTIONS - slow.length) }, () => 16)].sort(
      (a, b) => a - b,
    );
    const at = (share: number): number => all[Math.floor(share * (all.length - 1))]! / 1000;
    return { id: 'desktop.interaction', unit: 's', value: at(0.95), best: at(0.5) };
  } finally {
    await desktop.close();
  }
}

const IDLE_S = 10;

/** Processor time of shell, backend and browser together while a page is open and nobody touches it. */
async function measureIdle(): Promise<Measurement> {
  const desktop = await openDesktop('boards');
  try {
    const all = (): number => [process.pid, ...descendants(process.pid)].reduce((sum, pid) => sum + cpuSeconds(pid), 0);
    const settle = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    // What was started ends its starting.
    await settle(5);
    const before = all();
    await settle(IDLE_S);
    const share = (all() - before) / IDLE_S;
    return { id: 'desktop.idle', unit: 'ms of processor time', value: share * 1000, best: share * 1000 };
  } finally {
    await desktop.close();
  }
}

async function measureBundle(): Promise<Measurement> {
  const bytes = readdirSync(PAGE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|css)$/.test(entry.name))
    .reduce(
      (sum, { parentPath, name }) => sum + gzipSync(readFileSync(join(parentPath, name)), { level: 9 }).length,
      0,
    );
  return { id: 'desktop.bundle', unit: 'B', value: bytes, best: bytes };
}

/** See the head of this file. */
export const desktopBenchmarks: readonly Benchmark[] = [
  {
    id: 'desktop.start',
    unit: 's',
    what: 'from the order to start to a page that is connected',
    measure: measureStart,
  },
  {
    id: 'desktop.interaction',
    unit: 's',
    what: 'from a press to its picture, 95 of 100, while a board sends all it can',
    measure: measureInteraction,
  },
  {
    id: 'desktop.idle',
    unit: 'ms of processor time',
    per: 'second',
    what: 'shell, backend and browser while nobody touches the page',
    measure: measureIdle,
  },
  { id: 'desktop.bundle', unit: 'B', what: 'scripts and styles of the page, compressed', measure: measureBundle },
];
