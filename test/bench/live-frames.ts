/** Whether the live page keeps up: frames a second while 200,000 bits a second and all telemetry come. */
import { openDesktop } from './desktop.js';
import type { Benchmark, Measurement } from './harness.js';

const WARM_S = 3;
const MEASURED_S = 10;

async function measureFrames(): Promise<Measurement> {
  const { page, close } = await openDesktop('live');
  try {
    await page.getByRole('button', { name: 'Watch', exact: true }).click();
    await page.waitForFunction(
      (least) => Number(document.querySelector('[data-elapsed]')?.getAttribute('data-elapsed')) >= least,
      WARM_S,
    );
    const deltas = await page.evaluate(
      (seconds) =>
        new Promise<number[]>((resolve) => {
          const found: number[] = [];
          const began = performance.now();
          let last = began;
          const frame = (now: number): void => {
            found.push(now - last);
            last = now;
            if (now - began > seconds * 1000) resolve(found.slice(1));
            else requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        }),
      MEASURED_S,
    );
    const sorted = deltas.sort((a, b) => a - b);
    return { id: 'live.frames', unit: '1/s', value: 1000 / sorted[sorted.length >> 1]!, best: 1000 / sorted[0]! };
  } finally {
    await close();
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
