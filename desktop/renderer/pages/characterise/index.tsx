import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import icon from 'lucide-static/icons/flask-conical.svg?raw';
import { formatDateTime } from '../../app/i18n.js';
import { experiments, localExperiment } from '../../app/experiments.js';
import { navigate, route } from '../../app/router.js';
import { activeRuns } from '../../app/runs-at-work.js';
import type { PageDefinition } from '../../page.js';
import { Empty, Page, Select } from '../../ui/index.js';
import { ExperimentCards } from './experiment-cards.js';
import { ExperimentList } from './experiment-list.js';
import { characteriseTexts } from './messages.js';
import type { Params } from './presets.js';
import { RunPanel } from './run-panel.js';
import { SetupPanel } from './setup-panel.js';
import './characterise.css';

function Characterise() {
  const t = characteriseTexts();
  const id = route.value.path[0];
  const pending = experiments.value === undefined;
  const list = (experiments.value ?? []).map(localExperiment);
  const experiment = list.find((one) => one.id === id);
  return (
    <Page title={experiment === undefined ? t.title : experiment.title} class="characterise">
      <div class="characterise-columns" aria-busy={pending}>
        <ExperimentList experiments={list} selected={id} />
        {experiment !== undefined ? (
          <Workbench key={experiment.id} experiment={experiment} />
        ) : id === undefined || pending ? (
          <ExperimentCards experiments={list} />
        ) : (
          <Empty title={t.unknown(id)}>{t.chooseText}</Empty>
        )}
      </div>
    </Page>
  );
}

function Workbench({ experiment }: { readonly experiment: Parameters<typeof SetupPanel>[0]['experiment'] }) {
  const t = characteriseTexts();
  const initial = useSignal<Params | undefined>(givenParams(route.value.query['params']));
  const runs = activeRuns.value.filter((run) => run.experiment === experiment.id).toReversed();
  const wanted = route.value.query['run'];
  // Without one in the address, the run that goes on, or the last one.
  const run = wanted === undefined ? runs[0] : runs.find((one) => one.id === wanted);
  const panel = useRef<HTMLDivElement>(null);
  // Below the parameters, where a window is narrow, a run that begins would be out of sight.
  useEffect(() => {
    const top = panel.current?.getBoundingClientRect().top ?? 0;
    if (run?.state === 'running' && top > window.innerHeight / 2) panel.current?.scrollIntoView();
  }, [run?.id]);
  return (
    <div class="workbench">
      <p class="muted">{experiment.summary}</p>
      <SetupPanel experiment={experiment} initial={initial.value} />
      {runs.length > 1 && (
        <Select
          label={t.runs}
          value={run?.id ?? ''}
          options={runs.map((one) => ({
            value: one.id,
            label: t.runOf(t.state[one.state], formatDateTime(one.started)),
          }))}
          onChange={(one) => navigate('characterise', [experiment.id], { run: one })}
        />
      )}
      {run === undefined ? (
        <Empty title={wanted === undefined ? t.noRuns : t.gone}>{t.noRunsText}</Empty>
      ) : (
        <div ref={panel}>
          <RunPanel key={run.id} run={run} onAgain={(params) => (initial.value = { ...params })} />
        </div>
      )}
    </div>
  );
}

/** Parameters that an address gives, as "Run again" of a stored run does; nothing where there are none. */
function givenParams(text: string | undefined): Params | undefined {
  try {
    const given: unknown = JSON.parse(text ?? 'null');
    return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Params) : undefined;
  } catch {
    return undefined;
  }
}

/** The page. */
export const characterisePage: PageDefinition = {
  id: 'characterise',
  title: () => characteriseTexts().title,
  icon,
  component: Characterise,
  key: 'c',
  order: 30,
};
