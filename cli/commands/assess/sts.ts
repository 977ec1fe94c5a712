import { UsageError } from '../../../base/index.js';
import {
  assessSts,
  LEAST_BITS,
  MOST_BITS,
  STS_TESTS,
  type StsAssessment,
  type StsOptions,
  type StsOutcomes,
  stsTable,
  type StsTestId,
} from '../../../lab/entropy/index.js';
import { type BitFlags, type BitInput, readBits } from '../../assess/bit-input.js';
import { stsFigure } from '../../assess/sts-figure.js';
import { stsText } from '../../assess/sts-text.js';
import type { CommandAction } from '../../context.js';
import { checkPlot, type PlotFlags, writePlot } from '../../device/plot-file.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';

/** The flags of `spindrift assess sts`. */
export interface AssessStsFlags extends BitFlags, PlotFlags {
  readonly length?: number;
  readonly streams?: number;
  readonly alpha?: number;
  readonly exact?: boolean;
  readonly tests?: readonly StsTestId[];
  readonly blockFrequency?: number;
  readonly nonOverlapping?: number;
  readonly overlapping?: number;
  readonly approximateEntropy?: number;
  readonly serial?: number;
  readonly linearComplexity?: number;
  readonly workers?: number;
}

/** `spindrift assess sts`: the fifteen tests of SP 800-22 over a file of bits. */
export const assessStsFile: CommandAction<AssessStsFlags, [file: string]> = async (context, flags, path) => {
  const { out, signal } = context;
  await checkPlot(flags);
  const input = await readBits(path, flags, out, signal, true);
  checkLength(input, flags);
  const found = await showProgress(context, 'tests', (onProgress) =>
    assessSts(input.bits, { ...optionsOf(flags), signal, onProgress }),
  );
  await writePlot(flags, () => stsFigure(found, aboutText(found, input)));
  const { file, origin } = input;
  const { format = 'bytes', bitOrder = 'msb' } = flags;
  const result = {
    ...resultOf(found),
    file: file.path,
    sha256: file.sha256,
    format,
    ...(format === 'bytes' ? { bitOrder } : {}),
    ...(origin ?? {}),
  };
  out.result(result, () => stsText(found, input));
  return EXIT.done;
};

function checkLength({ bits, file }: BitInput, { length, streams = 1 }: AssessStsFlags): void {
  const each = length ?? Math.floor(bits.length / streams);
  if (each * streams > bits.length)
    throw new UsageError(
      `${file.path} holds ${bits.length} bits, fewer than ${streams === 1 ? '' : `${streams} times `}${each}`,
      {
        nextStep: 'Give a shorter --length or fewer --streams.',
      },
    );
  if (each < LEAST_BITS)
    throw new UsageError(
      `${file.path} gives streams of ${each} bits; the tests need ${LEAST_BITS}, and 1,000,000 are what they are made for`,
    );
  if (each > MOST_BITS)
    throw new UsageError(`${file.path} holds ${bits.length} bits; a stream has ${MOST_BITS} at most`, {
      nextStep: 'Give --length, or cut it into --streams.',
    });
}

function optionsOf(flags: AssessStsFlags): StsOptions {
  const { length, streams, alpha, tests, workers } = flags;
  const given = {
    ...{ length, streams, alpha, tests, workers },
    constants: flags.exact === true ? ('exact' as const) : undefined,
    blockFrequencyBits: flags.blockFrequency,
    nonOverlappingBits: flags.nonOverlapping,
    overlappingBits: flags.overlapping,
    approximateEntropyBits: flags.approximateEntropy,
    serialBits: flags.serial,
    linearComplexityBits: flags.linearComplexity,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The document: of one stream `tests`, of several `streams[]` of them. */
function resultOf({ streams, secondLevel, ...common }: StsAssessment): object {
  if (secondLevel === undefined) return { ...streamResult(streams[0]!), ...common };
  return { streams: streams.map(streamResult), ...common, secondLevel };
}

function streamResult(outcomes: StsOutcomes): object {
  const all = Object.entries(outcomes);
  const texts = (key: 'reason' | 'warning'): object =>
    Object.fromEntries(all.flatMap(([test, outcome]) => (outcome[key] === undefined ? [] : [[test, outcome[key]]])));
  return {
    tests: stsTable(outcomes),
    reasons: { ...texts('reason'), ...leftOut(outcomes) },
    warnings: texts('warning'),
    details: Object.fromEntries(all.map(([test, { details }]) => [test, details])),
  };
}

function leftOut(outcomes: StsOutcomes): object {
  return Object.fromEntries(
    STS_TESTS.flatMap((test) => (outcomes[test] === undefined ? [[test, 'not among --tests']] : [])),
  );
}

function aboutText({ streams, length, parameters }: StsAssessment, { file, origin }: BitInput): string {
  return [
    file.path,
    streams.length === 1
      ? `${length.toLocaleString('en')} bits`
      : `${streams.length} streams of ${length.toLocaleString('en')} bits`,
    `SHA-256 ${file.sha256.slice(0, 16)}…`,
    `${parameters.constants} class probabilities`,
    ...(origin === undefined ? [] : [`board ${origin.board.serial}, ${origin.board.kind}`]),
    ...(origin?.mark === undefined ? [] : [origin.mark]),
  ].join('; ');
}
