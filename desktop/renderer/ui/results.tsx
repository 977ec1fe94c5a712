import type { ResultItem } from '../../../lab/runs/index.js';
import { kitTexts } from './messages.js';
import { Table } from './table.js';
import { valueText } from './value-text.js';

/** What a run has found: values with units and uncertainties, and under them the lists of findings, such as the fair pulses of a map. */
export function Results({ results }: { readonly results: readonly ResultItem[] }) {
  return (
    <div class="stack">
      <dl class="facts">
        {results.map((item) => (
          <div key={item.name}>
            <dt title={item.name}>{item.label}</dt>
            <dd>
              <Value item={item} />
            </dd>
          </div>
        ))}
      </dl>
      {results.map(({ name, label, rows }) => rows !== undefined && <Findings key={name} label={label} rows={rows} />)}
    </div>
  );
}

function Value({ item: { value, unit, sigma, interval } }: { readonly item: ResultItem }) {
  const t = kitTexts();
  return (
    <>
      {valueText(value, unit, sigma)}
      {interval !== undefined && (
        <span class="muted small"> {t.interval(valueText(interval[0], unit), valueText(interval[1], unit))}</span>
      )}
    </>
  );
}

interface Finding {
  readonly n: number;
  readonly items: ReadonlyMap<string, ResultItem>;
}

/** Height of the part of a list that is seen at once, px. */
const HEIGHT = 240;

function Findings({ label, rows }: { readonly label: string; readonly rows: readonly (readonly ResultItem[])[] }) {
  const all = rows.map((items, n): Finding => ({ n, items: new Map(items.map((item) => [item.name, item])) }));
  const columns = new Map(rows.flat().map((item) => [item.name, item]));
  return (
    <section class="results-list">
      <h3>{label}</h3>
      <Table<Finding>
        caption={label}
        height={HEIGHT}
        rows={all}
        rowKey={({ n }) => String(n)}
        columns={[...columns.values()].map(({ name, label: heading, value }) => ({
          id: name,
          label: heading,
          numeric: typeof value === 'number',
          cell: ({ items }) => {
            const item = items.get(name);
            return item === undefined ? '–' : <Value item={item} />;
          },
          sort: ({ items }) => {
            const found = items.get(name)?.value ?? NaN;
            return typeof found === 'boolean' ? Number(found) : found;
          },
        }))}
      />
    </section>
  );
}
