import { UsageError } from '../../base/index.js';
import type { Figure } from '../../lab/plot/index.js';
import { assertWritable, writeOutput } from '../output-file.js';

/** Where a command writes its figure to, if anywhere. */
export interface PlotFlags {
  readonly plot?: string;
  readonly force?: boolean;
  /** Pixels of a PNG for one of the figure. */
  readonly scale?: number;
}

/** Checks the file of the figure before the work begins. @throws UsageError for another ending; FileError */
export async function checkPlot({ plot, force = false }: PlotFlags): Promise<void> {
  if (plot === undefined) return;
  if (!/\.(svg|png)$/i.test(plot))
    throw new UsageError(`--plot is '${plot}'; allowed are names that end in .svg or .png`);
  await assertWritable(plot, force, '--plot');
}

/** Draws a figure into the file that `--plot` named. @throws FileError */
export async function writePlot({ plot, scale = 2 }: PlotFlags, figure: () => Figure): Promise<void> {
  if (plot === undefined) return;
  const { renderPng, renderSvg } = await import('../../lab/plot/index.js');
  await writeOutput(plot, /\.svg$/i.test(plot) ? await renderSvg(figure()) : await renderPng(figure(), { scale }));
}
