import { useSignal } from '@preact/signals';
import type { RunDetails, RunTableInfo } from '../../../rpc/api/runs.js';
import type { StoredCell } from '../../../../lab/runs/index.js';
import { useCall } from '../../app/hooks.js';
import { Button, Empty, ErrorBox, Select, Table, type Column } from '../../ui/index.js';
import { runsTexts } from './messages.js';

/** Rows that are fetched and shown at a time. */
const PAGE = 200;

interface Row {
  readonly index: number;
  readonly cells: readonly StoredCell[];
}

/** The rows of a run, a page at a time: the page never holds a whole table. */
export function TablesTab({ run }: { readonly run: RunDetails }) {
  const t = runsTexts();
  const wanted = useSignal('');
  const table = run.tables.find(({ name }) => name === wanted.value) ?? run.tables[0];
  if (table === undefined) return <Empty title={t.tablesNone} />;
  return (
    <div class="stack">
      <Select
        label={t.table}
        value={table.name}
        options={run.tables.map(({ name, rows }) => ({ value: name, label: `${name} (${rows})` }))}
        onChange={(name: string) => (wanted.value = name)}
      />
      <Rows key={table.name} run={run.name} table={table} />
    </div>
  );
}

function Rows({ run, table }: { readonly run: string; readonly table: RunTableInfo }) {
  const t = runsTexts();
  const from = useSignal(0);
  const { value, problem, pending } = useCall('runs.rows', { run, table: table.name, from: from.value, count: PAGE });
  const lastPage = Math.max(0, Math.floor((table.rows - 1) / PAGE) * PAGE);
  const news = value.value;
  const to = Math.min(table.rows, from.value + PAGE);
  const go = (row: number): void => void (from.value = Math.min(lastPage, Math.max(0, row)));
  return (
    <div class="stack" aria-busy={pending.value}>
      <div class="row">
        <Button disabled={from.value === 0} onClick={() => go(0)}>
          {t.first}
        </Button>
        <Button disabled={from.value === 0} onClick={() => go(from.value - PAGE)}>
          {t.previous}
        </Button>
        <span class="muted" aria-live="polite">
          {t.rows(from.value, to - 1, table.rows)}
        </span>
        <Button disabled={from.value >= lastPage} onClick={() => go(from.value + PAGE)}>
          {t.next}
        </Button>
        <Button disabled={from.value >= lastPage} onClick={() => go(lastPage)}>
          {t.last}
        </Button>
      </div>
      {problem.value !== undefined && <ErrorBox problem={problem.value} />}
      {news !== undefined && (
        <Table
          caption={table.name}
          columns={columnsOf(table)}
          rows={news.rows.map((cells, i): Row => ({ index: news.from + i, cells }))}
          rowKey={({ index }) => String(index)}
          height={420}
        />
      )}
    </div>
  );
}

/** The stored values, all digits; sorting is within the page that is shown. */
function columnsOf({ columns }: RunTableInfo): readonly Column<Row>[] {
  return [
    { id: '#', label: '#', numeric: true, cell: ({ index }) => index },
    ...columns.map(({ name, header, type }, i): Column<Row> => ({
      id: name,
      label: header,
      numeric: type === 'number' || type === 'integer',
      sort: ({ cells }) => sortable(cells[i]),
      cell: ({ cells }) => cellContent(cells[i]),
    })),
  ];
}

function sortable(cell: StoredCell): number | string {
  if (cell === null || cell === undefined) return NaN;
  return typeof cell === 'boolean' ? Number(cell) : cell;
}

function cellContent(cell: StoredCell) {
  if (cell === undefined || cell === null)
    return <span class="muted">{cell === null ? 'NaN' : runsTexts().absent}</span>;
  return String(cell);
}
