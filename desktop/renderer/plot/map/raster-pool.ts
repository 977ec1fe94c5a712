import { raster, type RasterJob } from './raster.js';
import type { RasterReply } from './raster-worker.js';

/** Cells from which on a map is drawn by a worker. */
export const LARGE = 256 * 256;

/** One worker for all maps of the page, started when the first large one comes. */
let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, (pixels: Uint32Array<ArrayBuffer>) => void>();

/** Draws a map: at once where it is small, in a worker where it is large. */
export function rasterise(job: RasterJob): Promise<Uint32Array<ArrayBuffer>> | Uint32Array<ArrayBuffer> {
  if (job.values.length <= LARGE) return raster(job);
  worker ??= startWorker();
  const id = ++lastId;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker!.postMessage({ id, job });
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('./raster-worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = ({ data: { id, pixels } }: MessageEvent<RasterReply>) => {
    waiting.get(id)?.(pixels);
    waiting.delete(id);
  };
  return started;
}
