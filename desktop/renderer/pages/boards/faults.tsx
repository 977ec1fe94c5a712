import type { BoardFault } from '../../../../firmware-host/host/index.js';
import { formatCount } from '../../app/i18n.js';
import { formatSpan } from '../../app/units.js';
import { Badge, Empty, Facts, Panel, Table } from '../../ui/index.js';
import { LatchedFault } from './latched-fault.js';
import { boardsTexts } from './messages.js';

/** A fault with its place in the order of their coming. */
export interface SeenFault extends BoardFault {
  readonly number: number;
}

/** Faults that the board told of, the latest first. */
export function Faults(props: {
  readonly faults: readonly SeenFault[];
  /** Fault that the board holds until it is cleared; it may be older than the list. */
  readonly latched: string | undefined;
  readonly onClear: () => void;
}) {
  const { faults, latched, onClear } = props;
  const { faults: t, state } = boardsTexts();
  return (
    <Panel title={t.title}>
      {latched !== undefined && (
        <Facts items={[[state.fault, <LatchedFault key="latched" code={latched} onClear={onClear} />]]} />
      )}
      {faults.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <Table
          caption={t.title}
          rows={faults.toReversed()}
          rowKey={({ number }) => String(number)}
          height={360}
          columns={[
            { id: 'time', label: t.time, cell: ({ boardTimeS }) => formatSpan(boardTimeS), numeric: true },
            { id: 'fault', label: t.fault, cell: ({ code }) => <code>{code}</code> },
            {
              id: 'severity',
              label: t.severity,
              cell: ({ severity }) => <Badge tone={severity === 'error' ? 'danger' : 'warn'}>{severity}</Badge>,
            },
            { id: 'source', label: t.source, cell: ({ source }) => source },
            { id: 'value', label: t.value, cell: ({ value }) => formatCount(value), numeric: true },
            { id: 'limit', label: t.limit, cell: ({ limit }) => formatCount(limit), numeric: true },
          ]}
        />
      )}
    </Panel>
  );
}
