/** Whether the live page keeps up: frames a second while 200,000 bits a second and all telemetry come. */
import { openDesktop } from './desktop.js';
import type { Benchmark, Measurement } from './harness.js';

const WARM_S = 3;
const MEASURED_S = 10;

async function measureFrames(): Promise<Measurement> {
  const desktop = await openDesktop('live');
  const { page } = desktop;
  try {
    await page.getByRole('button', { name: 'Watch', exact: true }).click();
    await page.waitForSelector('[data-elapsed]');
    await page.waitForTimeout(WARM_S * 1000);
    // As text: what runs in the page is compiled without the types of a browser here.
    const deltas = await page.evaluate<number[]>(`new Promise((resolve) => {
      const found = [];
      const began = performance.now();
      let last = began;
      const frame = (now) => {
        found.push(now - last);
        last = now;
        if (now - began > ${MEASURED_S * 1000}) resolve(found.slice(1));
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    })`);
    const sorted = deltas.sort((a, b) => a - b);
    return { id: 'live.frames', unit: '1/s', value: 1000 / sorted[sorted.length >> 1]!, best: 1000 / sorted[0]! };
  } finally {
    await desktop.close();
  }
}

export const liveFrameBenchmarks: readonly Benchmark[] = [
  {
    id: 'live.frames',
    unit: '1/s',
    what: 'frames of the live page, by the median time between them, at 200,000 bits a second',
    measure: measureFrames,
  },
];
