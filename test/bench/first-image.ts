/** How long somebody waits for the first generated images: from the start of the server to pixels on the page. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../base/index.js';
import { startServer } from '../../desktop/server/index.js';
import { launchBrowser, whyNoBrowser } from '../ui/browser.js';
import type { Benchmark, Measurement } from './harness.js';

const REPETITIONS = 3;

/** Seconds until the demonstration shows images and joules of the array. */
async function once(): Promise<number> {
  const root = await mkdtemp(join(tmpdir(), 'spindrift-first-image-'));
  const browser = await launchBrowser();
  const started = systemClock.now();
  const server = await startServer({ runsDir: join(root, 'runs'), configDir: join(root, 'config') });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}#/generate/demo`);
    await page.locator('#grid[data-painted]').waitFor({ timeout: 120_000 });
    await page.locator('.scope-row .energy-value[data-scope="array"]').waitFor();
    return systemClock.now() - started;
  } finally {
    await browser.close();
    await server.stop();
    await rm(root, { recursive: true, force: true });
  }
}

const id = 'desktop.first-image';
const unit = 's';

/** Time to the first images with their energy, from the start of the server, in a browser that is open. */
export const firstImageBenchmarks: readonly Benchmark[] = [
  {
    id,
    unit,
    what: 'start of the server to the first generated images on the page, with joules',
    async measure(): Promise<Measurement> {
      const reason = whyNoBrowser(false);
      if (reason !== undefined) {
        console.warn(`${id}: skipped, ${reason}`);
        return { id, unit, value: NaN, best: NaN };
      }
      const times: number[] = [];
      for (let i = 0; i < REPETITIONS; i += 1) times.push(await once());
      times.sort((a, b) => a - b);
      return { id, unit, value: times[Math.floor(REPETITIONS / 2)]!, best: times[0]! };
    },
  },
];
