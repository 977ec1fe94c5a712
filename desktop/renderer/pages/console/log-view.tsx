import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { LogLine } from '../../../rpc/api/index.js';
import { useStream } from '../../app/hooks.js';
import { formatDateTime } from '../../app/i18n.js';
import { Badge, CopyButton, Empty, ErrorBox, Select, Table, TextField } from '../../ui/index.js';
import { consoleTexts } from './messages.js';

/** Lines kept. */
const MOST = 5000;
const LEVELS = ['all', 'debug', 'info', 'warn', 'error'] as const;
const TONES = { debug: 'neutral', info: 'neutral', warn: 'warn', error: 'danger' } as const;

interface NumberedLine extends LogLine {
  readonly number: number;
}

/** The program's own log, newest first. */
export function LogView() {
  const t = consoleTexts();
  const lines = useSignal<readonly NumberedLine[]>([]);
  const level = useSignal<(typeof LEVELS)[number]>('all');
  const text = useSignal('');
  const count = useRef(0);
  const { problem } = useStream(
    'system.log',
    { last: 1000 },
    {
      onStart: () => (lines.value = []),
      onItem: (fresh) => {
        const numbered = fresh.map((line) => ({ ...line, number: ++count.current }));
        lines.value = [...lines.value, ...numbered].slice(-MOST);
      },
    },
  );
  const wanted = text.value.toLowerCase();
  const shown = useMemo(
    () =>
      lines.value
        .filter(
          (line) => (level.value === 'all' || line.level === level.value) && line.text.toLowerCase().includes(wanted),
        )
        .toReversed(),
    [lines.value, level.value, wanted],
  );
  return (
    <div class="stack">
      <div class="row console-filter">
        <Select
          label={t.level}
          value={level.value}
          options={LEVELS.map((one) => ({ value: one, label: t.levels[one] }))}
          onChange={(one) => (level.value = one)}
        />
        <TextField
          class="grow"
          label={t.logFilter}
          type="search"
          value={text.value}
          onInput={(typed) => (text.value = typed)}
        />
        <CopyButton
          label={t.copyLog}
          text={() => shown.map((line) => `${line.time} ${line.level} ${line.text}`).join('\n')}
        />
      </div>
      {problem.value !== undefined && <ErrorBox problem={problem.value} />}
      <Table
        caption={t.log}
        height={560}
        rows={shown}
        rowKey={(line) => String(line.number)}
        columns={[
          { id: 'time', label: t.logTime, cell: (line) => <span data-changes>{formatDateTime(line.time)}</span> },
          {
            id: 'level',
            label: t.level,
            cell: (line) => <Badge tone={TONES[line.level]}>{t.levels[line.level]}</Badge>,
          },
          { id: 'text', label: t.logText, cell: (line) => line.text },
        ]}
        empty={<Empty title={t.logNone} />}
      />
    </div>
  );
}
