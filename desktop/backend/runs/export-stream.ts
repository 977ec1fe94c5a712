/** An export as a stream: progress while it is made, then its bytes where the page wants them. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { estimateExport, exportRun, makeFolders, readRun, type ExportRequest } from '../../../lab/runs/index.js';
import type { ExportNews } from '../../rpc/api/runs.js';
import { scratchFolder } from '../scratch-folder.js';
import { Latest } from './latest.js';

/** Bytes of a piece of a file. */
const PIECE = 128 * 1024;

/** What is asked for. */
export interface ExportOrder {
  readonly dir: string;
  readonly request: ExportRequest;
  readonly to: 'page' | 'folder';
  readonly force: boolean;
}

/**
 * Makes an export and tells of it. Leaving the stream stops the work; a file for the page lies in a temporary folder that is removed.
 * @throws as exportRun does
 */
export async function* exportStream(
  order: ExportOrder,
  signal: AbortSignal,
): AsyncGenerator<ExportNews, void, undefined> {
  const { dir, request, to, force } = order;
  const plan = await estimateExport(await readRun(dir), request, undefined, signal);
  const folder = to === 'page' ? await scratchFolder('spindrift-export') : join(dir, 'exports');
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  try {
    if (to === 'folder') await makeFolders(folder);
    const latest = new Latest<{ done: number; total: number }>();
    const out = join(folder, plan.fileName);
    const work = exportRun(dir, request, {
      out,
      force,
      signal: both,
      onProgress: (done, total) => latest.put({ done, total }),
    });
    void work.then(
      () => latest.end(),
      () => latest.end(),
    );
    for await (const progress of latest) yield { type: 'progress', ...progress };
    const outcome = await work;
    if (to === 'page') for await (const bytes of pieces(outcome.path, signal)) yield { type: 'bytes', bytes };
    yield { type: 'done', fileName: plan.fileName, outcome };
  } finally {
    stop.abort();
    if (to === 'page') await rm(folder, { recursive: true, force: true });
  }
}

/** A file in pieces, each with a buffer of its own. */
export async function* pieces(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    yield Uint8Array.from(chunk);
  }
}
