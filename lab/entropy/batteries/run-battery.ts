import { setImmediate } from 'node:timers/promises';
import { UsageError } from '../../../base/index.js';
import type { ParallelOptions } from '../../../base/parallel/run-units.js';
import { unpackLsbFirst } from '../bit-order.js';
import { assessEnt } from '../ent/index.js';
import { assessFips } from '../fips140/index.js';
import { BitHealth } from '../health/bit-health.js';
import { HEALTH_TESTS, type HealthAlarm } from '../health/health-alarm.js';
import { RAW_CLAIM } from '../raw-health.js';
import { assessSts, bitsFromBytes, pValues, STS_TITLES, type StsAssessment } from '../sp800-22/index.js';
import { assessNonIid } from '../sp800-90b/index.js';
import { assessIid } from '../sp800-90b/iid/index.js';
import { assessRestart, RESTART_SAMPLES } from '../sp800-90b/restart/index.js';
import type { BatteryFindings, BatteryRequest, BatteryResult, HealthFindings, StsFindings } from './batteries.js';
import { summariseBits } from './bit-summary.js';
import { readOrigin } from './file-origin.js';
import { readInputFile } from './input-file.js';
import { summaryOf } from './summary.js';
import { pRows, secondLevelVerdict, stsVerdict } from './verdict.js';

/** Alarms that a result lists; further ones are counted. */
const MOST_ALARMS = 100;
/** Bytes between two looks at the signal. */
const PIECE = 1 << 20;
/** Columns of the histogram of p-values. */
const P_BINS = 20;

/**
 * Assesses a file of bits by one battery. SP 800-90B-style and SP 800-22-style: only a laboratory validates a source.
 * @throws FileError; RangeError and UsageError for options or bits that do not fit the battery; DataError; the signal's reason
 */
export async function runBattery(request: BatteryRequest, options: ParallelOptions = {}): Promise<BatteryResult> {
  const file = await readInputFile(request.path, options.signal);
  const origin = await readOrigin(file);
  const findings = await findingsOf(request, file.bytes, options);
  return {
    ...findings,
    file: request.path,
    sha256: file.sha256,
    bytes: file.bytes.length,
    ...(origin === undefined ? {} : { origin }),
    summary: summaryOf(findings),
  };
}

async function findingsOf(
  { battery, ...request }: BatteryRequest,
  bytes: Uint8Array<SharedArrayBuffer>,
  options: ParallelOptions,
): Promise<BatteryFindings> {
  const samples = (): Uint8Array =>
    unpackLsbFirst(bytes, bytes.length * 8, new Uint8Array(new SharedArrayBuffer(bytes.length * 8)));
  const msbFirst = (): ReturnType<typeof bitsFromBytes> => bitsFromBytes(bytes, 'lsb');
  const { seed, rounds, minEntropy = RAW_CLAIM, submitter } = request;
  switch (battery) {
    case 'bits':
      return { battery, found: summariseBits(bytes) };
    case 'health':
      return { battery, found: await healthOf(bytes, minEntropy, request.alphaExponent ?? 40, options) };
    case 'ent':
      return { battery, found: assessEnt(msbFirst().bytes) };
    case 'fips':
      return { battery, found: await assessFips(msbFirst().bytes, options) };
    case 'non-iid':
      return { battery, found: await assessNonIid(samples(), 1, { submitter, ...options }) };
    case 'iid':
      return {
        battery,
        found: await assessIid(samples(), 1, {
          ...options,
          ...(seed === undefined ? {} : { seed }),
          ...(rounds === undefined ? {} : { rounds }),
        }),
      };
    case 'restart': {
      const bits = samples();
      if (bits.length !== RESTART_SAMPLES)
        throw new UsageError(`the file holds ${bits.length} bits; a restart test takes ${RESTART_SAMPLES}`, {
          nextStep: 'Take 1000 bits after each of 1000 restarts, one restart after the other.',
        });
      return { battery, found: await assessRestart(bits, 1, minEntropy, options) };
    }
    case 'sts': {
      const { alpha, streams, tests, parameters } = request;
      const found = await assessSts(msbFirst(), {
        ...parameters,
        ...(alpha === undefined ? {} : { alpha }),
        ...(streams === undefined ? {} : { streams }),
        ...(tests === undefined ? {} : { tests }),
        ...options,
      });
      return { battery, found: stsFindings(found) };
    }
  }
}

async function healthOf(
  bytes: Uint8Array,
  minEntropy: number,
  alphaExponent: number,
  { signal, onProgress }: ParallelOptions,
): Promise<HealthFindings> {
  const health = new BitHealth({
    minEntropy,
    alpha: { intermittent: alphaExponent, permanent: alphaExponent + 20 },
  });
  const alarms: HealthAlarm[] = [];
  const tests = HEALTH_TESTS.filter((test) => !['cellMonobit', 'cellRepetition', 'board'].includes(test));
  const counts = new Map<string, { failures: number; firstFailure: number | null }>();
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    for (const alarm of health.push(piece, piece.length * 8)) {
      const count = counts.get(alarm.test) ?? { failures: 0, firstFailure: alarm.index };
      count.failures++;
      counts.set(alarm.test, count);
      if (alarms.length < MOST_ALARMS) alarms.push(alarm);
    }
    onProgress?.(Math.min(at + PIECE, bytes.length), bytes.length);
    await setImmediate();
    signal?.throwIfAborted();
  }
  return {
    minEntropy,
    alphaExponent,
    limits: health.limits,
    tests: tests.map((test) => ({ test, ...(counts.get(test) ?? { failures: 0, firstFailure: null }) })),
    alarms,
  };
}

function stsFindings(found: StsAssessment): StsFindings {
  const { length, alpha, parameters, streams, secondLevel = [] } = found;
  const histogram = new Array<number>(P_BINS).fill(0);
  for (const { p } of streams.flatMap(pValues)) histogram[Math.min(P_BINS - 1, Math.floor(p * P_BINS))]!++;
  return {
    length,
    streams: streams.length,
    alpha,
    parameters,
    rows: pRows(streams[0]!, parameters, alpha),
    histogram,
    overall: stsVerdict(found),
    secondLevel: secondLevel.map((row) => ({
      ...row,
      title: STS_TITLES[row.test],
      verdict: secondLevelVerdict(row),
    })),
  };
}
