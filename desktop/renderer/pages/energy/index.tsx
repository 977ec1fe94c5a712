import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import icon from 'lucide-static/icons/zap.svg?raw';
import type { EnergySelection, SeriesFigures } from '../../../../lab/energy/index.js';
import type { EnergyRun } from '../../../rpc/api/index.js';
import { useCall } from '../../app/hooks.js';
import { formatDateTime } from '../../app/i18n.js';
import { navigate } from '../../app/router.js';
import { activeRuns } from '../../app/runs-at-work.js';
import type { PageDefinition } from '../../page.js';
import { Button, Empty, ErrorBox, isBoardKind, KindBadge, Page, Panel, Select } from '../../ui/index.js';
import './energy.css';
import { ScopeCards } from './figures.js';
import { LedgerPanel } from './ledger-panel.js';
import { energyTexts } from './messages.js';
import { clockOf, look, placeId, placeName, placesOf, readLook } from './place.js';
import { PowerPlots } from './power-plots.js';
import { rowId, SelectionPanel } from './selection-panel.js';
import { useEnergy, type EnergyState } from './use-energy.js';

function Energy() {
  const t = energyTexts();
  const runs = useCall('energy.runs', {});
  const going = activeRuns.value.map(({ dir, state }) => `${dir} ${state}`).join();
  useEffect(() => {
    if (runs.value.peek() !== undefined) runs.reload();
  }, [going]);
  const list = runs.value.value;
  const asked = readLook().run;
  const run = asked ?? list?.[0]?.run;
  const energy = useEnergy(run);
  const news = energy.news.value;
  const kind = news?.run.board?.kind;
  return (
    <Page title={t.title} note={isBoardKind(kind) && <KindBadge kind={kind} bits={false} />}>
      {runs.problem.value !== undefined && <ErrorBox problem={runs.problem.value} />}
      {energy.problem.value !== undefined && <ErrorBox problem={energy.problem.value} />}
      {list?.length === 0 && (
        <Empty title={t.noRuns} action={<Button onClick={() => navigate('generate')}>{t.goGenerate}</Button>}>
          {t.noRunsHelp}
        </Empty>
      )}
      {run !== undefined && <RunEnergyView run={run} runs={list ?? []} energy={energy} />}
    </Page>
  );
}

function RunEnergyView(props: {
  readonly run: string;
  readonly runs: readonly EnergyRun[];
  readonly energy: EnergyState;
}) {
  const t = energyTexts();
  const { run, runs, energy } = props;
  const news = energy.news.value;
  const { place: wanted, split, from, to } = readLook();
  const places = placesOf(news);
  const place =
    places.find((one) => placeId(one) === wanted) ?? places.find(({ scope }) => scope === 'array') ?? places[0];
  const row = useSignal<string | undefined>(undefined);
  const clears = useSignal(0);
  const part = from !== undefined && to !== undefined;
  const clock = place === undefined ? 'board' : clockOf(place.scope);
  const range = part ? { fromS: from, toS: to } : {};
  const answer = useCall('energy.selection', part && place !== undefined ? { run, clock, ...range } : undefined);
  const selection: EnergySelection | undefined = part ? answer.value.value : news?.[clock];
  const total = selection?.totals.find(({ amount }) => place !== undefined && placeId(amount) === placeId(place));
  const chosen: SeriesFigures | undefined = total?.series.find((one) => rowId(one) === row.value);
  const clear = (): void => {
    clears.value += 1;
    look({ from: undefined, to: undefined });
  };
  return (
    <div class="stack" data-run={run} data-state={news?.run.state}>
      <Panel title={t.totals}>
        <div class="stack">
          <div class="energy-controls">
            <Select
              label={t.run}
              class="energy-run-picker"
              value={run}
              options={runOptions(run, runs)}
              onChange={(next) => look({ run: next, place: undefined, from: undefined, to: undefined })}
            />
          </div>
          <p class="small muted">
            {t.neverAdded} {news?.run.board?.kind === 'simulated' && t.simulated}
          </p>
          <ScopeCards news={news} />
          {news !== undefined && news.damaged > 0 && <p>{t.damaged(news.damaged)}</p>}
        </div>
      </Panel>
      {place !== undefined && news !== undefined && (
        <Panel title={t.overTime}>
          <div class="stack">
            <div class="energy-controls">
              <Select
                label={t.place}
                value={placeId(place)}
                options={places.map((one) => ({ value: placeId(one), label: placeName(one) }))}
                hint={t.boundary[place.scope]}
                onChange={(next) => look({ place: next, from: undefined, to: undefined })}
              />
              <Select
                label={t.split}
                value={split}
                options={(['phase', 'component', 'none'] as const).map((value) => ({ value, label: t.splits[value] }))}
                hint={t.splitHelp}
                onChange={(next) => look({ split: next })}
              />
            </div>
            <PowerPlots
              key={`${run} ${placeId(place)} ${clears.value}`}
              run={run}
              place={place}
              split={split}
              entries={news.entries}
              onSelect={(selected) => look({ from: selected?.[0], to: selected?.[1] })}
            />
          </div>
        </Panel>
      )}
      {place !== undefined && selection !== undefined && news !== undefined && (
        <>
          {answer.problem.value !== undefined && <ErrorBox problem={answer.problem.value} />}
          <SelectionPanel
            run={run}
            place={place}
            selection={selection}
            part={part}
            row={row.value}
            onRow={(one) => (row.value = rowId(one))}
            onClear={clear}
          />
          <LedgerPanel run={run} row={chosen} range={range} modelVersion={news.modelVersion} />
        </>
      )}
    </div>
  );
}

/** Runs to choose from; the one that is shown is among them also before the list has come. */
function runOptions(run: string, runs: readonly EnergyRun[]): { value: string; label: string }[] {
  const t = energyTexts();
  const options = runs.map(({ run: value, id, experiment, started, state }) => ({
    value,
    label: `${formatDateTime(started)} · ${experiment} · ${id.split('-').at(-1) ?? id}${state === 'running' ? ` (${t.runningMark})` : ''}`,
  }));
  return options.some(({ value }) => value === run) ? options : [{ value: run, label: run }, ...options];
}

/** The page. */
export const energyPage: PageDefinition = {
  id: 'energy',
  title: () => energyTexts().title,
  icon,
  component: Energy,
  key: 'w',
  order: 60,
};
