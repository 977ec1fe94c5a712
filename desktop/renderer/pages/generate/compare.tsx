import { ENERGY_SCOPES } from '../../../../base/index.js';
import { useSignal } from '@preact/signals';
import type { EnergyNews } from '../../../rpc/api/index.js';
import { parameterLabel } from '../../app/experiments.js';
import { formatCount, formatDateTime } from '../../app/i18n.js';
import { useCall } from '../../app/hooks.js';
import { formatSpan } from '../../app/units.js';
import { ErrorBox, Panel, Select, Table } from '../../ui/index.js';
import { energyText } from '../energy/figures.js';
import { useEnergy } from '../energy/use-energy.js';
import { GrayPicture } from './gray-picture.js';
import { generateTexts } from './messages.js';
import { qualityOf } from './quality.js';
import { placeName } from './steps-plot.js';

/** This run beside an earlier one: pictures, parameters, energy of like scope and kind, quality. */
export function ComparePanel({ run, news }: { readonly run: string; readonly news: EnergyNews | undefined }) {
  const t = generateTexts();
  const other = useSignal('');
  // Asked again when the run has ended: it is then one of them.
  const runs = useCall('energy.runs', { experiment: 'generate' });
  const choices = (runs.value.value ?? []).filter((one) => one.run !== run);
  const chosen = choices.some((one) => one.run === other.value) ? other.value : undefined;
  const energy = useEnergy(chosen);
  const pictures = useCall('generate.pictures', chosen === undefined ? undefined : { run: chosen });
  const grid = pictures.value.value?.run === chosen ? pictures.value.value?.grid : undefined;
  const theirs = energy.news.value;
  return (
    <Panel title={t.compare}>
      {choices.length === 0 ? (
        <p class="muted">{t.nothingToCompare}</p>
      ) : (
        <Select
          label={t.compareWith}
          value={chosen ?? ''}
          options={[
            { value: '', label: t.choose },
            ...choices.map((one) => ({ value: one.run, label: `${formatDateTime(one.started)} · ${one.id}` })),
          ]}
          onChange={(value) => (other.value = value)}
        />
      )}
      {energy.problem.value !== undefined && <ErrorBox problem={energy.problem.value} />}
      {grid !== undefined && <GrayPicture image={grid} label={t.otherImages} id="other-grid" zoom={2} />}
      {chosen !== undefined && news !== undefined && theirs !== undefined && <Comparison own={news} theirs={theirs} />}
    </Panel>
  );
}

interface Row {
  readonly name: string;
  readonly own: string;
  readonly theirs: string;
}

function Comparison({ own, theirs }: { readonly own: EnergyNews; readonly theirs: EnergyNews }) {
  const t = generateTexts();
  const both = (name: string, text: (news: EnergyNews) => string): Row => ({
    name,
    own: text(own),
    theirs: text(theirs),
  });
  const label = (name: string) => parameterLabel('generate', name, name);
  const param = (name: string) => (news: EnergyNews) => textOf(news.run.params[name]);
  const rows: Row[] = [
    both(t.board, ({ run }) => run.board?.uri ?? '–'),
    both(label('images'), param('images')),
    both(label('steps'), param('steps')),
    both(label('guidance'), param('guidance')),
    both(t.bits, ({ produced }) => (produced.bits === undefined ? '–' : formatCount(produced.bits))),
    both(t.boardTime, ({ run }) => spanText(run.results?.['boardSeconds'])),
    ...places(own, theirs).flatMap((place) => [
      both(`${placeName(place)}, ${t.total}`, (news) => figure(news, place, 'amount')),
      both(`${placeName(place)}, ${t.anImage}`, (news) => figure(news, place, 'perImage')),
    ]),
    ...(qualityOf(own.run.run) === undefined && qualityOf(theirs.run.run) === undefined
      ? []
      : [both(t.frechet, ({ run }) => frechet(run.run))]),
  ];
  return (
    <Table
      caption={t.compare}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { id: 'name', label: t.figure, cell: ({ name }) => name },
        { id: 'own', label: t.thisRun, numeric: true, cell: (row) => row.own },
        { id: 'theirs', label: t.otherRun, numeric: true, cell: (row) => row.theirs },
      ]}
    />
  );
}

const frechet = (run: string): string => {
  const report = qualityOf(run);
  return report === undefined ? '–' : formatCount(report.fid, 3);
};
const textOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '–';
const spanText = (seconds: unknown): string => (typeof seconds === 'number' ? formatSpan(seconds) : '–');
const totalsOf = ({ board, host }: EnergyNews): NonNullable<EnergyNews['board']>['totals'] => [
  ...(board?.totals ?? []),
  ...(host?.totals ?? []),
];

/** Scopes and kinds that either run has: like is set beside like only. */
function places(own: EnergyNews, theirs: EnergyNews): string[] {
  const all = [...totalsOf(own), ...totalsOf(theirs)].map(({ amount }) => `${amount.scope} ${amount.kind}`);
  return ENERGY_SCOPES.flatMap((scope) => [...new Set(all)].filter((place) => place.startsWith(scope)));
}

function figure(news: EnergyNews, place: string, what: 'amount' | 'perImage'): string {
  const found = totalsOf(news).find(({ amount }) => `${amount.scope} ${amount.kind}` === place)?.[what];
  return found === undefined ? '–' : energyText(found);
}
