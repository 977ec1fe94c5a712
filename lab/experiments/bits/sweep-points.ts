import { formatSi, type Interval } from '../../../base/index.js';
import { ESTIMATORS, type NonIidAssessment } from '../../entropy/sp800-90b/index.js';
import type { Cell } from '../events.js';

/** A pulse and a depth of XOR, with what the estimators say. */
export interface SweepPoint {
  readonly widthS: number;
  readonly amplitudeV: number;
  /** Times that pairs of columns were folded by XOR. */
  readonly stages: number;
  /** NaN where the board's sensor has no reading. */
  readonly temperatureK: number;
  /** Share of ones. */
  readonly p: number;
  readonly pInterval: Interval;
  readonly assessment: NonIidAssessment;
}

/** Which estimator made the figure, or what else did. */
export function limitOf({ limitedBy }: NonIidAssessment): string {
  return typeof limitedBy === 'string' ? limitedBy : limitedBy.estimator;
}

/** A curve of a sweep: one amplitude and depth. */
export function curveOf({ amplitudeV, stages }: Pick<SweepPoint, 'amplitudeV' | 'stages'>): string {
  return `${formatSi(amplitudeV, 'V', 3)}, ${stages === 0 ? 'raw' : `XOR of ${2 ** stages}`}`;
}

/** A point as a row: what was set, what was assessed, and every estimator, NaN where it gives no result. */
export function pointRow(point: SweepPoint): Record<string, Cell> {
  const { widthS, amplitudeV, stages, temperatureK, p, pInterval, assessment } = point;
  const { minEntropy, estimators } = assessment;
  const each = ESTIMATORS.map((id) => [id, estimators[id] ?? NaN] as const);
  return {
    width_s: widthS,
    amplitude_V: amplitudeV,
    xor_stages: stages,
    curve: curveOf(point),
    temperature_K: temperatureK,
    p,
    lower: pInterval[0],
    upper: pInterval[1],
    min_entropy: minEntropy,
    // Entropy that is left of each raw bit: folding throws bits away.
    min_entropy_per_raw_bit: minEntropy / 2 ** stages,
    limited_by: limitOf(assessment),
    ...(Object.fromEntries(each) as Record<string, number>),
  };
}

/** The best and the worst point. */
export function sweepFindings(points: readonly SweepPoint[]): Record<string, unknown> {
  const order = [...points].sort((a, b) => b.assessment.minEntropy - a.assessment.minEntropy);
  const brief = (point: SweepPoint | undefined): Record<string, unknown> | null =>
    point === undefined
      ? null
      : {
          widthS: point.widthS,
          amplitudeV: point.amplitudeV,
          xorStages: point.stages,
          p: point.p,
          minEntropy: point.assessment.minEntropy,
          limitedBy: limitOf(point.assessment),
        };
  const raw = order.filter(({ stages }) => stages === 0);
  return { best: brief(order[0]), bestRaw: brief(raw[0]), worst: brief(order.at(-1)), worstRaw: brief(raw.at(-1)) };
}
