import { useSignal } from '@preact/signals';
import icon from 'lucide-static/icons/image.svg?raw';
import playIcon from 'lucide-static/icons/play.svg?raw';
import stopIcon from 'lucide-static/icons/square.svg?raw';
import { backend } from '../../app/backend.js';
import { notEntropy, selectedBoard, selectedEntry } from '../../app/boards.js';
import { useCommands } from '../../app/commands.js';
import { experiments, localExperiment } from '../../app/experiments.js';
import { useAction } from '../../app/hooks.js';
import { navigate, route } from '../../app/router.js';
import type { PageDefinition } from '../../page.js';
import { Button, ErrorBox, KindBadge, Page, Panel } from '../../ui/index.js';
import { EstimateLine } from '../characterise/estimate-line.js';
import { useEstimate } from '../characterise/use-estimate.js';
import { ScopeCards } from '../energy/figures.js';
import { useEnergy } from '../energy/use-energy.js';
import '../energy/energy.css';
import { ComparePanel } from './compare.js';
import { DeviceKnobs } from './device-knobs.js';
import './generate.css';
import { Knobs, QUICK, type Params } from './knobs.js';
import { generateTexts } from './messages.js';
import { QualityPanel } from './quality.js';
import { PathPanel, RunPanel } from './run-panel.js';
import { StepsPlot } from './steps-plot.js';
import { useDemo } from './use-demo.js';
import { useGeneration } from './use-generation.js';

function Generate() {
  const t = generateTexts();
  const generation = useGeneration();
  const { run, active } = generation;
  const energy = useEnergy(run);
  const news = energy.news.value;
  const values = useSignal<Params>(QUICK);
  const wrong = useSignal<ReadonlySet<string>>(new Set());
  const experiment = experiments.value?.find(({ id }) => id === 'generate');
  const params = experiment === undefined ? [] : localExperiment(experiment).params;
  const running = active?.state === 'running';
  const board = selectedBoard.value;
  const { estimate, refusal } = useEstimate('generate', values.value);
  const start = useAction(async (signal, demo?: string) => {
    const on = demo ?? board;
    if (on === undefined) return;
    const request = { board: on, experiment: 'generate', params: values.peek() };
    const started = await backend.call('experiments.start', request, { signal });
    navigate('generate', [], { run: started.dir, ...(demo === undefined ? {} : { demo: 'yes' }) }, true);
  });
  useDemo(start.run);
  const stop = useAction(async (signal) => {
    if (active !== undefined)
      await backend.call('experiments.stop', { board: active.board, run: active.id }, { signal });
  });
  const able = board !== undefined && wrong.value.size === 0 && refusal === undefined;
  const canStart = able && !running && !start.busy.value;
  useCommands(
    [
      {
        id: 'generate.start',
        title: () => generateTexts().start,
        shortcut: 's',
        enabled: () => canStart,
        run: () => start.run(),
      },
      { id: 'generate.stop', title: () => generateTexts().stop, shortcut: 'x', enabled: () => running, run: stop.run },
    ],
    `${String(canStart)} ${String(running)} ${run ?? ''}`,
  );
  const entry = selectedEntry.value;
  return (
    <Page
      title={t.title}
      class="generate"
      note={entry !== undefined && <KindBadge kind={entry.identity?.kind ?? entry.listing.kind} />}
      toolbar={
        running ? (
          <Button icon={stopIcon} busy={stop.busy.value} onClick={stop.run} id="generate-stop">
            {t.stop}
          </Button>
        ) : (
          <Button
            kind="primary"
            icon={playIcon}
            disabled={!able}
            busy={start.busy.value}
            onClick={() => start.run()}
            id="generate-start"
          >
            {t.start}
          </Button>
        )
      }
    >
      {running && route.value.query['demo'] !== undefined && (
        <p class="small muted" role="status">
          {t.demo}
        </p>
      )}
      {energy.problem.value !== undefined && <ErrorBox problem={energy.problem.value} />}
      <div class="generate-columns">
        <div class="stack">
          <Panel title={t.settings}>
            <Knobs params={params} values={values} wrong={wrong} disabled={running} />
            {refusal !== undefined && <ErrorBox problem={refusal} />}
            {estimate !== undefined && <EstimateLine estimate={estimate} />}
            {board !== undefined && <DeviceKnobs uri={board} disabled={running} />}
            {entry !== undefined && notEntropy(entry) && <p class="small muted">{t.notEntropy}</p>}
          </Panel>
        </div>
        <div class="stack">
          <RunPanel generation={generation} news={news} steps={energy.steps.value} />
          {run !== undefined && (
            <>
              <Panel title={t.energy}>
                <p class="small muted">{t.neverAdded}</p>
                <ScopeCards news={news} />
              </Panel>
              <PathPanel generation={generation} news={news} steps={energy.steps.value} />
              {energy.steps.value.length > 0 && (
                <Panel title={t.perStep}>
                  <StepsPlot steps={energy.steps.value} />
                </Panel>
              )}
              <QualityPanel run={run} images={news?.produced.images} />
              <ComparePanel key={`${run} ${String(running)}`} run={run} news={news} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

/** The page. */
export const generatePage: PageDefinition = {
  id: 'generate',
  title: () => generateTexts().title,
  icon,
  component: Generate,
  key: 'i',
  order: 50,
};
