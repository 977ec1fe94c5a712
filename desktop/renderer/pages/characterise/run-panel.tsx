import { useSignal } from '@preact/signals';
import type { ActiveRun } from '../../../rpc/api/index.js';
import { backend } from '../../app/backend.js';
import { selectBoard } from '../../app/boards.js';
import { useAction } from '../../app/hooks.js';
import { href } from '../../app/router.js';
import { Badge, Button, ErrorBox, Panel, Progress, Tabs } from '../../ui/index.js';
import { ExportRun } from '../runs/export-run.js';
import { characteriseTexts } from './messages.js';
import type { Params } from './presets.js';
import { EnergyTab, ImagesTab, LogTab, PlotsTab, ResultsTab, TablesTab } from './run-tabs.js';
import { useRun } from './use-run.js';

const TONES = { running: 'accent', finished: 'ok', failed: 'danger', aborted: 'warn' } as const;

/** Name of a run's folder, which the page of stored runs knows it by. */
export const folderName = (dir: string): string => dir.split(/[/\\]/).at(-1) ?? dir;

type Part = 'plots' | 'tables' | 'results' | 'energy' | 'images' | 'log';

/** A run: how far it is, what it has told. */
export function RunPanel(props: { readonly run: ActiveRun; readonly onAgain: (params: Params) => void }) {
  const { run, onAgain } = props;
  const t = characteriseTexts();
  const part = useSignal<Part>('plots');
  const { record, figures, results, problem } = useRun(run);
  const stop = useAction((signal) => backend.call('experiments.stop', { board: run.board, run: run.id }, { signal }));
  const told = record.value;
  const parts = (['plots', 'tables', 'results', 'energy', 'images', 'log'] as const).filter(
    (id) => id !== 'images' || told.images.length > 0,
  );
  const { done, total, unit, etaS, note } = run.progress ?? { done: undefined, total: undefined };
  // One that ended the run stands in its error already.
  const faults = told.faults.filter(({ code }) => run.state !== 'failed' || told.error?.includes(code) !== true);
  const shown = parts.includes(part.value) ? part.value : 'plots';
  return (
    <Panel
      title={folderName(run.dir)}
      class="run"
      actions={
        <>
          <Badge tone={TONES[run.state]}>{t.state[run.state]}</Badge>
          {run.state === 'running' ? (
            <Button kind="danger" busy={stop.busy.value} onClick={() => stop.run()}>
              {t.stop}
            </Button>
          ) : (
            <Button onClick={() => onAgain(run.params)}>{t.again}</Button>
          )}
          <ExportRun name={folderName(run.dir)} />
          <a class="button" href={href('runs', [folderName(run.dir)])}>
            {t.openRuns}
          </a>
        </>
      }
    >
      {run.state === 'running' && (
        <Progress
          label={told.phase === undefined ? t.progress : t.phase(told.phase)}
          done={done}
          total={total}
          unit={unit}
          etaS={etaS}
          note={note}
        />
      )}
      {problem.value !== undefined && <ErrorBox problem={problem.value} />}
      {told.error !== undefined && run.state === 'failed' && (
        <ErrorBox
          problem={{ name: 'Error', message: told.error, nextStep: told.nextStep, details: told.faults }}
          actions={
            <a class="button" href={href('boards')} onClick={() => selectBoard(run.board)}>
              {t.toBoard}
            </a>
          }
        />
      )}
      {faults.map((fault) => (
        <ErrorBox problem={{ name: t.fault, message: `${t.fault}: ${fault.code} (${fault.source})`, details: fault }} />
      ))}
      {told.safety?.safe === false && (
        <ErrorBox problem={{ name: t.unsafe, message: `${t.unsafe}: ${told.safety.text ?? ''}` }} />
      )}
      {told.notes.length > 0 && (
        <ul class="run-notes" aria-label={t.notes}>
          {told.notes.slice(-6).map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
      <Tabs
        label={t.views}
        tabs={parts.map((id) => ({ id, label: t[id] }))}
        value={shown}
        onChange={(id) => (part.value = id)}
      >
        {shown === 'plots' && <PlotsTab run={run} figures={figures.value} results={results.value} />}
        {shown === 'tables' && <TablesTab tables={told.tables} />}
        {shown === 'results' && <ResultsTab results={results.value} />}
        {shown === 'energy' && <EnergyTab energy={told.energy} />}
        {shown === 'images' && <ImagesTab images={told.images} />}
        {shown === 'log' && <LogTab lines={told.lines} />}
      </Tabs>
    </Panel>
  );
}
