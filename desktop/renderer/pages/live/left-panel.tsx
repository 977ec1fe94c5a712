import { backend } from '../../app/backend.js';
import { useAction, useCall } from '../../app/hooks.js';
import { formatDateTime } from '../../app/i18n.js';
import { formatSize } from '../../app/units.js';
import { Button, Panel, Table } from '../../ui/index.js';
import { liveTexts } from './messages.js';

/** Captures of earlier times that were only watched: nothing of them goes without a word. */
export function LeftPanel({ board, turn }: { readonly board: string; readonly turn: string }) {
  const t = liveTexts();
  // Asked anew when the capture of the board becomes another.
  const left = useCall('live.left', { board });
  const settle = useAction(async (signal, name: string, keep: boolean) => {
    await backend.call('live.settleLeft', { board, name, keep }, { signal });
    left.reload();
  });
  const rows = left.value.value ?? [];
  if (rows.length === 0) return null;
  return (
    <Panel title={t.left} key={turn}>
      <p class="muted">{t.leftHelp}</p>
      <Table
        caption={t.left}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { id: 'started', label: t.started, cell: ({ started }) => formatDateTime(started) },
          { id: 'size', label: t.size, numeric: true, cell: ({ bytes }) => formatSize(bytes) },
          {
            id: 'do',
            label: t.decide,
            cell: ({ name }) => (
              <div class="row">
                <Button onClick={() => settle.run(name, true)}>{t.keep}</Button>
                <Button kind="danger" onClick={() => settle.run(name, false)}>
                  {t.discard}
                </Button>
              </div>
            ),
          },
        ]}
      />
    </Panel>
  );
}
