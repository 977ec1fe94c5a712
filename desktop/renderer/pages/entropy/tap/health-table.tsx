import type { TapStatus, TapTest } from '../../../../rpc/api/index.js';
import { formatCount, formatDateTime } from '../../../app/i18n.js';
import { Badge, Panel, Table, type Column } from '../../../ui/index.js';
import { entropyTexts } from '../messages.js';
import { superscript } from '../../../ui/superscript.js';

/** The two tests of SP 800-90B 4.4, by clause. */
const CLAUSES: Readonly<Record<string, string>> = { repetitionCount: '4.4.1', adaptiveProportion: '4.4.2' };

const number = (value: number | null): string =>
  value === null ? '–' : Number.isInteger(value) ? formatCount(value) : formatCount(value, 3);

/** Every health test of a tap: cutoff, H, α, windows, failures, last failure. */
export function HealthTable({ status }: { readonly status: TapStatus }) {
  const t = entropyTexts();
  const { assessment, alpha } = status;
  const h = assessment?.minEntropy.toFixed(4) ?? '–';
  const columns: readonly Column<TapTest>[] = [
    { id: 'test', label: t.columns.test, cell: ({ test }) => t.testNames[test] },
    {
      id: 'kind',
      label: t.columns.kind,
      cell: ({ test }) => CLAUSES[test] ?? (test === 'board' ? t.onBoard : t.developer),
    },
    { id: 'cutoff', label: t.columns.cutoff, cell: ({ cutoff }) => number(cutoff), numeric: true },
    { id: 'latch', label: t.columns.latch, cell: ({ latchCutoff }) => number(latchCutoff), numeric: true },
    { id: 'h', label: t.columns.h, cell: ({ cutoff }) => (cutoff === null ? '–' : h), numeric: true },
    {
      id: 'alpha',
      label: t.columns.alpha,
      cell: ({ cutoff }) => (cutoff === null ? '–' : `2${superscript(-alpha.intermittent)}`),
      numeric: true,
    },
    { id: 'window', label: t.columns.window, cell: ({ window }) => number(window), numeric: true },
    { id: 'windows', label: t.columns.windows, cell: ({ windows }) => number(windows), numeric: true },
    { id: 'failures', label: t.columns.failures, cell: ({ failures }) => formatCount(failures), numeric: true },
    {
      id: 'last',
      label: t.columns.last,
      cell: ({ last }) =>
        last === null ? (
          '–'
        ) : (
          <>
            <time dateTime={last.time} data-changes>
              {formatDateTime(last.time)}
            </time>{' '}
            · {t.atBit(formatCount(last.index))}
          </>
        ),
    },
    {
      id: 'verdict',
      label: t.columns.verdict,
      cell: ({ failures, cutoff, test }) =>
        failures > 0 ? (
          <Badge tone="danger">{t.fail}</Badge>
        ) : cutoff === null && test !== 'board' ? (
          <Badge>{t.idle}</Badge>
        ) : (
          <Badge tone="ok">{t.pass}</Badge>
        ),
    },
  ];
  return (
    <Panel title={t.health}>
      <p class="muted small">
        {assessment === null ? t.healthWaiting : t.healthNote(h, alpha.intermittent, alpha.permanent)}
      </p>
      <Table caption={t.health} columns={columns} rows={status.tests} rowKey={({ test }) => test} />
    </Panel>
  );
}
