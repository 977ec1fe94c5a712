import { ProgressTracker, UsageError } from '../../base/index.js';
import { compareRun, type QualityReport } from '../../lab/diffusion/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../context.js';
import { EXIT } from '../exit-codes.js';
import { findRun } from '../find-run.js';
import { openProgress } from '../progress-display.js';
import { table } from '../table.js';

/** The flags of `spindrift quality`. */
export interface QualityFlags {
  readonly judge?: string;
  /** `--no-software` makes it false. */
  readonly software?: boolean;
  readonly seed?: number;
  readonly dir?: string;
}

/** `spindrift quality RUN…`: how close generated images are to real ones, beside the same network in software. */
export const quality: CommandAction<QualityFlags, [runs: readonly string[]]> = async (
  { out, clock, signal },
  flags,
  names,
) => {
  const { judge, software = true, seed, dir = DEFAULT_RUNS } = flags;
  const folders = await Promise.all(names.map((name) => findRun(name, dir)));
  const display = await openProgress(out);
  const reports: ({ readonly run: string } & QualityReport)[] = [];
  try {
    for (const run of folders) {
      const tracker = new ProgressTracker({ unit: 'image steps in software', clock });
      const report = await compareRun(run, {
        software,
        signal,
        onProgress: (done, total) => display.update(tracker.update(done, total), []),
        ...(judge === undefined ? {} : { judge }),
        ...(seed === undefined ? {} : { seed }),
      });
      signal.throwIfAborted();
      reports.push({ run, ...report });
    }
  } catch (error) {
    // Of a run, the only value that can be out of range is the number of its images.
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message, { cause: error, nextStep: 'Generate more: spindrift generate --images 1000' });
  } finally {
    display.close();
  }
  const [first] = reports;
  out.result(reports.length === 1 ? first : { runs: reports }, () => reports.map(describe).join('\n\n'));
  return EXIT.done;
};

type Figures = Pick<QualityReport, 'fid' | 'fidCi' | 'kid' | 'precision' | 'recall' | 'confident' | 'asAsked'>;

function describe({ run, software, ...own }: { readonly run: string } & QualityReport): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const rows: [string, (figures: Figures) => string][] = [
    ['Fréchet distance', ({ fid }) => fid.toFixed(3)],
    ['  95 % interval', ({ fidCi }) => `${fidCi[0].toFixed(3)} … ${fidCi[1].toFixed(3)}`],
    ['kernel distance', ({ kid }) => kid.toFixed(5)],
    ['precision', ({ precision }) => precision.toFixed(3)],
    ['recall', ({ recall }) => recall.toFixed(3)],
    ['confidence > 0.9', ({ confident }) => percent(confident)],
    ['digit as asked', ({ asAsked }) => percent(asAsked)],
  ];
  const columns: readonly Figures[] = software === undefined ? [own] : [own, software];
  const heads = ['', 'this run', ...(software === undefined ? [] : ['float weights, software noise'])];
  return [
    `${run}: ${own.n} images`,
    `features: ${own.features}; its classifier gets ${percent(own.classifierAccuracy)} of the test set`,
    table(
      heads,
      rows.map(([name, text]) => [name, ...columns.map(text)]),
      [1, 2],
    ),
  ].join('\n');
}
