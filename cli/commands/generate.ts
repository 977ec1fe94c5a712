import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataError, FileError, formatSi } from '../../base/index.js';
import type { BoardKind } from '../../firmware-host/host/index.js';
import { loadDenoiser } from '../../lab/diffusion/index.js';
import { findExperiment, type ExperimentOutcome } from '../../lab/experiments/index.js';
import { checkBoardUri } from '../board-uri.js';
import type { CommandAction } from '../context.js';
import { energyTable } from '../energy-table.js';
import { startRun, tookText, type RunFlags, type RunReport } from '../start-run.js';
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
  checkBoardUri(context.board);
  if (model !== undefined) await checkModel(model);
  const params = { images, steps, seed, model, guidance, digits: digits?.join(',') };
  return startRun(context, await findExperiment('generate'), params, flags, report);
};

function report({ run, status, results, energy }: ExperimentOutcome, kind: BoardKind): RunReport {
  // A run that was stopped early has written neither results nor, perhaps, a picture.
  const file = (name: string): string | undefined =>
    existsSync(join(run.dir, name)) ? join(run.dir, name) : undefined;
  const files = { grid: file('grid.png'), path: file('path.png'), report: file('report.html') };
  const number = (name: string): number | undefined => (typeof results[name] === 'number' ? results[name] : undefined);
  const [bits, macs] = [number('bitsUsed'), number('macs')];
  return {
    json: { ...results, energy, ...files, run: run.dir, status },
    text: () =>
      [
        pairs([
          ['images', number('images')],
          ['steps', number('steps')],
          ['took', tookText(results['seconds'], results['boardSeconds'], kind)],
          [
            'bits used',
            bits === undefined
              ? undefined
              : `${formatSi(bits, 'bit')}${kind === 'real' ? '' : ' (pseudo-random: not entropy)'}`,
          ],
          ['products', macs === undefined ? undefined : formatSi(macs, 'MAC')],
        ]),
        energy === null
          ? ''
          : `energy, by scope and kind; figures of different scope or kind do not add up\n${energyTable({ ...energy }, number('images'))}`,
        pairs([
          ['run', run.dir],
          ['report', files.report],
          ['picture', files.grid],
        ]),
      ]
        .filter((part) => part !== '')
        .join('\n'),
  };
}

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
