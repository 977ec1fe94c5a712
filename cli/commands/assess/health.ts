import { setImmediate } from 'node:timers/promises';
import { UsageError } from '../../../base/index.js';
import { unpackLsbFirst, unpackMsbFirst } from '../../../lab/entropy/bit-order.js';
import { BitHealth } from '../../../lab/entropy/health/bit-health.js';
import type { AptFormula } from '../../../lab/entropy/health/cutoffs.js';
import {
  bitFalseAlarms,
  proportionFalseAlarms,
  repetitionFalseAlarms,
} from '../../../lab/entropy/health/false-alarms.js';
import { WINDOWS } from '../../../lab/entropy/health/health-limits.js';
import type { HealthAlarm } from '../../../lab/entropy/health/health-alarm.js';
import { SampleHealth, type SampleHealthFindings } from '../../../lab/entropy/health/sample-health.js';
import { noteOrigin } from '../../assess/bit-input.js';
import { type FileOrigin, readOrigin } from '../../../lab/entropy/batteries/file-origin.js';
import { readInputFile } from '../../../lab/entropy/batteries/input-file.js';
import { boardText } from '../../assess/sample-file.js';
import type { CommandAction, CommandContext } from '../../context.js';
import { showProgress } from '../../device/show-progress.js';
import { EXIT } from '../../exit-codes.js';
import { table, type Cell } from '../../table.js';

/** The flags of `spindrift assess health`. */
export interface AssessHealthFlags {
  readonly bits: number;
  readonly minEntropy: number;
  /** a of 2^-a. */
  readonly alpha?: number;
  readonly apt?: AptFormula;
  readonly packed?: 'lsb' | 'msb';
  readonly rate?: number;
}

/** Samples between two looks at Ctrl-C. */
const PIECE = 4 * 2 ** 20;

/** Tests beyond the two approved ones, for streams of single bits. */
const EXTRA = ['monobit', 'transition', 'lag', 'lagPredictor', 'replay'] as const;
type ExtraTest = (typeof EXTRA)[number];
/** Words of the table, and the samples that a test must have before it says anything. */
const EXTRA_TESTS: Readonly<Record<ExtraTest, readonly [name: string, window: number]>> = {
  monobit: ['monobit', WINDOWS.monobit],
  transition: ['transition', WINDOWS.monobit],
  lag: ['lag', WINDOWS.lag],
  lagPredictor: ['lag predictor', WINDOWS.lagPredictor],
  replay: ['replay', 0],
};
type Extra = Readonly<Record<ExtraTest, { readonly alarms: number; readonly firstFailure: number | null }>>;

/** `spindrift assess health`: the continuous health tests over a file. */
export const assessHealthFile: CommandAction<AssessHealthFlags, [file: string]> = async (context, flags, path) => {
  const { out, signal } = context;
  const { bits, minEntropy, alpha = 40, apt = 'text', packed, rate = 10e6 } = flags;
  if (minEntropy > bits)
    throw new UsageError(`--min-entropy is ${minEntropy}; a sample of --bits ${bits} has no more than ${bits}`);
  if (packed !== undefined && bits !== 1)
    throw new UsageError('--packed is for files of bits', { nextStep: 'Use it with --bits 1.' });
  const file = await readInputFile(path, signal);
  const origin = await readOrigin(file);
  noteOrigin(origin, path, out);
  const unpack = packed === 'msb' ? unpackMsbFirst : unpackLsbFirst;
  const samples = packed === undefined ? file.bytes : unpack(file.bytes);
  const health = new SampleHealth({ bits, minEntropy, exponent: alpha, formula: apt });
  const extra =
    bits === 1
      ? new BitHealth({ minEntropy, alpha: { intermittent: alpha, permanent: alpha + 20 }, formula: apt })
      : undefined;
  const alarms = await run(context, samples, health, extra);
  const { findings } = health;
  const perSample = {
    rct: repetitionFalseAlarms(findings.rct.cutoff, minEntropy),
    apt: proportionFalseAlarms(findings.apt.cutoff, findings.apt.window, minEntropy),
    ...(extra === undefined ? {} : extraRates(extra)),
  };
  const tests = extra === undefined ? undefined : extraFindings(alarms);
  const result = {
    ...findings,
    bitsPerSample: bits,
    minEntropy,
    alphaExponent: alpha,
    aptFormula: apt,
    ...(tests === undefined ? {} : { developerDefined: tests, limits: extra!.limits }),
    falseAlarmsPerSample: perSample,
    falseAlarmIntervalS: Object.fromEntries(Object.entries(perSample).map(([test, p]) => [test, 1 / (p * rate)])),
    rate,
    file: path,
    sha256: file.sha256,
    packed: packed ?? null,
    ...(origin === undefined ? {} : origin),
  };
  out.result(result, () =>
    [...boardLine(origin), describe(findings, tests, perSample, { bits, minEntropy, alpha, rate })].join('\n'),
  );
  return EXIT.done;
};

/** Both batteries over all samples, in pieces. */
async function run(
  context: CommandContext,
  samples: Uint8Array,
  health: SampleHealth,
  extra: BitHealth | undefined,
): Promise<HealthAlarm[]> {
  const alarms: HealthAlarm[] = [];
  await showProgress(context, 'samples', async (onProgress) => {
    for (let at = 0; at < samples.length; at += PIECE) {
      const piece = samples.subarray(at, at + PIECE);
      try {
        health.push(piece);
      } catch (cause) {
        if (!(cause instanceof RangeError)) throw cause;
        throw new UsageError(cause.message, {
          nextStep:
            'Samples stand one a byte in the low bits. For packed bits add --packed lsb (spindrift entropy) or --packed msb to --bits 1.',
          cause,
        });
      }
      if (extra !== undefined) alarms.push(...extra.push(pack(piece), piece.length));
      onProgress(at + piece.length, samples.length);
      await setImmediate();
      context.signal.throwIfAborted();
    }
  });
  return alarms;
}

/** One bit a byte to packed bits, the first in the least significant place. */
function pack(bits: Uint8Array): Uint8Array {
  const out = new Uint8Array((bits.length + 7) >> 3);
  for (let i = 0; i < bits.length; i++) out[i >> 3]! |= bits[i]! << (i & 7);
  return out;
}

function extraFindings(alarms: readonly HealthAlarm[]): Extra {
  return Object.fromEntries(
    EXTRA.map((test) => {
      const own = alarms.filter((alarm) => alarm.test === test);
      return [test, { alarms: own.length, firstFailure: own[0]?.index ?? null }];
    }),
  ) as Extra;
}

function extraRates({ limits }: BitHealth): Partial<Record<ExtraTest, number>> {
  const { monobit, transition, lag, lagPredictor } = bitFalseAlarms(limits, 'intermittent');
  return { monobit, transition, lag, lagPredictor };
}

function boardLine(origin: FileOrigin | undefined): string[] {
  if (origin === undefined) return [];
  return [`board ${boardText(origin)}${origin.mark === undefined ? '' : `: ${origin.mark}`}`];
}

/** Tests whose window the samples do not fill: their silence says nothing. */
function unfilled(samples: number): string[] {
  const names = EXTRA.flatMap((test) => {
    const [name, window] = EXTRA_TESTS[test];
    return samples < window ? [name] : [];
  });
  return names.length === 0 ? [] : [`Note: too few samples for a window of ${names.join(', ')}: they judged nothing.`];
}

function describe(
  { samples, rct, apt }: SampleHealthFindings,
  tests: Extra | undefined,
  perSample: Readonly<Partial<Record<'rct' | 'apt' | ExtraTest, number>>>,
  { bits, minEntropy, alpha, rate }: { bits: number; minEntropy: number; alpha: number; rate: number },
): string {
  const interval = (p: number | undefined): string => (p === undefined ? '' : duration(1 / (p * rate)));
  const place = (index: number | null): string => (index === null ? 'none' : `at sample ${index}`);
  const rows: Cell[][] = [
    [
      'repetition count',
      `run of ${rct.cutoff}`,
      rct.longestRun,
      rct.failures,
      place(rct.firstFailure),
      interval(perSample.rct),
    ],
    [
      'adaptive proportion',
      `${apt.cutoff} of ${apt.window}`,
      apt.largestCount,
      apt.failures,
      place(apt.firstFailure),
      interval(perSample.apt),
    ],
    ...EXTRA.map((test): Cell[] => [
      EXTRA_TESTS[test][0],
      '',
      '',
      tests?.[test].alarms,
      place(tests?.[test].firstFailure ?? null),
      interval(perSample[test]),
    ]).slice(0, tests === undefined ? 0 : EXTRA.length),
  ];
  const failed =
    rct.failures + apt.failures + (tests === undefined ? 0 : EXTRA.reduce((n, t) => n + tests[t].alarms, 0));
  return [
    `${samples} samples of ${bits} bit, claimed min-entropy ${minEntropy} bit a sample, level 2^-${alpha} a test`,
    '',
    table(['test', 'cutoff', 'worst', 'failures', 'first', 'false alarm every'], rows, [2, 3]),
    '',
    failed === 0
      ? 'No test failed. That speaks for no fault that these tests can see, not for the claim: assess it with spindrift assess non-iid.'
      : 'A test failed: the samples hold less than was claimed, or a fault came.',
    ...(tests === undefined ? [] : unfilled(samples)),
    `False alarms: of a source that holds exactly what is claimed, at ${rate} samples a second. A better one has fewer.`,
  ].join('\n');
}

/** A time for people, from seconds to more than anyone waits. */
function duration(seconds: number): string {
  const units: [number, string][] = [
    [31_557_600, 'years'],
    [86_400, 'days'],
    [3600, 'h'],
    [60, 'min'],
  ];
  const [size, name] = units.find(([s]) => seconds >= s) ?? [1, 's'];
  const value = seconds / size;
  return value > 1e6 ? `over a million ${name}` : `${value.toPrecision(3)} ${name}`;
}
