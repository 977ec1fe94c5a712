import type { ExperimentView } from '../views.js';

/** Allan deviation beside that of independent bits. @param independent name of the latter @param series what tells several curves apart */
export function allanView(
  independent: string,
  series?: { readonly column: string; readonly label: string },
): ExperimentView {
  return {
    kind: 'line',
    id: 'allan-deviation',
    title: 'Allan deviation of the share of ones',
    table: 'allan',
    x: { column: 'averaging_s', label: 'Averaging time', unit: 's', scale: 'log' },
    y: [
      { column: 'deviation', label: 'measured', draw: 'both', scale: 'log', lower: 'lower', upper: 'upper' },
      { column: 'white', label: independent, provenance: 'modelled' },
    ],
    yLabel: 'Allan deviation',
    ...(series === undefined ? {} : { series }),
  };
}
