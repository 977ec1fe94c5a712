import { useSignal } from '@preact/signals';
import type { SelfTestResult } from '../../../../firmware-host/host/index.js';
import { backend } from '../../app/backend.js';
import { useAction } from '../../app/hooks.js';
import { trackWork } from '../../app/works.js';
import { Badge, Button, Empty, Panel, Table } from '../../ui/index.js';
import { boardsTexts } from './messages.js';
import { formatWire } from './wire-units.js';

/** Runs the board's own tests and shows what they found. */
export function SelfTest({ board, disabled }: { readonly board: string; readonly disabled: boolean }) {
  const t = boardsTexts().selfTest;
  const results = useSignal<readonly SelfTestResult[]>([]);
  const test = useAction(async (signal) => {
    results.value = [];
    await trackWork({ title: t.title }, async (report, stop) => {
      const either = AbortSignal.any([signal, stop]);
      for await (const result of backend.stream('boards.selfTest', { board }, { signal: either })) {
        results.value = [...results.value, result];
        report(results.value.length);
      }
    });
  });
  const list = results.value;
  const busy = test.busy.value;
  return (
    <Panel
      title={t.title}
      actions={
        <Button kind="primary" disabled={disabled} busy={busy} onClick={() => test.run()}>
          {t.run}
        </Button>
      }
    >
      <p class="muted">{t.explain}</p>
      {list.length === 0 && !busy ? (
        <Empty title={t.none} />
      ) : (
        <Table
          caption={t.title}
          rows={list}
          rowKey={({ id }) => String(id)}
          columns={[
            { id: 'test', label: t.test, cell: ({ name }) => name },
            {
              id: 'verdict',
              label: t.verdict,
              cell: ({ pass }) => <Badge tone={pass ? 'ok' : 'danger'}>{pass ? t.pass : t.fail}</Badge>,
            },
            {
              id: 'measured',
              label: t.measured,
              cell: ({ measured, unit }) => formatWire(measured, unit),
              numeric: true,
            },
            {
              id: 'allowed',
              label: t.allowed,
              cell: ({ low, high, unit }) => `${formatWire(low, unit)} … ${formatWire(high, unit)}`,
              numeric: true,
            },
          ]}
        />
      )}
      {list.length > 0 && !busy && (
        <p role="status">{t.summary(list.filter(({ pass }) => pass).length, list.length)}</p>
      )}
    </Panel>
  );
}
