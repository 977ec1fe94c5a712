import trashIcon from 'lucide-static/icons/trash-2.svg?raw';
import type { CaptureEntry } from '../../../../rpc/api/index.js';
import { backend } from '../../../app/backend.js';
import { useAction } from '../../../app/hooks.js';
import { formatCount, formatDateTime } from '../../../app/i18n.js';
import { toast } from '../../../app/toasts.js';
import { formatSize } from '../../../app/units.js';
import { Badge, Button, Empty, Panel, Table, type Column } from '../../../ui/index.js';
import { assessTexts } from './messages.js';

/** The files of bits of the store; one is chosen. */
export function CaptureTable(props: {
  readonly captures: readonly CaptureEntry[];
  readonly chosen: string | undefined;
  readonly onChoose: (capture: string) => void;
}) {
  const t = assessTexts();
  const remove = useAction(async (signal, capture: string) => {
    await backend.call('entropy.removeCapture', { capture }, { signal });
    toast('info', t.removed(capture));
  });
  const columns: readonly Column<CaptureEntry>[] = [
    {
      id: 'name',
      label: t.columns.name,
      cell: ({ capture }) => <code>{capture}</code>,
      sort: ({ capture }) => capture,
    },
    {
      id: 'time',
      label: t.columns.time,
      cell: ({ started }) => <span data-changes>{started === '' ? '–' : formatDateTime(started)}</span>,
      sort: ({ started }) => started,
    },
    { id: 'board', label: t.columns.board, cell: ({ board }) => board?.serial ?? '–' },
    {
      id: 'size',
      label: t.columns.size,
      cell: ({ bytes }) => formatSize(bytes),
      sort: ({ bytes }) => bytes,
      numeric: true,
    },
    { id: 'mode', label: t.columns.mode, cell: ({ mode }) => mode },
    {
      id: 'status',
      label: t.columns.status,
      cell: ({ status }) => (
        <Badge tone={status === 'finished' ? 'ok' : status === 'writing' ? 'accent' : 'warn'}>
          {t.captureStates[status]}
        </Badge>
      ),
    },
    {
      id: 'alarms',
      label: t.columns.alarms,
      cell: ({ alarms }) => (alarms === null ? '–' : formatCount(alarms)),
      numeric: true,
    },
    {
      id: 'marks',
      label: t.columns.marks,
      cell: ({ notEntropy }) => (notEntropy ? <Badge tone="warn">{t.notEntropy}</Badge> : null),
    },
  ];
  const { chosen } = props;
  return (
    <Panel
      title={t.captures}
      actions={
        chosen !== undefined && (
          <Button icon={trashIcon} busy={remove.busy.value} onClick={() => remove.run(chosen)}>
            {t.remove}
          </Button>
        )
      }
    >
      <Table
        caption={t.captures}
        columns={columns}
        rows={props.captures}
        rowKey={({ capture }) => capture}
        selected={chosen}
        onSelect={({ capture }) => props.onChoose(capture)}
        empty={<Empty title={t.noCaptures} />}
      />
    </Panel>
  );
}
