import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { BatteryResult, PRow } from '../../../../../lab/entropy/index.js';
import { Sparkline } from '../../../plot/index.js';
import { Checkbox, Panel, Stat, Stats, Table, type Column } from '../../../ui/index.js';
import { VerdictBadge } from '../assess/verdict-badge.js';
import { resultTexts } from './messages.js';
import { usePHistory } from './p-history.js';
import { PHistogram, PQuantiles } from './p-plots.js';

type Sts = Extract<BatteryResult, { battery: 'sts' }>;
type Row = PRow & { readonly key: string; readonly note: string };

/** Rows of a test with more than two p-values are shown as one, its least. */
function gathered(rows: readonly PRow[], alpha: number, t: ReturnType<typeof resultTexts>): Row[] {
  const groups = new Map<string, PRow[]>();
  for (const row of rows) groups.set(row.test, [...(groups.get(row.test) ?? []), row]);
  return [...groups.values()].flatMap((group) => {
    if (group.length <= 2) return group.map((row) => ({ ...row, key: `${row.test} ${row.part}`, note: row.part }));
    const least = group.reduce((a, b) => ((b.p ?? 1) < (a.p ?? 1) ? b : a));
    const low = group.filter(({ p }) => p !== null && p < alpha).length;
    // Of so many p-values a few are low by chance: what counts is whether one is hopeless.
    const verdict =
      least.verdict === 'FAIL'
        ? 'FAIL'
        : low > group.length * alpha + 3 * Math.sqrt(group.length * alpha)
          ? 'REVIEW'
          : 'PASS';
    return [
      {
        ...least,
        verdict,
        key: least.test,
        note: `${t.least148(group.length)}: ${least.part}; ${t.lowOf(low, group.length)}`,
      },
    ];
  });
}

/** p-values of the fifteen tests as rows, their histogram, and what many streams say. */
export function StsView(props: {
  readonly result: Sts;
  /** Assessments of the same kind, the shown one last. */
  readonly series: readonly string[];
}) {
  const { result, series } = props;
  const history = usePHistory(series).value;
  const t = resultTexts();
  const { found } = result;
  const { overall, alpha } = found;
  const all = useSignal(false);
  const pValues = useMemo(() => found.rows.flatMap(({ p }) => p ?? []).sort((a, b) => a - b), [found]);
  const rows = all.value
    ? found.rows.map((row): Row => ({ ...row, key: `${row.test} ${row.part}`, note: row.part }))
    : gathered(found.rows, alpha, t);
  const columns: readonly Column<Row>[] = [
    {
      id: 'test',
      label: t.test,
      cell: ({ title, note }) => (note === '' ? title : `${title}, ${note}`),
      sort: ({ title }) => title,
    },
    { id: 'p', label: t.p, cell: ({ p }) => pText(p), sort: ({ p }) => p ?? 2, numeric: true },
    {
      id: 'statistic',
      label: t.statistic,
      cell: ({ statistic }) =>
        statistic === null ? '–' : `${statistic.name} = ${Number(statistic.value.toPrecision(6))}`,
    },
    {
      id: 'parameters',
      label: t.parameters,
      cell: ({ parameters }) =>
        Object.entries(parameters)
          .map(([key, value]) => `${key} = ${value}`)
          .join(', ') || '–',
    },
    {
      id: 'verdict',
      label: t.verdict,
      cell: ({ verdict, reason, warning }) =>
        verdict === null ? (
          <span class="muted">{`${t.notApplicable}: ${reason ?? ''}`}</span>
        ) : (
          <span title={warning}>
            <VerdictBadge verdict={verdict} />
          </span>
        ),
    },
    ...(history === undefined
      ? []
      : [
          {
            id: 'history',
            label: t.pHistory(series.length),
            cell: ({ key }: Row) => <PCurve values={history.get(key)} />,
          },
        ]),
  ];
  return (
    <>
      <Panel title={t.pValues}>
        <Stats>
          <Stat label={t.overall} value={<VerdictBadge verdict={overall.verdict} />} />
          <Stat
            label={t.below(overall.below, overall.run, String(alpha))}
            value={t.expected(overall.expectedBelow.toFixed(1))}
            note={t.chance(pText(overall.chance))}
          />
        </Stats>
        <Checkbox label={t.showAll} checked={all.value} onChange={(checked) => (all.value = checked)} />
        <Table
          caption={t.pValues}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          {...(all.value ? { height: 480 } : {})}
        />
        <p class="muted small">{`${t.reviewHint} ${t.noProof}`}</p>
      </Panel>
      <div class="entropy-plots">
        <PHistogram result={result} pValues={pValues} />
        <PQuantiles pValues={pValues} />
      </div>
      {found.secondLevel.length > 0 && <SecondLevel result={result} />}
    </>
  );
}

function pText(p: number | null): string {
  return p === null ? '–' : p >= 1e-4 ? p.toFixed(6) : p === 0 ? '< 1e-300' : p.toExponential(2);
}

/** p-values of one row over earlier assessments, from 0 at the bottom to 1 at the top. */
function PCurve({ values }: { readonly values: readonly number[] | undefined }) {
  if (values === undefined) return null;
  const text = values.map((p) => pText(Number.isNaN(p) ? null : p)).join(', ');
  return (
    <span title={text}>
      <Sparkline values={values} range={[0, 1]} label={resultTexts().pHistoryLabel(text)} />
    </span>
  );
}

type SecondRow = Sts['found']['secondLevel'][number];

function SecondLevel({ result }: { readonly result: Sts }) {
  const t = resultTexts();
  const columns: readonly Column<SecondRow>[] = [
    { id: 'test', label: t.test, cell: ({ title, part }) => (part === '' ? title : `${title}, ${part}`) },
    { id: 'streams', label: t.streams, cell: ({ streams }) => streams, numeric: true },
    {
      id: 'proportion',
      label: t.proportion,
      cell: ({ passed, streams }) => (passed / streams).toFixed(4),
      sort: ({ passed, streams }) => passed / streams,
      numeric: true,
    },
    {
      id: 'interval',
      label: t.interval,
      cell: ({ expected: [low, high] }) => `${low.toFixed(4)} … ${high.toFixed(4)}`,
      numeric: true,
    },
    {
      id: 'uniformity',
      label: t.uniformity,
      cell: ({ uniformity }) => pText(uniformity),
      sort: ({ uniformity }) => uniformity,
      numeric: true,
    },
    {
      id: 'verdict',
      label: t.verdict,
      cell: ({ verdict }) =>
        verdict === null ? <span class="muted">{t.tooFew}</span> : <VerdictBadge verdict={verdict} />,
    },
  ];
  return (
    <Panel title={t.secondLevel}>
      <Table
        caption={t.secondLevel}
        columns={columns}
        rows={result.found.secondLevel}
        rowKey={({ test, part }) => `${test} ${part}`}
        height={420}
      />
    </Panel>
  );
}
