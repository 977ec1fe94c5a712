import { pValues, STS_TESTS, STS_TITLES, type StsAssessment } from '../../lab/entropy/index.js';
import type { Figure } from '../../lab/plot/index.js';

/** Least p-value that is drawn in its place; smaller ones are drawn there. */
const FLOOR = 1e-6;

/** p-values over the tests, and how they are spread over 0 … 1. */
export function stsFigure({ streams, alpha, pValues: count }: StsAssessment, about: string): Figure {
  const all = streams.flatMap(pValues);
  // The many p-values of a test side by side within its place.
  const places = STS_TESTS.map((test) => all.filter((value) => value.test === test));
  const x = places.flatMap((values, t) => values.map((_, i) => t + 0.65 + (0.7 * (i + 0.5)) / values.length));
  const y = places.flatMap((values) => values.map(({ p }) => Math.max(p, FLOOR)));
  const below = places.flat().filter(({ p }) => p < FLOOR).length;
  return {
    kind: 'page',
    title: 'p-values of SP 800-22',
    subtitle: about,
    columns: 1,
    notes: [
      STS_TESTS.map((test, t) => `${t + 1} ${STS_TITLES[test]}`).join(', '),
      `${count.below} of ${count.run} p-values are below ${alpha}; of fair bits about ${count.expectedBelow.toFixed(1)} would be.`,
      ...(below === 0 ? [] : [`${below} below ${FLOOR} are drawn there.`]),
      'Passing says nothing about a source behind conditioning: a hashed counter passes everything.',
    ],
    figures: [
      {
        kind: 'scatter',
        title: 'By test',
        x: { label: 'Test', min: 0.5, max: STS_TESTS.length + 0.5 },
        y: { label: 'p', scale: 'log', min: FLOOR / 2, max: 1.5 },
        series: [{ x, y, draw: 'markers' }],
        references: [{ axis: 'y', value: alpha, label: `${alpha}` }],
      },
      {
        kind: 'histogram',
        title: 'Spread: flat for fair bits',
        x: { label: 'p', min: 0, max: 1 },
        populations: [{ values: all.map(({ p }) => p) }],
        bins: 10,
      },
    ],
  };
}
