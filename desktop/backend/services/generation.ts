import { join } from 'node:path';
import { DataError, FileError } from '../../../base/index.js';
import { compareRunInThread } from '../../../lab/diffusion/index.js';
import { decodeGrayPng, type GrayImage } from '../../../lab/report/index.js';
import { readWhole } from '../../../lab/runs/index.js';
import type { energyApi, QualityNews } from '../../rpc/api/energy.js';
import type { Handlers } from '../../rpc/define.js';
import { Changes, watchChanges } from '../changing.js';
import type { BackendContext } from '../context.js';
import type { RunBooks } from '../energy/run-books.js';

/** A file or picture of a generation that is read whole has at most so many bytes. */
const LARGEST_FILE = 64 * 2 ** 20;

/** The methods on generations. */
export type GenerationApi = Pick<typeof energyApi, Extract<keyof typeof energyApi, `generate.${string}`>>;

/** Pictures, files and quality of stored generations. */
export function generationHandlers({ clock }: BackendContext, books: RunBooks): Handlers<GenerationApi> {
  return {
    'generate.quality': async function* ({ run, software }, { signal }) {
      const folder = books.folder(run);
      const changes = new Changes();
      let latest: QualityNews = { type: 'progress', fraction: 0 };
      let failure: unknown;
      const tell = (news: QualityNews): void => {
        latest = news;
        changes.tell();
      };
      const judging = compareRunInThread(folder, {
        software,
        signal,
        onProgress: (fraction) => tell({ type: 'progress', fraction }),
      }).then(
        (report) => tell({ type: 'report', report }),
        (error: unknown) => {
          failure = error ?? new Error('the judgement failed');
          changes.tell();
        },
      );
      try {
        for await (const news of watchChanges(changes, () => latest, { signal, clock, gatherS: 0.1 })) {
          if (failure !== undefined) throw failure as Error;
          yield news;
          if (news.type === 'report') return;
        }
      } finally {
        // Nobody waits any more for what a thread may still be doing; its failure has been told or is of no interest.
        void judging;
      }
    },
    'generate.pictures': async ({ run }) => {
      const dir = books.folder(run);
      const [grid, path] = await Promise.all([picture(dir, 'grid'), picture(dir, 'path')]);
      return { run, ...(grid && { grid }), ...(path && { path }) };
    },
    'generate.file': async ({ run, name }) => {
      const path = join(books.folder(run), name);
      try {
        return await readWhole(path, LARGEST_FILE);
      } catch (cause) {
        if (cause instanceof DataError) throw cause;
        throw new FileError(`cannot read ${path}`, { cause, nextStep: 'The run may still go on, or may have failed.' });
      }
    },
  };
}

/** A picture at one pixel a pixel, as it was told last. */
async function picture(dir: string, name: 'grid' | 'path'): Promise<GrayImage | undefined> {
  try {
    return decodeGrayPng(await readWhole(join(dir, 'images', `${name}.png`), LARGEST_FILE));
  } catch {
    // None was told: the run is another kind, or ended before.
    return undefined;
  }
}
