import {
  assessIid,
  IID_FALSE_ALARM,
  PERMUTATION_STATISTICS,
  PERMUTATION_TITLES,
  type ChiSquareResult,
  type IidAssessment,
} from '../../../lab/entropy/sp800-90b/iid/index.js';
import { fileKeys, fileRows, readSamples, type SampleFile, type SampleFlags } from '../../assess/sample-file.js';
import type { CommandAction } from '../../context.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { pairs, table } from '../../table.js';

/** The flags of `spindrift assess iid`. */
export interface AssessIidFlags extends SampleFlags {
  readonly seed?: number;
  readonly workers?: number;
}

/** `spindrift assess iid`: may the samples of a file be independent and identically distributed? */
export const assessIidFile: CommandAction<AssessIidFlags, [file: string]> = async (context, flags, path) => {
  const { out, signal } = context;
  const { bits, seed = 1, workers } = flags;
  const source = await readSamples(context, path, flags);
  const found = await showProgress(context, 'rounds of shuffling', (onProgress) =>
    assessIid(source.samples, bits, {
      seed,
      signal,
      onProgress: (done, total) => onProgress(Math.floor(done), total),
      ...(workers === undefined ? {} : { workers }),
    }),
  );
  out.result({ ...found, ...fileKeys(source, flags) }, () => describe(found, source));
  return EXIT.done;
};

const verdict = (passed: boolean): string => (passed ? 'passed' : 'FAILED');

function describe(found: IidAssessment, source: SampleFile): string {
  const { permutation, chiSquare, lrs, passed, valid, samples, bitsPerSample, distinct } = found;
  return [
    pairs([
      ...fileRows(source),
      ['samples', `${samples} of ${bitsPerSample} bit, ${distinct} distinct values`],
      ['seed', permutation.seed],
    ]),
    '',
    table(
      ['statistic', 'value', 'c0 above', 'c1 equal', 'c2 below', 'rounds', ''],
      PERMUTATION_STATISTICS.map((name) => {
        const { value, c0, c1, c2, rounds, passed: fine } = permutation.statistics[name];
        return [PERMUTATION_TITLES[name], Number(value.toPrecision(10)), c0, c1, c2, rounds, verdict(fine)];
      }),
      [1, 2, 3, 4, 5],
    ),
    '',
    table(
      ['test', 'statistic', 'df', 'p', ''],
      [
        chiSquareRow('χ² independence', chiSquare.independence),
        chiSquareRow('χ² goodness of fit', chiSquare.goodnessOfFit),
        ['longest repeat', `${lrs.w} samples`, '', probability(lrs.p, lrs.log10P), verdict(lrs.passed)],
      ],
      [1, 2, 3],
    ),
    '',
    `${valid ? '' : 'NOT VALID: '}${
      passed
        ? 'no test speaks against independent and identically distributed samples'
        : 'the samples are not independent and identically distributed: use assess non-iid'
    }`,
    '',
    ...found.remarks.map((remark) => `note: ${remark}`),
    'note: a statistic fails if c0 + c1 or c1 + c2 is 5 or less; it is counted until both are more',
    `note: samples that are IID fail about ${IID_FALSE_ALARM * 100} times in 100; decide beforehand what a failure means, and never repeat until it passes`,
    'note: SP 800-90B-style; only an accredited laboratory validates a source',
  ].join('\n');
}

function chiSquareRow(name: string, { t, df, p, passed }: ChiSquareResult): (string | number)[] {
  return [name, t.toFixed(3), df, df < 1 ? '-' : probability(p, Math.log10(p)), verdict(passed)];
}

function probability(p: number, log10P: number): string {
  return p >= 1e-4 ? p.toFixed(6) : log10P === -Infinity ? 'below 1e-300' : `1e${log10P.toFixed(1)}`;
}
