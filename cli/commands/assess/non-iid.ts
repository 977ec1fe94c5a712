import { basename } from 'node:path';
import { UsageError } from '../../../base/index.js';
import {
  assessNonIid,
  ESTIMATOR_NAMES,
  type EstimatorId,
  ESTIMATORS,
  type NonIidAssessment,
  type SequenceName,
} from '../../../lab/entropy/sp800-90b/index.js';
import type { FileOrigin } from '../../../lab/entropy/batteries/file-origin.js';
import { estimatorFigure } from '../../assess/estimator-figure.js';
import type { InputFile } from '../../../lab/entropy/batteries/input-file.js';
import {
  boardText,
  fileKeys,
  fileRows,
  readSamples,
  type SampleFile,
  type SampleFlags,
} from '../../assess/sample-file.js';
import type { CommandAction } from '../../context.js';
import { checkPlot, type PlotFlags, writePlot } from '../../device/plot-file.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { type Cell, pairs, table } from '../../table.js';

/** The flags of `spindrift assess non-iid`. */
export interface AssessNonIidFlags extends PlotFlags, SampleFlags {
  readonly conditioned?: boolean;
  readonly submitter?: number;
  readonly workers?: number;
}

/** `spindrift assess non-iid`: the ten estimators over a file of samples. */
export const assessNonIidFile: CommandAction<AssessNonIidFlags, [file: string]> = async (context, flags, path) => {
  const { out, signal } = context;
  const { bits, conditioned = false, submitter, workers } = flags;
  if (submitter !== undefined && submitter > bits)
    throw new UsageError(`--submitter is ${submitter}; a sample of --bits ${bits} has no more than ${bits}`);
  await checkPlot(flags);
  const source = await readSamples(context, path, flags);
  const { samples, file, origin } = source;
  const found = await showProgress(context, 'estimators', (onProgress) =>
    assessNonIid(samples, bits, {
      submitter,
      conditioned,
      signal,
      onProgress: (done, total) => onProgress(Math.round(10 * done) / 10, total),
      ...(workers === undefined ? {} : { workers }),
    }),
  );
  await writePlot(flags, () => estimatorFigure(found, aboutText(found, file, origin)));
  const result = {
    ...found,
    ...(conditioned ? { hPrime: found.hBitstring } : {}),
    ...fileKeys(source, flags),
  };
  out.result(result, () => describe(found, source));
  if (found.distinct > 1) return EXIT.done;
  out.note('the file holds a single value: no entropy is awarded');
  return EXIT.data;
};

function aboutText(
  { samples, bitsPerSample }: NonIidAssessment,
  { path, sha256 }: InputFile,
  origin?: FileOrigin,
): string {
  return [
    basename(path),
    `${samples.toLocaleString('en')} samples of ${bitsPerSample} bit`,
    `SHA-256 ${sha256.slice(0, 16)}…`,
    ...(origin === undefined ? [] : [`board ${boardText(origin)}`]),
    ...(origin?.mark === undefined ? [] : [origin.mark]),
  ].join('; ');
}

function describe(found: NonIidAssessment, source: SampleFile): string {
  const { samples, bitsPerSample: bits, distinct, minEntropy, limitedBy, reasons, remarks, conditioned } = found;
  const names = Object.keys(found.details) as SequenceName[];
  const why = names.flatMap((name) =>
    Object.entries(reasons[name] ?? {})
      .filter(([, reason]) => !reason.includes('two symbols only'))
      .map(([id, reason]) => `no ${ESTIMATOR_NAMES[id as EstimatorId][0]} estimate of the ${wordOf(name)}: ${reason}`),
  );
  return [
    pairs([...fileRows(source), ['samples', `${samples} of ${bits} bit, ${distinct} distinct values`]]),
    '',
    ...(names.length === 0 ? [] : [estimatorTable(found, names), '']),
    `assessed ${minEntropy.toFixed(6)} bit a sample${bits > 1 ? ` of ${bits}` : ''}: ${limitText(limitedBy)}`,
    ...(conditioned
      ? [`h' ${(found.hBitstring ?? 0).toFixed(6)} bit a bit, for a conditioning function that is not vetted`]
      : []),
    '',
    ...remarks.map((remark) => `note: ${remark}`),
    ...why.map((line) => `note: ${line}`),
    'note: fair coin flips assess to 0.83 to 0.88 bit, uniform bytes to about 7.2; the table shows which estimator is the low one',
    'note: SP 800-90B-style; only an accredited laboratory validates a source',
  ].join('\n');
}

function wordOf(name: SequenceName): string {
  return name === 'literal' ? 'samples' : 'bit string';
}

function limitText(limitedBy: NonIidAssessment['limitedBy']): string {
  if (limitedBy === 'alphabet') return 'there is one value only';
  if (limitedBy === 'width') return 'no estimate is below the width';
  if (limitedBy === 'submitter') return "the submitter's claim is the least";
  const { estimator, sequence } = limitedBy;
  return `the ${ESTIMATOR_NAMES[estimator][0]} estimate of the ${wordOf(sequence)} is the least`;
}

/** One row an estimator, with an arrow at the least. */
function estimatorTable(found: NonIidAssessment, names: readonly SequenceName[]): string {
  const { limitedBy, bitsPerSample } = found;
  const isLeast = (id: EstimatorId): boolean => typeof limitedBy === 'object' && limitedBy.estimator === id;
  const cell = (value: number | null | undefined): Cell => (value == null ? '-' : value.toFixed(6));
  const columns = names.map((name) => ({
    head: name === 'literal' ? 'bit/sample' : `bit/bit (x ${bitsPerSample})`,
    values: name === 'literal' ? found.estimators : found.bitstring,
  }));
  return table(
    ['estimator', 'clause', ...columns.map(({ head }) => head), ''],
    [
      ...ESTIMATORS.map((id) => [
        ...ESTIMATOR_NAMES[id],
        ...columns.map(({ values }) => cell(values?.[id])),
        isLeast(id) ? '<- least' : '',
      ]),
      ['least', '', ...names.map((name) => cell(name === 'literal' ? found.hOriginal : found.hBitstring)), ''],
    ],
    columns.map((_, i) => i + 2),
  );
}
