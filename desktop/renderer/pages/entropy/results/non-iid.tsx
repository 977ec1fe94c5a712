import type { BatteryResult, EstimatorId } from '../../../../../lab/entropy/index.js';
import { Badge, Panel, Stat, Stats, Table, type Column } from '../../../ui/index.js';
import { resultTexts } from './messages.js';

type NonIid = Extract<BatteryResult, { battery: 'non-iid' }>;

/** Clauses of the estimators in SP 800-90B, in their order. */
const CLAUSES: Readonly<Record<EstimatorId, string>> = {
  mcv: '6.3.1',
  collision: '6.3.2',
  markov: '6.3.3',
  compression: '6.3.4',
  tTuple: '6.3.5',
  lrs: '6.3.6',
  multiMcw: '6.3.7',
  lag: '6.3.8',
  multiMmc: '6.3.9',
  lz78y: '6.3.10',
};

interface Row {
  readonly id: EstimatorId;
  readonly value: number | null;
  readonly other: number | null | undefined;
  readonly least: boolean;
  readonly reason: string | undefined;
}

/** Each estimator's min-entropy with a bar, the least marked; beside those of another assessment where one is compared. */
export function NonIidView({ result, other }: { readonly result: NonIid; readonly other: NonIid | undefined }) {
  const t = resultTexts();
  const { found } = result;
  const { limitedBy } = found;
  const rows = (Object.keys(CLAUSES) as EstimatorId[]).map((id): Row => ({
    id,
    value: found.estimators[id],
    other: other?.found.estimators[id],
    least: typeof limitedBy === 'object' && limitedBy.estimator === id,
    reason: found.reasons.literal?.[id],
  }));
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      label: t.estimator,
      cell: ({ id, least }) => (
        <>
          {t.estimatorNames[id]} {least && <Badge tone="accent">{t.least}</Badge>}
        </>
      ),
    },
    { id: 'clause', label: t.clause, cell: ({ id }) => CLAUSES[id] },
    {
      id: 'value',
      label: t.minEntropy,
      cell: ({ value }) => value?.toFixed(6) ?? '–',
      sort: ({ value }) => value ?? 2,
      numeric: true,
    },
    { id: 'bar', label: t.bar, cell: ({ value, least }) => <Bar value={value} least={least} /> },
    ...(other === undefined
      ? []
      : [
          {
            id: 'other',
            label: other.file.split('/').at(-1) ?? '',
            cell: (row: Row) => row.other?.toFixed(6) ?? '–',
            numeric: true,
          },
          {
            id: 'difference',
            label: 'Δ',
            cell: (row: Row) => (row.value === null || row.other == null ? '–' : signed(row.value - row.other)),
            numeric: true,
          },
        ]),
    ...(rows.some(({ reason }) => reason !== undefined)
      ? [{ id: 'reason', label: t.reason, cell: (row: Row) => row.reason ?? '' }]
      : []),
  ];
  return (
    <Panel title={t.estimators}>
      <Stats>
        <Stat
          label={t.assessed}
          value={`${found.minEntropy.toFixed(6)} bit`}
          note={t.limitedBy(
            typeof limitedBy === 'string' ? t.limits[limitedBy] : t.estimatorNames[limitedBy.estimator],
          )}
        />
      </Stats>
      <Table caption={t.estimators} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <ul class="entropy-notes">
        {found.remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        <li>{t.fairCoins}</li>
      </ul>
    </Panel>
  );
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(6)}`;

/** A bar of 0 to 1 bit; the figure beside it says the same. */
function Bar({ value, least }: { readonly value: number | null; readonly least: boolean }) {
  return (
    <svg class="entropy-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-back" x="0" y="0" width="100" height="10" />
      {value !== null && <rect class={least ? 'bar-least' : 'bar-value'} x="0" y="0" width={100 * value} height="10" />}
    </svg>
  );
}
