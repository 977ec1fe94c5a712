/** Draws large maps away from the page's thread. */
import { raster, type RasterJob } from './raster.js';

/** A numbered job. */
export interface RasterRequest {
  readonly id: number;
  readonly job: RasterJob;
}

/** Its pixels. */
export interface RasterReply {
  readonly id: number;
  readonly pixels: Uint32Array<ArrayBuffer>;
}

const scope = self as unknown as Pick<Worker, 'postMessage'> & {
  onmessage: (event: MessageEvent<RasterRequest>) => void;
};
scope.onmessage = ({ data: { id, job } }) => {
  const pixels = raster(job);
  scope.postMessage({ id, pixels } satisfies RasterReply, [pixels.buffer]);
};
