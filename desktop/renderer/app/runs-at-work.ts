import type { ActiveRun } from '../../rpc/api/index.js';
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { backend } from './backend.js';
import { experimentTitle } from './experiments.js';
import { followStream } from './follow.js';
import { appTexts } from './messages.js';
import { showError } from './problems.js';
import { href } from './router.js';
import { toast } from './toasts.js';
import { publishWorks, type Work } from './works.js';

const runs = signal<readonly ActiveRun[]>([]);

/** Runs that go on or ended since the backend began. */
export const activeRuns: ReadonlySignal<readonly ActiveRun[]> = runs;

function workOf(run: ActiveRun): Work {
  const { board, id } = run;
  return {
    id: run.dir,
    title: experimentTitle(run.experiment, run.title),
    board,
    note: run.progress?.note,
    done: run.progress?.done,
    total: run.progress?.total,
    etaS: run.progress?.etaS,
    href:
      run.experiment === 'generate'
        ? href('generate', [], { run: id })
        : href('characterise', [run.experiment], { run: id }),
    cancel: () => void backend.call('experiments.stop', { board, run: id }).catch(showError),
  };
}

function announceEnds(before: readonly ActiveRun[], now: readonly ActiveRun[]): void {
  const t = appTexts();
  for (const run of now) {
    const earlier = before.find(({ dir }) => dir === run.dir);
    if (earlier?.state !== 'running' || run.state === 'running') continue;
    const title = experimentTitle(run.experiment, run.title);
    if (run.state === 'finished') toast('ok', t.finished(title));
    else if (run.state === 'aborted') toast('info', t.stopped(title));
    else toast('warn', t.failed(title));
  }
}

/** Follows the runs: they stand in the status bar, and their ends are told. */
export function startRuns(): void {
  effect(() => publishWorks('runs', runs.value.filter(({ state }) => state === 'running').map(workOf)));
  void followStream(
    backend,
    'experiments.active',
    {},
    new AbortController().signal,
    {},
    {
      item: (list) => {
        announceEnds(runs.peek(), list);
        runs.value = list;
      },
      fail: showError,
    },
  );
}
