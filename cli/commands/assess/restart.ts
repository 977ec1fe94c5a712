import { UsageError } from '../../../base/index.js';
import {
  assessRestart,
  RESTART_SAMPLES,
  type RestartAssessment,
} from '../../../lab/entropy/sp800-90b/restart/index.js';
import { ESTIMATOR_NAMES, type EstimatorId, ESTIMATORS } from '../../../lab/entropy/sp800-90b/index.js';
import { fileKeys, fileRows, readSamples, type SampleFile, type SampleFlags } from '../../assess/sample-file.js';
import type { CommandAction } from '../../context.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { pairs, table } from '../../table.js';

/** The flags of `spindrift assess restart`. */
export interface AssessRestartFlags extends SampleFlags {
  readonly hInitial: number;
  readonly workers?: number;
}

/** `spindrift assess restart`: do the first samples after a restart keep what a long stretch promised? */
export const assessRestartFile: CommandAction<AssessRestartFlags, [file: string]> = async (context, flags, path) => {
  const { out, signal } = context;
  const { bits, hInitial, workers } = flags;
  if (hInitial > bits)
    throw new UsageError(`--h-initial is ${hInitial}; a sample of --bits ${bits} has no more than ${bits}`);
  const source = await readSamples(context, path, flags);
  const { samples } = source;
  if (samples.length !== RESTART_SAMPLES)
    throw new UsageError(`${path} holds ${samples.length} samples; a restart test takes ${RESTART_SAMPLES}`, {
      nextStep: 'Take 1000 samples after each of 1000 restarts, one restart after the other.',
    });
  const found = await showProgress(context, 'estimators', (onProgress) =>
    assessRestart(samples, bits, hInitial, {
      signal,
      onProgress: (done, total) => onProgress(Math.round(10 * done) / 10, total),
      ...(workers === undefined ? {} : { workers }),
    }),
  );
  out.result({ ...found, ...fileKeys(source, flags) }, () => describe(found, source));
  return EXIT.done;
};

const verdict = (passed: boolean): string => (passed ? 'passed' : 'FAILED');
const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(6));

function describe(found: RestartAssessment, source: SampleFile): string {
  const { sanity, validation, hRow, hColumn, hInitial, passed, minEntropy, bitsPerSample } = found;
  return [
    pairs([...fileRows(source), ['samples', `1000 restarts of 1000, ${bitsPerSample} bit`]]),
    '',
    table(
      ['estimator', 'rows', 'columns'],
      [
        ...ESTIMATORS.map((id) => [
          ESTIMATOR_NAMES[id][0],
          figure(validation.rows[id]),
          figure(validation.columns[id]),
        ]),
        ['least', figure(hRow), figure(hColumn)],
      ],
      [1, 2],
    ),
    '',
    `sanity      ${verdict(sanity.passed)}: symbol ${sanity.at.symbol} occurs ${sanity.xMax} times in ${sanity.at.in} ${sanity.at.index}; up to ${sanity.cutoff} is what an assessment of ${hInitial} lets expect`,
    `validation  ${verdict(validation.passed)}: least estimate ${figure(Math.min(hRow, hColumn))}, half of the initial assessment ${figure(hInitial / 2)}`,
    '',
    passed
      ? `assessed ${minEntropy.toFixed(6)} bit a sample: the least of rows, columns and initial assessment`
      : 'the initial assessment does not hold after a restart: no entropy is awarded',
    '',
    // The same for both sets in practice: what an estimator needs is of the alphabet or of the length.
    ...Object.entries({ ...validation.reasons.columns, ...validation.reasons.rows }).flatMap(([id, reason]) =>
      reason.includes('two symbols only')
        ? []
        : [`note: no ${ESTIMATOR_NAMES[id as EstimatorId][0]} estimate: ${reason}`],
    ),
    'note: a good source fails the sanity check about once in 100 times',
    'note: SP 800-90B-style; only an accredited laboratory validates a source',
  ].join('\n');
}
