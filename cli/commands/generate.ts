import { join } from 'node:path';
import { DataError, FileError, formatSi } from '../../base/index.js';
import { loadDenoiser } from '../../lab/diffusion/index.js';
import { findExperiment } from '../../lab/experiments/index.js';
import { checkBoardUri } from '../board-uri.js';
import type { CommandAction } from '../context.js';
import { energyTable } from '../energy-table.js';
import { startRun, tookText, type RunFlags } from '../start-run.js';
import { pairs } from '../table.js';

/** The flags of `spindrift generate`; what is absent takes the experiment's default. */
export interface GenerateFlags extends RunFlags {
  readonly images?: number;
  readonly steps?: number;
  readonly seed?: number;
  readonly model?: string;
  readonly guidance?: number;
  readonly digits?: readonly number[];
}

/** `spindrift generate`: images from the board's own random bits and analog products. */
export const generate: CommandAction<GenerateFlags> = async (context, flags) => {
  const { images, steps, seed, model, guidance, digits } = flags;
  const { scheme } = checkBoardUri(context.board);
  if (model !== undefined) await checkModel(model);
  const params = { images, steps, seed, model, guidance, digits: digits?.join(',') };
  return startRun(context, await findExperiment('generate'), params, flags, ({ run, status, results, energy }) => {
    const grid = join(run.dir, 'grid.png');
    const number = (name: string): number => Number(results[name] ?? 0);
    return {
      json: {
        ...results,
        images: number('images'),
        steps: number('steps'),
        seconds: number('seconds'),
        bitsUsed: number('bitsUsed'),
        macs: number('macs'),
        energy,
        grid,
        report: join(run.dir, 'report.html'),
        run: run.dir,
        status,
      },
      text: () =>
        [
          pairs([
            ['images', number('images')],
            ['steps', number('steps')],
            ['took', tookText(results['seconds'], results['boardSeconds'], scheme === 'sim')],
            [
              'bits used',
              `${formatSi(number('bitsUsed'), 'bit')}${scheme === 'sim' ? ' (pseudo-random: not entropy)' : ''}`,
            ],
            ['products', formatSi(number('macs'), 'MAC')],
          ]),
          energy === null
            ? ''
            : `energy, by scope and kind; figures of different scope or kind do not add up\n${energyTable({ ...energy }, number('images'))}`,
          pairs([
            ['run', run.dir],
            ['report', join(run.dir, 'report.html')],
            ['picture', grid],
          ]),
        ]
          .filter((part) => part !== '')
          .join('\n'),
    };
  });
};

/** A model that cannot be used is found before a board is opened or a folder made. */
async function checkModel(path: string): Promise<void> {
  try {
    await loadDenoiser(path);
  } catch (error) {
    // The user named this file, so whatever is wrong with it is trouble with an input file.
    if (!(error instanceof DataError)) throw error;
    const { message, nextStep, details } = error;
    throw new FileError(message, {
      cause: error,
      ...(nextStep === undefined ? {} : { nextStep }),
      details: { ...details, path },
    });
  }
}
