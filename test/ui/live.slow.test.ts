import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { describeUi } from './harness.js';

const board = 'sim:ideal?seed=3';
/** Bits a second, and seconds of the capture. */
const RATE = 200_000;
const SECONDS = 60;
const MEBIBYTE = 2 ** 20;

/** Heap of the page, bytes, after everything that nobody needs has been collected. */
async function heapOf(devtools: CDPSession): Promise<number> {
  for (let k = 0; k < 3; k += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await devtools.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}

/** Memory of the backend process: of all processes of this test that run it, bytes. */
function backendBytes(): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const of = pids.filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const parent = / (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) . /, ' '))?.[1];
      return command.includes('backend/main.js') && Number(parent) === process.pid;
    } catch {
      return false;
    }
  });
  const kibibytes = of.map((pid) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  );
  return kibibytes.reduce((sum, size) => sum + size * 1024, 0);
}

const elapsed = (page: Page, seconds: number) =>
  page.waitForFunction(
    (least) => Number(document.querySelector('[data-elapsed]')?.getAttribute('data-elapsed')) >= least,
    seconds,
    {
      timeout: 240_000,
    },
  );

describeUi('the live page under load', (ui) => {
  it(`records ${RATE} samples a second for ${SECONDS} s, and its memory does not grow`, async () => {
    const page = await ui().open('live', { board });
    const devtools = await page.context().newCDPSession(page);
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await elapsed(page, 15);
    const before = { page: await heapOf(devtools), backend: backendBytes() };
    await elapsed(page, SECONDS);
    const after = { page: await heapOf(devtools), backend: backendBytes() };
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Watch', exact: true }).waitFor();
    console.warn(
      `heap of the page ${(before.page / MEBIBYTE).toFixed(1)} → ${(after.page / MEBIBYTE).toFixed(1)} MiB, ` +
        `backend ${(before.backend / MEBIBYTE).toFixed(0)} → ${(after.backend / MEBIBYTE).toFixed(0)} MiB`,
    );
    expect(after.page).toBeLessThan(before.page + 3 * MEBIBYTE);
    expect(after.backend).toBeLessThan(before.backend + 64 * MEBIBYTE);
    const [run] = readdirSync(ui().runsDir).filter((name) => name.startsWith('live-capture'));
    const bits = 8 * statSync(join(ui().runsDir, run!, 'channels/bits.bits')).size;
    expect(bits).toBeGreaterThan(0.9 * RATE * SECONDS);
  });
});
