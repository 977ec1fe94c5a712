import type { AssessmentEntry } from '../../../../rpc/api/index.js';
import { formatDateTime } from '../../../app/i18n.js';
import { formatSpan } from '../../../app/units.js';
import { Badge, Empty, Table, type Column } from '../../../ui/index.js';
import { assessTexts } from './messages.js';
import { VerdictBadge } from './verdict-badge.js';

/** Assessments that have ended, with what they came to; one is chosen. */
export function AssessmentTable(props: {
  readonly rows: readonly AssessmentEntry[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const t = assessTexts();
  const columns: readonly Column<AssessmentEntry>[] = [
    {
      id: 'time',
      label: t.columns.time,
      cell: ({ started }) => (
        <time dateTime={started} data-changes>
          {formatDateTime(started)}
        </time>
      ),
      sort: ({ started }) => started,
    },
    {
      id: 'battery',
      label: t.columns.battery,
      cell: ({ battery }) => t.batteries[battery],
      sort: ({ battery }) => battery,
    },
    {
      id: 'name',
      label: t.columns.name,
      cell: ({ capture }) => <code>{capture}</code>,
      sort: ({ capture }) => capture,
    },
    {
      id: 'verdict',
      label: t.columns.verdict,
      cell: ({ state, summary }) =>
        state === 'finished' ? (
          <VerdictBadge verdict={summary?.verdict ?? null} />
        ) : (
          <Badge tone={state === 'failed' ? 'danger' : 'neutral'}>{t.states[state]}</Badge>
        ),
    },
    {
      id: 'minEntropy',
      label: t.columns.minEntropy,
      cell: ({ summary }) => summary?.minEntropy?.toFixed(4) ?? '–',
      sort: ({ summary }) => summary?.minEntropy ?? -1,
      numeric: true,
    },
    { id: 'text', label: t.columns.text, cell: ({ summary, error }) => summary?.text ?? error?.message ?? '–' },
    {
      id: 'seconds',
      label: t.columns.seconds,
      cell: ({ seconds }) => <span data-changes>{seconds === null ? '–' : formatSpan(seconds)}</span>,
      sort: ({ seconds }) => seconds ?? -1,
      numeric: true,
    },
    {
      id: 'marks',
      label: t.columns.marks,
      cell: ({ notEntropy }) => (notEntropy === true ? <Badge tone="warn">{t.notEntropy}</Badge> : null),
    },
  ];
  return (
    <Table
      caption={t.recent}
      columns={columns}
      rows={props.rows}
      rowKey={({ id }) => id}
      selected={props.chosen}
      onSelect={({ id }) => props.onChoose(id)}
      empty={<Empty title={t.noAssessments} />}
    />
  );
}
