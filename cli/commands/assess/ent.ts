import { assessEnt, type BitOrder, type EntAssessment } from '../../../lab/entropy/index.js';
import { readBits } from '../../assess/bit-input.js';
import { originText } from '../../../lab/entropy/batteries/file-origin.js';
import type { CommandAction } from '../../context.js';
import { EXIT } from '../../exit-codes.js';
import { pairs } from '../../table.js';

/** The flags of `spindrift assess ent`. */
export interface AssessEntFlags {
  readonly bits?: boolean;
  readonly bitOrder?: BitOrder;
}

/** `spindrift assess ent`: statistics of the bytes or bits of a file. */
export const assessEntFile: CommandAction<AssessEntFlags, [file: string]> = async ({ out, signal }, flags, path) => {
  const { bits, file, origin } = await readBits(
    path,
    { ...(flags.bitOrder && { bitOrder: flags.bitOrder }) },
    out,
    signal,
  );
  const found = assessEnt(bits.bytes, flags.bits === true ? 'bit' : 'byte');
  const { bitOrder = 'msb' } = flags;
  const reasons = reasonsOf(found);
  out.result({ ...found, reasons, file: path, sha256: file.sha256, bitOrder, ...(origin ?? {}) }, () =>
    [
      pairs([['file', path], ['sha-256', file.sha256], ['board', originText(origin)], ...rows(found, reasons)]),
      '',
      remark(found),
    ].join('\n'),
  );
  return EXIT.done;
};

type Reasons = Readonly<Partial<Record<'monteCarloPi' | 'monteCarloError' | 'serialCorrelation', string>>>;

/** Why a figure is null. */
function reasonsOf({ mode, monteCarloPi, serialCorrelation }: EntAssessment): Reasons {
  return {
    ...(monteCarloPi === null ? { monteCarloPi: 'needs six bytes', monteCarloError: 'needs six bytes' } : {}),
    ...(serialCorrelation === null ? { serialCorrelation: `none: all ${mode}s are equal` } : {}),
  };
}

function rows(found: EntAssessment, reasons: Reasons): (readonly [string, string])[] {
  const { mode, samples, entropy, chiSquare, chiSquareP, mean, monteCarloPi, monteCarloError, serialCorrelation } =
    found;
  return [
    [`${mode}s`, String(samples)],
    ['Shannon entropy', `${entropy.toFixed(6)} bit a ${mode}: an upper end, min-entropy is less`],
    ['chi-square', `${chiSquare.toFixed(2)}; fair ${mode}s exceed it with p = ${chiSquareP.toPrecision(4)}`],
    ['mean', `${mean.toFixed(6)} (${mode === 'byte' ? '127.5' : '0.5'} of fair ${mode}s)`],
    [
      'Monte-Carlo pi',
      monteCarloPi === null
        ? reasons.monteCarloPi!
        : `${monteCarloPi.toFixed(6)} (${(100 * monteCarloError!).toFixed(2)} % off)`,
    ],
    ['serial correlation', serialCorrelation === null ? reasons.serialCorrelation! : serialCorrelation.toFixed(6)],
  ];
}

function remark({ chiSquareP }: EntAssessment): string {
  if (chiSquareP < 0.001) return 'note: the counts differ more than those of fair samples would in 999 of 1000 cases';
  if (chiSquareP > 0.999)
    return 'note: the counts are more even than those of fair samples would be in 999 of 1000 cases';
  return 'note: these figures find gross faults; they measure no entropy of a source';
}
