import { useSignal } from '@preact/signals';
import type { EnergyTotal } from '../../../../lab/experiments/index.js';
import type { ActiveRun, RunFigure, RunFindings } from '../../../rpc/api/index.js';
import { backend } from '../../app/backend.js';
import { localFigure } from '../../app/experiments.js';
import { formatCount } from '../../app/i18n.js';
import { formatUncertain } from '../../app/units.js';
import { FigureView, ImageView } from '../../plot/index.js';
import { Badge, Empty, Results, Select, Table, WorthBadge } from '../../ui/index.js';
import { annotated } from './annotations.js';
import { characteriseTexts } from './messages.js';
import { MOST_ROWS, type KeptTable, type RunRecord } from './record.js';

/** The figures of a run, as plots to work with. */
export function PlotsTab(props: {
  readonly run: ActiveRun;
  readonly figures: readonly RunFigure[];
  readonly results: RunFindings['results'];
}) {
  const { run, figures, results } = props;
  const t = characteriseTexts();
  if (figures.length === 0) return <Empty title={t.noPlots} />;
  return (
    <div class="run-plots">
      {figures.map(({ id, figure }) => (
        <FigureView
          key={id}
          figure={annotated(localFigure(run.experiment, id, figure), results)}
          drawSvg={() => backend.call('experiments.picture', { board: run.board, run: run.id, figure: id })}
        />
      ))}
    </div>
  );
}

interface NumberedRow {
  readonly n: number;
  readonly values: KeptTable['rows'][number];
}

/** The rows of a run, table by table. */
export function TablesTab({ tables }: { readonly tables: readonly KeptTable[] }) {
  const t = characteriseTexts();
  const chosen = useSignal('');
  const table = tables.find(({ name }) => name === chosen.value) ?? tables[0];
  if (table === undefined) return <Empty title={t.noTables} />;
  const first = table.total - table.rows.length;
  return (
    <div class="run-table">
      <div class="row">
        <Select
          label={t.table}
          value={table.name}
          options={tables.map(({ name, total }) => ({ value: name, label: `${name}: ${t.rows(total)}` }))}
          onChange={(name) => (chosen.value = name)}
        />
        {first > 0 && <span class="muted">{t.lastRows(formatCount(MOST_ROWS))}</span>}
      </div>
      <Table<NumberedRow>
        caption={table.name}
        height={420}
        rows={table.rows.map((values, i) => ({ n: first + i, values }))}
        rowKey={({ n }) => String(n)}
        columns={table.columns.map((name) => ({
          id: name,
          label: name,
          numeric: typeof table.rows[0]?.[name] === 'number',
          cell: ({ values }) => cellText(values[name]),
          sort: ({ values }) => {
            const cell = values[name] ?? NaN;
            return typeof cell === 'boolean' ? Number(cell) : cell;
          },
        }))}
      />
    </div>
  );
}

function cellText(cell: number | string | boolean | undefined): string {
  const t = characteriseTexts();
  if (cell === undefined) return '–';
  if (typeof cell === 'boolean') return cell ? t.yes : t.no;
  return typeof cell === 'number' ? String(Number(cell.toPrecision(7))) : cell;
}

/** Results with units and uncertainties. */
export function ResultsTab({ results }: { readonly results: RunFindings['results'] }) {
  const t = characteriseTexts();
  if (results.length === 0) return <Empty title={t.noResults}>{t.noResultsText}</Empty>;
  return <Results results={results} />;
}

/** Energy by scope and kind, side by side and never added. */
export function EnergyTab({ energy }: { readonly energy: readonly EnergyTotal[] }) {
  const t = characteriseTexts();
  if (energy.length === 0) return <Empty title={t.noEnergy} />;
  return (
    <>
      <Table
        caption={t.energy}
        rows={energy}
        rowKey={({ scope, kind }) => `${scope} ${kind}`}
        columns={[
          { id: 'scope', label: t.scope, cell: ({ scope }) => t.scopes[scope] },
          { id: 'kind', label: t.kind, cell: ({ kind }) => <WorthBadge worth={kind} /> },
          {
            id: 'joules',
            label: t.amount,
            numeric: true,
            cell: ({ joules, sigma, scaleSigma }) => formatUncertain(joules, Math.hypot(sigma, scaleSigma), 'J'),
          },
          { id: 'events', label: t.events, numeric: true, cell: ({ events }) => formatCount(events) },
        ]}
      />
      <p class="muted">{t.energyText}</p>
    </>
  );
}

/** Pictures that the run made. */
export function ImagesTab({ images }: { readonly images: RunRecord['images'] }) {
  const t = characteriseTexts();
  if (images.length === 0) return <Empty title={t.noImages} />;
  return (
    <div class="run-images">
      {images.map((image) => (
        <ImageView key={image.name} title={image.name} image={image} />
      ))}
    </div>
  );
}

const TONE = { debug: 'neutral', info: 'neutral', note: 'accent', warn: 'warn', error: 'danger' } as const;

/** What the run and its engine have said. */
export function LogTab({ lines }: { readonly lines: RunRecord['lines'] }) {
  const t = characteriseTexts();
  if (lines.length === 0) return <Empty title={t.noLog} />;
  return (
    <ol class="run-log" tabIndex={0} aria-label={t.log}>
      {lines.map(({ level, text }) => (
        <li>
          <Badge tone={TONE[level]}>{level}</Badge> {text}
        </li>
      ))}
    </ol>
  );
}
