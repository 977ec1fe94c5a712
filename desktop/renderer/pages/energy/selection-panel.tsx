import downloadIcon from 'lucide-static/icons/download.svg?raw';
import type { EnergySelection, SelectionTotal, SeriesFigures } from '../../../../lab/energy/index.js';
import { backend } from '../../app/backend.js';
import { formatCount, formatPercent } from '../../app/i18n.js';
import { useAction } from '../../app/hooks.js';
import { formatQuantity } from '../../app/units.js';
import { saveBlob } from '../../plot/parts/save.js';
import { Button, Panel, Stat, Stats, Table, WorthBadge } from '../../ui/index.js';
import { energyText, EnergyValue } from './figures.js';
import { energyTexts } from './messages.js';
import { clockOf, placeId, placeName, type Place } from './place.js';

/** What identifies a row of the breakdown. */
export const rowId = ({ key }: SeriesFigures): string => [key.component, key.phase, key.formula].join(' · ');

/** The sums of what is selected, and what they are made of. */
export function SelectionPanel(props: {
  readonly run: string;
  readonly place: Place;
  readonly selection: EnergySelection;
  /** Whether a part of the run is selected. */
  readonly part: boolean;
  readonly row: string | undefined;
  readonly onRow: (row: SeriesFigures) => void;
  readonly onClear: () => void;
}) {
  const t = energyTexts();
  const { run, place, selection, part, row, onRow, onClear } = props;
  const total = selection.totals.find(({ amount }) => placeId(amount) === placeId(place));
  const { covered, asked } = selection;
  const save = useAction(async (signal) => {
    const pieces: string[] = [];
    const range = part ? { fromS: asked.fromS, toS: asked.toS } : {};
    const request = { run, clock: clockOf(place.scope), ...place, ...range };
    for await (const piece of backend.stream('energy.csv', request, { signal })) pieces.push(piece);
    saveBlob(`energy-${placeId(place)}.csv`, new Blob(pieces, { type: 'text/csv' }));
  });
  const time = (seconds: number): string => formatQuantity(seconds, 's', 5);
  return (
    <Panel
      title={t.selection}
      actions={
        <>
          {part && <Button onClick={onClear}>{t.clear}</Button>}
          <Button icon={downloadIcon} busy={save.busy.value} onClick={save.run}>
            {t.exportCsv}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p class="small muted">{part ? '' : t.wholeTime}</p>
        {covered !== undefined && <p class="small">{t.covered(time(covered.fromS), time(covered.toS))}</p>}
        {total === undefined ? <p>{t.noReadings}</p> : <Sums total={total} />}
        {total !== undefined && (
          <>
            <h3>{`${t.breakdown}: ${placeName(place)}`}</h3>
            <Breakdown total={total} row={row} onRow={onRow} />
          </>
        )}
      </div>
    </Panel>
  );
}

function Sums({ total }: { readonly total: SelectionTotal }) {
  const t = energyTexts();
  const { amount, perBit, perImage, perMac, meanW, idleJ, activeJ } = total;
  const { scope, kind } = amount;
  return (
    <div data-selection={placeId(amount)}>
      <Stats>
        <Stat
          label={t.total}
          value={<EnergyValue figures={amount} scope={scope} kind={kind} />}
          note={<WorthBadge worth={kind} />}
        />
        {meanW !== undefined && <Stat label={t.mean} value={formatQuantity(meanW, 'W')} />}
        {idleJ !== 0 && <Stat label={t.idleApart} value={formatQuantity(idleJ, 'J')} />}
        {idleJ !== 0 && <Stat label={t.active} value={formatQuantity(activeJ, 'J')} />}
        {perBit !== undefined && (
          <Stat label={t.bit} value={energyText(perBit, 'J/bit')} note={t.times(formatCount(perBit.count))} />
        )}
        {perImage !== undefined && (
          <Stat label={t.image} value={energyText(perImage)} note={t.times(formatCount(perImage.count))} />
        )}
        {perMac !== undefined && <Stat label={t.mac} value={energyText(perMac)} />}
      </Stats>
    </div>
  );
}

function Breakdown(props: {
  readonly total: SelectionTotal;
  readonly row: string | undefined;
  readonly onRow: (row: SeriesFigures) => void;
}) {
  const t = energyTexts();
  const { total, row, onRow } = props;
  const whole = total.amount.joules;
  const share = ({ joules }: SeriesFigures): number => (whole > 0 ? joules / whole : NaN);
  return (
    <Table
      caption={t.breakdown}
      rows={total.series}
      rowKey={rowId}
      selected={row}
      onSelect={onRow}
      initialSort="-energy"
      columns={[
        { id: 'component', label: t.component, cell: ({ key }) => key.component, sort: ({ key }) => key.component },
        {
          id: 'phase',
          label: t.phase,
          cell: ({ key }) => (key.phase === '' ? t.other : key.phase),
          sort: ({ key }) => key.phase,
        },
        {
          id: 'energy',
          label: `${t.energy}, ${t.kind[total.amount.kind]}`,
          numeric: true,
          cell: (figures) => <span data-joules={String(figures.joules)}>{energyText(figures)}</span>,
          sort: ({ joules }) => joules,
        },
        {
          id: 'share',
          label: t.share,
          numeric: true,
          cell: (figures) => <Share share={share(figures)} idle={figures.key.formula === 'board.idle'} />,
          sort: share,
        },
        {
          id: 'events',
          label: t.events,
          numeric: true,
          cell: ({ events }) => (events > 0 ? formatCount(events) : '–'),
          sort: ({ events }) => events,
        },
        {
          id: 'event',
          label: t.perEvent,
          numeric: true,
          cell: ({ events, joules }) => (events > 0 ? formatQuantity(joules / events, 'J') : '–'),
        },
        { id: 'formula', label: t.formula, cell: ({ key }) => <code>{key.formula}</code> },
      ]}
    />
  );
}

function Share({ share, idle }: { readonly share: number; readonly idle: boolean }) {
  // A difference of readings may come out negative: that is no share of anything.
  if (!(share > 0)) return <>–</>;
  return (
    <span class="share">
      <span class="bar" aria-hidden="true">
        <span class={idle ? 'idle' : ''} style={{ width: `${Math.min(100, 100 * share)}%` }} />
      </span>
      {share < 0.001 ? `< ${formatPercent(0.001)}` : formatPercent(share)}
    </span>
  );
}
