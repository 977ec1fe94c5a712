import type { PlotFigure } from '../../lab/plot/index.js';
import { ESTIMATOR_NAMES, ESTIMATORS, type NonIidAssessment } from '../../lab/entropy/sp800-90b/index.js';

/** The estimates over the clauses of the standard, in bits a bit, with the least of them. */
export function estimatorFigure(found: NonIidAssessment, about: string): PlotFigure {
  const { bitsPerSample, estimators, bitstring, conditioned, minEntropy } = found;
  const series = [
    ...(conditioned
      ? []
      : [{ label: 'Samples', values: ESTIMATORS.map((id) => (estimators[id] ?? NaN) / bitsPerSample) }]),
    ...(bitstring === undefined ? [] : [{ label: 'Bit string', values: ESTIMATORS.map((id) => bitstring[id] ?? NaN) }]),
  ];
  return {
    kind: 'scatter',
    title: 'Estimates of min-entropy',
    subtitle: about,
    x: { label: 'n of clause 6.3.n of SP 800-90B', min: 0.5, max: ESTIMATORS.length + 0.5 },
    y: { label: 'Min-entropy, bits a bit', min: 0, max: 1.02 },
    // Side by side: equal estimates would cover each other.
    series: series.map(({ label, values }, which) => ({
      label,
      x: ESTIMATORS.map((_, i) => i + 1 + (which - (series.length - 1) / 2) / 5),
      y: values,
      draw: 'markers' as const,
    })),
    references: [{ axis: 'y', value: minEntropy / bitsPerSample, label: 'assessed' }],
    notes: [
      ESTIMATORS.map((id, i) => `${i + 1} ${ESTIMATOR_NAMES[id][0]}`).join(', '),
      'Fair coin flips assess to 0.83–0.88: the estimates are lower ends of what data could mean.',
    ],
  };
}
