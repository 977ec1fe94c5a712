import type { ComponentChildren } from 'preact';
import { plainLabel, type AxisOptions, type Numbers } from '../../../../base/axes/index.js';
import { formatCount } from '../../app/i18n.js';
import { plotTexts } from '../messages.js';
import { formatValue } from './values.js';
import { statisticsOf } from './value-statistics.js';

/** Values that belong together, such as those of one curve. */
export interface ValueSet {
  readonly label?: string;
  readonly values: Numbers;
}

/** What the values of a plot come to, curve by curve, and how they are spread. All values are counted, not those that are drawn. */
export function Statistics(props: {
  readonly title: string;
  readonly quantity: AxisOptions;
  readonly sets: readonly ValueSet[];
  /** What part of the data that is. */
  readonly part: 'all' | 'shown' | 'selection';
  /** How often values occur. */
  readonly histogram: ComponentChildren;
}) {
  const { title, quantity, sets, part, histogram } = props;
  const t = plotTexts();
  const value = (number: number): string => (Number.isFinite(number) ? formatValue(number, quantity.unit ?? '') : '–');
  const heading = `${plainLabel(quantity.label)}, ${t.partOf[part]}`;
  return (
    <div class="plot-statistics">
      <div class="plot-table" tabIndex={0} role="region" aria-label={`${title}: ${t.statistics}`}>
        <table>
          <caption>{heading}</caption>
          <thead>
            <tr>
              <th scope="col">{t.series}</th>
              {[t.n, t.min, t.median, t.mean, t.max, t.deviation].map((name) => (
                <th key={name} scope="col" class="is-number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sets.map(({ label = '', values }, i) => {
              const { n, min, median, mean, max, deviation } = statisticsOf(values);
              return (
                <tr key={i}>
                  <th scope="row">{label === '' ? String(i + 1) : plainLabel(label)}</th>
                  <td class="is-number">{formatCount(n)}</td>
                  {[min, median, mean, max, deviation].map((number, k) => (
                    <td key={k} class="is-number">
                      {value(number)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {histogram}
    </div>
  );
}
