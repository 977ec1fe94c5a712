import { useSignal } from '@preact/signals';
import backIcon from 'lucide-static/icons/arrow-left.svg?raw';
import type { ComparedResult, ComparedValue, RunComparison } from '../../../../lab/runs/index.js';
import { useCall } from '../../app/hooks.js';
import { href } from '../../app/router.js';
import { Checkbox, ErrorBox, Icon, Page, Panel, Table, valueText, type Column } from '../../ui/index.js';
import { SourceBadge } from './badges.js';
import { CompareFigures } from './compare-figures.js';
import { runsTexts } from './messages.js';

/** Runs side by side. */
export function CompareView({ runs }: { readonly runs: readonly string[] }) {
  const t = runsTexts();
  const { value, problem, pending } = useCall('runs.compare', { runs: [...runs] });
  const differing = useSignal(true);
  const found = value.value;
  return (
    <Page
      title={t.comparing.title}
      class="runs"
      toolbar={
        <a href={href('runs')} class="button button-normal">
          <Icon svg={backIcon} />
          {t.back}
        </a>
      }
    >
      <div class="stack" aria-busy={pending.value}>
        {problem.value !== undefined && <ErrorBox problem={problem.value} />}
        {found !== undefined && problem.value === undefined && (
          <>
            {found.warnings.map((warning) => (
              <p key={warning} class="runs-warning" role="status">
                {warning}
              </p>
            ))}
            <ul class="runs-compared">
              {found.runs.map((run) => (
                <li key={run.name}>
                  <a href={href('runs', [run.name])}>{run.name}</a> <SourceBadge kind={run.boardKind} />
                </li>
              ))}
            </ul>
            <Checkbox
              label={t.comparing.differing}
              checked={differing.value}
              onChange={(on) => (differing.value = on)}
            />
            <Parts found={found} differing={differing.value} />
          </>
        )}
      </div>
    </Page>
  );
}

function Parts({ found, differing }: { readonly found: RunComparison; readonly differing: boolean }) {
  const t = runsTexts();
  const shown = <V extends ComparedValue>(values: readonly V[]): readonly V[] =>
    differing ? values.filter(({ same }) => !same) : values;
  const names = found.runs.map(({ name }) => name);
  return (
    <>
      <Panel title={t.parameters}>
        <Table
          caption={t.parameters}
          rows={shown(found.params)}
          rowKey={({ name }) => name}
          columns={[nameColumn(t.parameters), ...names.map((name, i) => valueColumn<ComparedValue>(name, i))]}
          empty={<p class="muted">{t.comparing.noDifference}</p>}
        />
      </Panel>
      <Panel title={t.results}>
        <Table
          caption={t.results}
          rows={shown(found.results)}
          rowKey={({ name }) => name}
          columns={[
            nameColumn(t.results),
            ...names.map((name, i) => valueColumn<ComparedResult>(name, i, ({ sigmas }) => sigmas[i] ?? null)),
            ...names.slice(1).map((name, i) => differenceColumn(t.comparing.minus(name, names[0]!), i + 1)),
          ]}
          empty={<p class="muted">{t.comparing.noDifference}</p>}
        />
      </Panel>
      <CompareFigures runs={names} />
      {found.energy.length > 0 && (
        <Panel title={t.comparing.energy}>
          <p class="muted small">{t.energyHint}</p>
          <Table
            caption={t.comparing.energy}
            rows={found.energy}
            rowKey={({ scope, kind }) => `${scope} ${kind}`}
            columns={[
              { id: 'scope', label: t.joules, cell: ({ scope, kind }) => `${t.scope[scope as 'device']}, ${kind}` },
              ...names.map((name, i) => ({
                id: name,
                label: name,
                numeric: true,
                cell: ({ joules, sigmas }: RunComparison['energy'][number]) => valueText(joules[i], 'J', sigmas[i]),
              })),
            ]}
          />
        </Panel>
      )}
      {found.tables.length > 0 && (
        <Panel title={t.comparing.tables}>
          <Table
            caption={t.comparing.tables}
            rows={found.tables}
            rowKey={({ name }) => name}
            columns={[
              { id: 'name', label: t.table, cell: ({ name }) => name },
              ...names.map((name, i) => ({
                id: name,
                label: `${name}: ${t.comparing.rowsOf}`,
                numeric: true,
                cell: ({ rows }: RunComparison['tables'][number]) => valueText(rows[i]),
              })),
              {
                id: 'columns',
                label: t.comparing.columns,
                cell: ({ columns }) => columns.map(({ header }) => header).join(', '),
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

function nameColumn(label: string): Column<ComparedValue> {
  return {
    id: 'name',
    label,
    sort: ({ label: text }) => text,
    cell: ({ label: text, name }) => <span title={name}>{text}</span>,
  };
}

function valueColumn<V extends ComparedValue>(label: string, i: number, sigma?: (row: V) => number | null): Column<V> {
  return { id: label, label, numeric: true, cell: (row) => valueText(row.values[i], row.unit, sigma?.(row)) };
}

function differenceColumn(label: string, i: number): Column<ComparedResult> {
  return {
    id: `difference ${i}`,
    label,
    numeric: true,
    cell: ({ differences, unit }) => valueText(differences[i]?.value, unit, differences[i]?.sigma),
  };
}
