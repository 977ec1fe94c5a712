import type { ConstantName } from './constants.js';
import type { StsCounts } from '../counts.js';
import { STS_BATTERY } from '../battery.js';
import { stsParameters, type StsConstants } from '../options.js';

/** p-values of a row for π, e, √2, √3. */
type Row = readonly [pi: number, e: number, sqrt2: number, sqrt3: number];

/**
 * p-values of the first million binary digits of four constants, as the standard's program STS 2.1.2 computes them and its appendix B prints them
 * (some copies have .669887 and .724266 in the row of e's cumulative sums).
 */
export const APPENDIX: Readonly<Record<string, Row>> = {
  frequency: [0.578211, 0.953749, 0.811881, 0.610051],
  blockFrequency: [0.380615, 0.211072, 0.833222, 0.473961],
  cusumForward: [0.628308, 0.669886, 0.879009, 0.917121],
  cusumReverse: [0.663369, 0.724265, 0.957206, 0.689519],
  runs: [0.419268, 0.561917, 0.313427, 0.261123],
  longestRun: [0.02439, 0.718945, 0.012117, 0.446726],
  rank: [0.083553, 0.306156, 0.82381, 0.314498],
  dft: [0.010186, 0.847187, 0.581909, 0.776046],
  nonOverlapping: [0.165757, 0.07879, 0.569461, 0.532235],
  overlapping: [0.296897, 0.110434, 0.791982, 0.082716],
  universal: [0.669012, 0.282568, 0.130805, 0.165981],
  approximateEntropy: [0.361595, 0.700073, 0.88474, 0.180481],
  randomExcursions: [0.844143, 0.786868, 0.216235, 0.783283],
  randomExcursionsVariant: [0.760966, 0.826009, 0.566118, 0.155066],
  serial: [0.143005, 0.766182, 0.861925, 0.1575],
  linearComplexity: [0.255475, 0.826335, 0.317127, 0.346469],
};

/**
 * What the exact class probabilities change: longest run and overlapping templates by arcetri/sts 3.2.7; of linear complexity only the value of π
 * is known from another program.
 */
export const APPENDIX_EXACT: Readonly<Record<string, Row>> = {
  longestRun: [0.027295, 0.718366, 0.013472, 0.464612],
  overlapping: [0.260718, 0.159037, 0.828877, 0.080773],
  linearComplexity: [0.246801, NaN, NaN, NaN],
};

/** Columns of the two tables. */
export const APPENDIX_COLUMNS: readonly ConstantName[] = ['pi', 'e', 'sqrt2', 'sqrt3'];

/** The p-values of a column: of many in a row the one that the table holds. */
export function appendixValues(counts: StsCounts, constants: StsConstants = 'published'): Record<string, number> {
  const parameters = stsParameters({ constants });
  const p = <T extends keyof typeof STS_BATTERY>(test: T) => STS_BATTERY[test](counts, parameters).p!;
  const cusum = p('cusum');
  return {
    frequency: p('frequency'),
    blockFrequency: p('blockFrequency'),
    cusumForward: cusum.forward,
    cusumReverse: cusum.reverse,
    runs: p('runs'),
    longestRun: p('longestRun'),
    rank: p('rank'),
    dft: p('dft'),
    nonOverlapping: p('nonOverlapping')['000000001']!,
    overlapping: p('overlapping'),
    universal: p('universal'),
    approximateEntropy: p('approximateEntropy'),
    randomExcursions: p('randomExcursions')['1']!,
    randomExcursionsVariant: p('randomExcursionsVariant')['-1']!,
    serial: p('serial')[0],
    linearComplexity: p('linearComplexity'),
  };
}
