import { binomialUpperTail } from '../../../base/index.js';
import { LAGS, WINDOWS, type HealthLimits } from './health-limits.js';

/**
 * How often the repetition count alarms on a source that holds exactly what it claims: a run of C begins at a given sample with (1−p)·p^(C−1) for
 * p = 2^-H. Per sample.
 */
export function repetitionFalseAlarms(cutoff: number, minEntropy: number): number {
  const p = 2 ** -minEntropy;
  return (1 - p) * p ** (cutoff - 1);
}

/** The same of the adaptive proportion test, per sample: the first sample of a window is given, W − 1 more may equal it. */
export function proportionFalseAlarms(cutoff: number, window: number, minEntropy: number): number {
  return binomialUpperTail(cutoff - 1, window - 1, 2 ** -minEntropy) / window;
}

/** Expected false alarms per sample of each test of a bit stream at one of its limits, for a source that holds exactly what it claims. */
export function bitFalseAlarms(
  limits: HealthLimits,
  severity: 'intermittent' | 'permanent',
): Readonly<
  Record<'repetitionCount' | 'adaptiveProportion' | 'monobit' | 'transition' | 'lag' | 'lagPredictor', number>
> {
  const h = limits.minEntropy;
  const p = 2 ** -h;
  const { monobit, lag, lagPredictor } = WINDOWS;
  // Two sides: a bias either way. Below H = 1 a source can lean one way only, and half of it remains.
  const tail = (limit: number, n: number): number => (2 * binomialUpperTail(limit, n, p)) / n;
  const alpha = 2 * binomialUpperTail(limits.transition[severity], monobit, p);
  return {
    repetitionCount: repetitionFalseAlarms(limits.repetitionCount[severity], h),
    adaptiveProportion: proportionFalseAlarms(limits.adaptiveProportion[severity], WINDOWS.adaptiveProportion, h),
    monobit: tail(limits.monobit[severity], monobit),
    // The conditional probabilities may add half of it again.
    transition: (1.5 * alpha) / monobit,
    lag: LAGS * tail(limits.lag[severity], lag),
    lagPredictor:
      binomialUpperTail(limits.predictorTotal[severity], lagPredictor, p) / lagPredictor +
      repetitionFalseAlarms(limits.predictorRun[severity] + 1, h),
  };
}
